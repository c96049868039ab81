/** An error that the user can fix, with a message in plain sentences. It has no stack trace, because the program is not at fault. */
export class UserError extends Error {
	override name = 'UserError';
	override stack = '';
}

/** Returns the result of a function. If the function throws a `UserError`, prints only the message and ends the process. */
export function orExit<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	}
}
