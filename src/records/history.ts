import { git, runGit } from './git.ts';
import { buildInputs } from './inputs.ts';
import { withoutEnding } from './read-texts.ts';
import { UserError } from './user-error.ts';

const toDay = (seconds: string | number): string =>
	new Date(Number(seconds) * 1000).toISOString().slice(0, 10);

/**
 * Returns the date to use as today (`YYYY-MM-DD`, in UTC): from `SOURCE_DATE_EPOCH` or, by default, from the last commit in the content's
 * repository. This makes builds of the same commit identical.
 *
 * @throws {UserError} if there is no commit and `SOURCE_DATE_EPOCH` is not set
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function today(directory = buildInputs().contentDirectory): string {
	const seconds = buildInputs().now ?? git(directory, 'log', '-1', '--format=%ct')?.trim();
	if (seconds !== undefined && seconds !== '') return toDay(seconds);
	const refusal = refusalOfGit(directory);
	const reason = refusal
		? `Git cannot read the history of "${directory}".\n${refusal}\n`
		: `"${directory}" has no Git history. `;
	throw new UserError(`Unknown date: ${reason}Set SOURCE_DATE_EPOCH to a number of seconds since 1970.`);
}

const shallow = ['rev-parse', '--is-shallow-repository'];

/** Returns whether the Git history of a directory is incomplete (a shallow clone) or missing. */
export const isShallow = (directory: string): boolean => git(directory, ...shallow)?.trim() !== 'false';

/** Returns Git's error message if Git refuses to read the history, for example because the directory belongs to another user. */
export function refusalOfGit(directory: string): string | undefined {
	const result = runGit(directory, shallow);
	return 'error' in result && !result.error.includes('not a git repository') ? result.error : undefined;
}

/** Runs a Git command and yields each listed file with the date of its commit and, if it was renamed, the new path. */
function* changesIn(directory: string, ...options: string[]) {
	let day: string | undefined;
	const parts = (git(directory, ...options, '--', '.') ?? '').split('\0').values();
	for (const part of parts) {
		const line = part.trim();
		if (/^\d{9,}$/.test(line)) day = toDay(line);
		if (!/^[A-Z]\d*$/.test(line)) continue;
		const { value: path = '' } = parts.next();
		yield { path, now: line.startsWith('R') ? parts.next().value : undefined, day };
	}
}

/**
 * Returns the date of the last change to each record, by `kind/id`. Returns nothing for a shallow clone, because its dates would be wrong.
 */
export function lastChanges(directory: string): ReadonlyMap<string, string> {
	const changes = new Map<string, string>();
	if (isShallow(directory)) return changes;
	const options = ['--format=%ct', '--no-renames', '--name-status', '--relative', '-z'];
	for (const { path, day = '' } of changesIn(directory, 'log', ...options)) {
		const record = withoutEnding(path);
		if (!changes.has(record)) changes.set(record, day);
	}
	return changes;
}

export interface Edition {
	/** The date of the commit, as `YYYY-MM-DD`. */
	readonly day: string;
	readonly commit: string;
}

/** Returns the edition of the files in a directory, or `undefined` if the clone is shallow or has uncommitted changes. */
export function editionOf(directory: string): Edition | undefined {
	// Avoids Git's optional locks, so that other processes can commit during a build.
	const uncommitted = git(directory, '--no-optional-locks', 'status', '--porcelain', '--', '.');
	if (isShallow(directory) || uncommitted !== '') return undefined;
	const [seconds = '', commit] =
		git(directory, 'log', '-1', '--format=%ct %H', '--', '.')?.trim().split(' ') ?? [];
	return commit === undefined ? undefined : { day: toDay(seconds), commit };
}

export interface Fate {
	/** The date of the commit that removed the record, as `YYYY-MM-DD`, or `undefined` if the removal is not committed yet. */
	readonly day: string | undefined;
	/** The new `kind/id` of a renamed record. */
	readonly now: string | undefined;
}

/** Returns what happened to each removed or renamed record, by its old `kind/id`. */
export function goneRecords(directory: string): ReadonlyMap<string, Fate> {
	const options = ['-M', '--diff-filter=DR', '--name-status', '--relative', '-z'];
	const gone = new Map<string, Fate>();
	for (const { path, now, day } of [
		...changesIn(directory, 'diff', ...options, 'HEAD'),
		...changesIn(directory, 'log', '--format=%ct', ...options),
	]) {
		const record = withoutEnding(path);
		if (!gone.has(record)) gone.set(record, { day, now: now && withoutEnding(now) });
	}
	return gone;
}
