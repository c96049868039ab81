import { git } from './git.ts';
import { buildInputs } from './inputs.ts';
import { withoutEnding } from './read-texts.ts';
import { UserError } from './user-error.ts';

const toDay = (seconds: string | number): string =>
	new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

/**
 * The day that counts as today: that of `SOURCE_DATE_EPOCH`, else that of the last commit, in UTC, so that two builds of one commit
 * agree.
 *
 * @returns `YYYY-MM-DD`
 * @throws {UserError} when neither is there, with what to do
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function today(): string {
	const seconds = buildInputs().now ?? git('log', '-1', '--format=%ct')?.trim();
	if (seconds === undefined || seconds === '') {
		throw new UserError(
			'What day is today? This folder has no Git history; set SOURCE_DATE_EPOCH to a number of seconds since 1970.',
		);
	}
	return toDay(seconds);
}

/** Whether the history of the files is cut short, or not there at all: then it does not say when each last changed. */
export const isShallow = (directory = '.'): boolean =>
	git('-C', directory, 'rev-parse', '--is-shallow-repository')?.trim() !== 'false';

/** What Git tells of files: the path of each, the one it has since where it was renamed, and the day of the commit. */
function* changesIn(...options: string[]) {
	let day: string | undefined;
	const parts = (git(...options) ?? '').split('\0').values();
	for (const part of parts) {
		const line = part.trim();
		if (/^\d{9,}$/.test(line)) day = toDay(line);
		if (!/^[A-Z]\d*$/.test(line)) continue;
		const { value: path = '' } = parts.next();
		yield { path, now: line.startsWith('R') ? parts.next().value : undefined, day };
	}
}

/**
 * The day of the last commit that changed each file below a directory, by the file's path from the current directory.
 * Empty where the history is absent or cut short: a wrong date is worse than none.
 */
export function lastChanges(directory: string): ReadonlyMap<string, string> {
	const changes = new Map<string, string>();
	if (isShallow()) return changes;
	const options = ['--format=%ct', '--no-renames', '--name-status', '--relative', '-z'];
	for (const { path, day = '' } of changesIn('log', ...options, '--', directory))
		if (!changes.has(path)) changes.set(path, day);
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

/** What became of a record that is not there any more. */
export interface Fate {
	/** The day of the commit that took it away, as `YYYY-MM-DD`; nothing where that is not committed yet. */
	readonly day: string | undefined;
	/** What it is since, as `kind/id`, if it was renamed. */
	readonly now: string | undefined;
}

/** What became of the records of a content directory that are not there any more, as `kind/id`. Empty where there is no history. */
export function goneRecords(directory: string): ReadonlyMap<string, Fate> {
	const options = ['-M', '--diff-filter=DR', '--name-status', '--relative', '-z'];
	const gone = new Map<string, Fate>();
	for (const { path, now, day } of [
		...changesIn('-C', directory, 'diff', ...options, 'HEAD', '--', '.'),
		...changesIn('-C', directory, 'log', '--format=%ct', ...options, '--', '.'),
	]) {
		const record = withoutEnding(path);
		if (!gone.has(record)) gone.set(record, { day, now: now && withoutEnding(now) });
	}
	return gone;
}
