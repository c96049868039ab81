/** Why something could not be done at all, in sentences for whoever asked for it: where in the program it was found helps no one. */
export class UserError extends Error {
	override name = 'UserError';
	override stack = '';
}

/** What a function gives; where it refuses, the process ends with what it says, and with no more: thrown, it would get a stack trace. */
export function orExit<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	}
}
