import { spawnSync } from 'node:child_process';

/** Runs a Git command in a directory. Returns the output or, if the command fails, an error message. */
export function runGit(
	directory: string,
	options: readonly string[],
	input = '',
): { readonly output: Buffer } | { readonly error: string } {
	const { status, stdout, stderr, error } = spawnSync('git', ['-C', directory, ...options], {
		input,
		maxBuffer: 2 ** 28,
		// Git must write its messages in English, because other code searches them.
		env: { ...process.env, LC_ALL: 'C' },
	});
	if (status === 0) return { output: stdout };
	return { error: error ? `Git does not run: ${error.message}` : stderr.toString().trim() };
}

/** Runs a Git command in a directory. Returns the output as text, or `undefined` if the command fails. */
export function git(directory: string, ...options: string[]): string | undefined {
	const result = runGit(directory, options);
	return 'output' in result ? result.output.toString() : undefined;
}
