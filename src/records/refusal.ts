/** Why something could not be done at all, in sentences for whoever asked for it: where in the program it was found helps no one. */
export class Refusal extends Error {
	override name = 'Refusal';
	override stack = '';
}

/** What a function gives; where it refuses, the process ends with what it says, and with no more: thrown, it would get a stack trace. */
export function orEnd<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	}
}
