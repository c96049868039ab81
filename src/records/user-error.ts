/** An error that the user can fix, with a plain-language message. No stack trace is shown, because a user error is not a bug. */
export class UserError extends Error {
	override name = 'UserError';
	override stack = '';
}

/** Runs a function and returns its result. If the function throws a `UserError`, prints only the message and ends the process. */
export function orExit<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	}
}
