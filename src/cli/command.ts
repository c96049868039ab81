import { inspect, parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../schema/nearest.ts';
import { UserError, userMessage } from '../records/user-error.ts';

type Given<T extends ParseArgsConfig> = ReturnType<typeof parseArgs<T>>;

/**
 * Runs a command. Parses the arguments, prints the usage for `--help`, and prints errors without a stack trace if the user can fix them.
 * After an error, the exit status is 2.
 *
 * @param usage the help text; its first line shows the command
 */
export async function command<T extends ParseArgsConfig>(
	usage: string,
	config: T,
	act: (given: Given<T>) => string | Promise<string>,
): Promise<void> {
	// Does not use process.exit(), which would cut off output to a pipe.
	try {
		const given = read(usage, { ...config, options: { ...config.options, help: { type: 'boolean' } } });
		process.stdout.write(given.values.help === true ? usage : await act(given as Given<T>));
	} catch (error) {
		process.exitCode = 2;
		const message =
			userMessage(error) ??
			`Internal error. This is a bug; please report it with the text below.\n${inspect(error)}`;
		process.stderr.write(`${message}\n`);
	}
}

function read(usage: string, config: ParseArgsConfig): Given<ParseArgsConfig> {
	try {
		return parseArgs(config);
	} catch (error) {
		const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
		const [name = ''] = /npm run \w+/.exec(usage) ?? [];
		throw new UserError(`${sentence}. For all options, run: ${name} -- --help`);
	}
}

export function oneOf<T extends string>(what: string, choices: readonly T[], given: string): T {
	const choice = choices.find((each) => each === given);
	if (choice === undefined) throw new UserError(noneOf(what, choices, given));
	return choice;
}

export function noneOf(what: string, choices: readonly string[], given: string): string {
	const meant = nearest(given, choices);
	const unknown = `Unknown ${what} "${given}"`;
	const all = choices.join(', ');
	return meant === undefined
		? `${unknown}. Choose one of: ${all}.`
		: `${unknown} (${all}). Did you mean "${meant}"?`;
}
