import { execFileSync } from 'node:child_process';

/** What Git prints when it is run in the current directory, or with `-C` in another; nothing where it fails. */
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

/** The same as text. */
export const git = (...options: string[]): string | undefined => gitBytes(options)?.toString();
