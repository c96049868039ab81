import { inspect, parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean, nearest } from '../records/nearest.ts';
import { UserError } from '../records/user-error.ts';

/** What a command line says, as `parseArgs` reads it. */
type Given<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/**
 * Runs a command: reads its arguments, prints its usage for `--help`, and says in one sentence, without a stack trace, why it could
 * not run. The exit status is then 2; else it is 0, unless `act` sets another.
 *
 * @param usage names the command in its first line
 * @param config what arguments the command takes, besides `--help`
 * @param act gives what the command prints
 */
export async function command<T extends ParseArgsConfig>(
	usage: string,
	config: T,
	act: (given: Given<T>) => string | Promise<string>,
): Promise<void> {
	// Not process.exit(), which would cut off output that is still being written to a pipe.
	try {
		const given = read(usage, { ...config, options: { ...config.options, help: { type: 'boolean' } } });
		process.stdout.write(given.values.help === true ? usage : await act(given as Given<T>));
	} catch (error) {
		process.exitCode = 2;
		const reason =
			error instanceof UserError ? error.message : `This stopped by a fault of its own. ${inspect(error)}`;
		process.stderr.write(`${reason}\n`);
	}
}

function read(usage: string, config: ParseArgsConfig): Given<ParseArgsConfig> {
	try {
		return parseArgs(config);
	} catch (error) {
		const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
		const [name = ''] = /npm run \w+/.exec(usage) ?? [];
		throw new UserError(`${sentence}. See ${name} -- --help.`);
	}
}

/**
 * The value of a flag that takes one of several words.
 *
 * @throws {UserError} when it is none of them
 */
export function oneOf<T extends string>(what: string, choices: readonly T[], given: string): T {
	const choice = choices.find((each) => each === given);
	if (choice === undefined) throw new UserError(noneOf(what, choices, given));
	return choice;
}

/** Says that a word is none of those that are expected, and which was meant. */
export function noneOf(what: string, choices: readonly string[], given: string): string {
	const isNone = `"${given}" is not a ${what}; ${choices.join(', ')} are.`;
	return `${isNone} ${didYouMean(nearest(given, choices), '')}`.trimEnd();
}
