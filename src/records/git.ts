import { execFileSync } from 'node:child_process';

/** Returns the output of a Git command, or `undefined` if it fails. Git runs in the current directory unless `-C` names another. */
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

/** Returns the output of a Git command as text, or `undefined` if it fails. */
export const git = (...options: string[]): string | undefined => gitBytes(options)?.toString();
