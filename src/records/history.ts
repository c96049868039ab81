import { git } from './git.ts';
import { buildInputs } from './inputs.ts';
import { withoutEnding } from './read-texts.ts';
import { UserError } from './user-error.ts';

const toDay = (seconds: string | number): string =>
	new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

/**
 * Returns the day that counts as today, as `YYYY-MM-DD` in UTC: the day of `SOURCE_DATE_EPOCH` or else of the last commit. Two builds of
 * one commit therefore agree.
 *
 * @throws {UserError} if there is neither
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function today(): string {
	const seconds = buildInputs().now ?? git('log', '-1', '--format=%ct')?.trim();
	if (seconds === undefined || seconds === '') {
		throw new UserError(
			'Unknown date: this folder has no Git history. Set SOURCE_DATE_EPOCH to a number of seconds since 1970.',
		);
	}
	return toDay(seconds);
}

/** Checks whether the repository is a shallow clone or missing. Its history then lacks the last change of some files. */
export const isShallow = (directory = '.'): boolean =>
	git('-C', directory, 'rev-parse', '--is-shallow-repository')?.trim() !== 'false';

/** Returns the files that a Git command lists, with the day of the commit. A renamed file also has its new path. */
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
 * Returns the day of the last commit that changed each file below a directory, by the file's path from the current directory. A shallow
 * clone gives an empty map, because a wrong date is worse than none.
 */
export function lastChanges(directory: string): ReadonlyMap<string, string> {
	const changes = new Map<string, string>();
	if (isShallow()) return changes;
	const options = ['--format=%ct', '--no-renames', '--name-status', '--relative', '-z'];
	for (const { path, day = '' } of changesIn('log', ...options, '--', directory))
		if (!changes.has(path)) changes.set(path, day);
	return changes;
}

/** The state of the content in its last commit. */
export interface Edition {
	/** The day of that commit, as `YYYY-MM-DD`. */
	readonly day: string;
	/** The full hash of the commit. */
	readonly commit: string;
}

/**
 * Returns the edition of the files below a directory. There is none in a shallow clone or if the files have uncommitted changes, because
 * readers must be able to look up an edition.
 */
export function editionOf(directory: string): Edition | undefined {
	// Without locks, somebody else can commit during a build.
	const uncommitted = git('--no-optional-locks', 'status', '--porcelain', '--', directory);
	if (isShallow() || uncommitted !== '') return undefined;
	const [seconds = '', commit] =
		git('log', '-1', '--format=%ct %H', '--', directory)?.trim().split(' ') ?? [];
	return commit === undefined ? undefined : { day: toDay(seconds), commit };
}

/** What happened to a record that no longer exists. */
export interface Fate {
	/** The day of the commit that removed the record, as `YYYY-MM-DD`, or `undefined` if the removal is not committed yet. */
	readonly day: string | undefined;
	/** The new `kind/id` of a renamed record. */
	readonly now: string | undefined;
}

/** Returns what happened to the removed and renamed records of a content directory, by their old `kind/id`. */
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
