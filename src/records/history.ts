import { git } from './git.ts';
import { buildInputs } from './inputs.ts';
import { Refusal } from './refusal.ts';

const toDay = (seconds: string | number): string =>
	new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

/**
 * The day that counts as today: that of `SOURCE_DATE_EPOCH`, else that of the last commit, in UTC, so that two builds of one commit
 * agree.
 *
 * @returns `YYYY-MM-DD`
 * @throws {Refusal} when neither is there, with what to do
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function today(): string {
	const seconds = buildInputs().now ?? git('log', '-1', '--format=%ct')?.trim();
	if (seconds === undefined || seconds === '') {
		throw new Refusal(
			'What day is today? This folder has no Git history; set SOURCE_DATE_EPOCH to a number of seconds since 1970.',
		);
	}
	return toDay(seconds);
}

/** Whether the history of the files is cut short, or not there at all: then it does not say when each last changed. */
export const isShallow = (directory = '.'): boolean =>
	git('-C', directory, 'rev-parse', '--is-shallow-repository')?.trim() !== 'false';

/**
 * The day of the last commit that changed each file below a directory, by the file's path from the current directory.
 * Empty where the history is absent or cut short: a wrong date is worse than none.
 */
export function lastChanges(directory: string): ReadonlyMap<string, string> {
	if (isShallow()) return new Map();
	const log = git('log', '--format=%x00%ct', '--name-only', '--relative', '-z', '--', directory) ?? '';
	const changes = new Map<string, string>();
	let day = '';
	for (const line of log.split('\0').map((part) => part.trim())) {
		if (/^\d{9,}$/.test(line)) day = toDay(line);
		else if (line !== '' && !changes.has(line)) changes.set(line, day);
	}
	return changes;
}

/** Which state of the content something was made from: the last commit that changed it. */
export interface Edition {
	/** The day of that commit, as `YYYY-MM-DD`. */
	readonly day: string;
	/** Its whole hash. */
	readonly commit: string;
}

/**
 * The edition of what is below a directory. None where the history is absent or cut short, or where no commit has the files as they
 * are: who follows an edition finds what was published.
 */
export function editionOf(directory: string): Edition | undefined {
	// A build that only looks keeps nobody from committing meanwhile.
	const uncommitted = git('--no-optional-locks', 'status', '--porcelain', '--', directory);
	if (isShallow() || uncommitted !== '') return undefined;
	const [seconds = '', commit] =
		git('log', '-1', '--format=%ct %H', '--', directory)?.trim().split(' ') ?? [];
	return commit === undefined ? undefined : { day: toDay(seconds), commit };
}

/** What became of a file that is not there any more. */
export interface Fate {
	/** The day of the commit that took it away, as `YYYY-MM-DD`; nothing where that is not committed yet. */
	readonly day: string | undefined;
	/** The path it has since, if it was renamed. */
	readonly now: string | undefined;
}

/**
 * What became of the files that were below a directory once, by their paths within it. Empty where there is no history.
 */
export function goneFiles(directory: string): ReadonlyMap<string, Fate> {
	const options = ['-M', '--diff-filter=DR', '--name-status', '--relative', '-z'];
	const at = (...words: string[]): string => git('-C', directory, ...words) ?? '';
	const gone = new Map<string, Fate>();
	for (const [log, isCommitted] of [
		[at('diff', ...options, 'HEAD', '--', '.'), false],
		[at('log', '--format=%ct', ...options, '--', '.'), true],
	] as const) {
		let day: string | undefined;
		const parts = log.split('\0').map((part) => part.trim());
		for (let index = 0; index < parts.length; index++) {
			const part = parts[index] ?? '';
			if (isCommitted && /^\d{9,}$/.test(part)) day = toDay(part);
			if (!/^(?:D|R\d+)$/.test(part)) continue;
			const path = parts[++index] ?? '';
			const now = part === 'D' ? undefined : parts[++index];
			if (!gone.has(path)) gone.set(path, { day, now });
		}
	}
	return gone;
}
