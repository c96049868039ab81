/** An error that the user can fix. The message is shown without a stack trace, because the error is not a bug. */
export class UserError extends Error {
	override name = 'UserError';
	override stack = '';
}

/** Returns the message of a `UserError`, or of a system error about missing permissions or disk space. */
export function userMessage(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	if (error instanceof UserError) return error.message;
	const { message, path = 'a file' } = error as NodeJS.ErrnoException;
	const [, reason] = /^(?:EACCES|EDQUOT|EIO|EMFILE|ENOSPC|EPERM|EROFS): ([^,]+)/.exec(message) ?? [];
	return reason && `No access to ${path}: ${reason}. Check its permissions and the space on its disk.`;
}

/** Runs a function, but prints the message of a `UserError` and ends the process. */
export function orExit<T>(act: () => T): T {
	try {
		return act();
	} catch (error) {
		const message = userMessage(error);
		if (message === undefined) throw error;
		process.stderr.write(`${message}\n`);
		process.exit(1);
	}
}
