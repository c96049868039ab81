import { inspect, parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../records/nearest.ts';
import { Refusal } from '../records/refusal.ts';

/** What a command line says, as `parseArgs` reads it. */
type Given<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/**
 * Runs a command: reads its arguments, prints its usage for `--help`, and says in one sentence, without a stack trace, why it could
 * not run. The exit status is what `act` gives, 0 for all is well and 1 for problems, or else 2.
 *
 * @param usage names the command in its first line
 * @param config what arguments the command takes, besides `--help`
 */
export async function command<T extends ParseArgsConfig>(
	usage: string,
	config: T,
	act: (given: Given<T>) => 0 | 1 | Promise<0 | 1>,
): Promise<void> {
	// Not process.exit(), which would cut off output that is still being written to a pipe.
	try {
		const given = read(usage, { ...config, options: { ...config.options, help: { type: 'boolean' } } });
		if (given.values.help === true) process.stdout.write(usage);
		else process.exitCode = await act(given as Given<T>);
	} catch (error) {
		process.exitCode = 2;
		const reason =
			error instanceof Refusal ? error.message : `This stopped by a fault of its own. ${inspect(error)}`;
		process.stderr.write(`${reason}\n`);
	}
}

function read(usage: string, config: ParseArgsConfig): Given<ParseArgsConfig> {
	try {
		return parseArgs(config);
	} catch (error) {
		const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
		const [name = ''] = /npm run \w+/.exec(usage) ?? [];
		throw new Refusal(`${sentence}. See ${name} -- --help.`);
	}
}

/**
 * The value of a flag that takes one of several words.
 *
 * @throws {Refusal} when it is none of them
 */
export function oneOf<T extends string>(what: string, choices: readonly T[], given: string): T {
	const choice = choices.find((each) => each === given);
	if (choice === undefined) throw new Refusal(noneOf(what, choices, given));
	return choice;
}

/** Says that a word is none of those that are expected, and which was meant. */
export function noneOf(what: string, choices: readonly string[], given: string): string {
	const meant = nearest(given, choices);
	const remedy = meant === undefined ? '' : ` Did you mean "${meant}"?`;
	return `"${given}" is not a ${what}; ${choices.join(', ')} are.${remedy}`;
}
