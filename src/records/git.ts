import { execFileSync } from 'node:child_process';

/**
 * Runs a Git command and returns its output, or `undefined` if it fails. Git runs in the working directory unless `-C` sets another
 * directory.
 */
export function gitBytes(options: readonly string[], input = ''): Buffer | undefined {
	try {
		return execFileSync('git', options, {
			input,
			stdio: ['pipe', 'pipe', 'ignore'],
			maxBuffer: 2 ** 28,
		});
	} catch {
		return undefined;
	}
}

export const git = (...options: string[]): string | undefined => gitBytes(options)?.toString();
