import { execFileSync } from 'node:child_process';
import { Refusal } from './refusal.ts';

const git = (...options: string[]): string | undefined => {
	try {
		return execFileSync('git', options, {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			maxBuffer: 2 ** 28,
		});
	} catch {
		return undefined;
	}
};

const toDay = (seconds: string): string => new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

/**
 * The day that counts as today: that of `SOURCE_DATE_EPOCH` (seconds), else that of the last commit, in UTC, so that two
 * builds of one commit agree (design section 4, build inputs).
 *
 * @returns `YYYY-MM-DD`
 * @throws {Refusal} when neither is there, with what to do
 */
export function today(): string {
	const given = process.env.SOURCE_DATE_EPOCH;
	if (given !== undefined && !/^\d+$/.test(given)) {
		throw new Refusal(`SOURCE_DATE_EPOCH is "${given}"; a number of seconds since 1970 is expected.`);
	}
	const seconds = given ?? git('log', '-1', '--format=%ct')?.trim();
	if (!seconds) {
		throw new Refusal(
			'What day is today? This folder has no Git history; set SOURCE_DATE_EPOCH to a number of seconds since 1970.',
		);
	}
	return toDay(seconds);
}

/**
 * The day of the last commit that changed each file below a directory, by the file's path from the current directory.
 * Empty where the history is absent or cut short: a wrong date is worse than none.
 */
export function lastChanges(directory: string): ReadonlyMap<string, string> {
	if (git('rev-parse', '--is-shallow-repository')?.trim() !== 'false') return new Map();
	const log = git('log', '--format=%x00%ct', '--name-only', '--relative', '-z', '--', directory) ?? '';
	const changes = new Map<string, string>();
	let day = '';
	for (const line of log.split('\0').map((part) => part.trim())) {
		if (/^\d{9,}$/.test(line)) day = toDay(line);
		else if (line !== '' && !changes.has(line)) changes.set(line, day);
	}
	return changes;
}
