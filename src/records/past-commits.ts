import { gitBytes } from './git.ts';
import { isShallow } from './history.ts';
import { UserError } from './user-error.ts';

/** A commit that changed files below a directory; what was merged counts as one. */
export interface PastCommit {
	/** Its whole hash. */
	readonly commit: string;
	/** When it was made: `2024-06-15T12:00:00Z`. */
	readonly time: string;
	/** The paths within the directory of the files that it added, changed and removed. */
	readonly added: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
	/** The texts of these files before and after it, by their paths; none of a commit that changed more than were asked for. */
	readonly before: ReadonlyMap<string, string>;
	readonly after: ReadonlyMap<string, string>;
}

/**
 * The texts of the files below a directory as a commit had them, by their paths within it. Neither the work tree nor Git's index is
 * touched.
 *
 * @param ref a commit, branch or tag
 * @throws {UserError} when the commit, or Git, is not there
 */
export function pastTexts(directory: string, ref: string): ReadonlyMap<string, string> {
	if (gitIn(directory, ['rev-parse', '--is-inside-work-tree']).length === 0)
		throw new UserError(`"${directory}" has no Git history to compare it with.`);
	const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const commit = gitIn(directory, verify).toString().trim();
	if (commit === '') throw new UserError(`"${ref}" is no commit, branch or tag that is known here.`);
	const files = gitIn(directory, ['ls-tree', '-r', '-z', commit, '--', '.'])
		.toString()
		.matchAll(/ blob (\w+)\t([^\0]+)/g);
	const idByPath = new Map([...files].map(([, id = '', path = '']) => [path, id]));
	const texts = textsOf(directory, [...idByPath.values()]);
	return new Map([...idByPath].map(([path, id]) => [path, texts.get(id) ?? '']));
}

/**
 * The last commits that changed files below a directory, the newest first. None where there is no history; of one that is cut short,
 * not the first, of which nothing tells what it changed.
 *
 * @param mostFiles how many files a commit may have changed for their texts to be read
 */
export function pastCommits(directory: string, most: number, mostFiles: number): PastCommit[] {
	const commits = gitIn(directory, [
		...['log', '-n', String(most), '--first-parent', '--diff-merges=first-parent', '--format=%x01%H %ct %P'],
		...['--raw', '--no-renames', '--no-abbrev', '--relative', '-z', '--', '.'],
	])
		.toString()
		.split('\u0001')
		.slice(1)
		.map(readCommit)
		.filter(({ hasParent }) => hasParent || !isShallow(directory));
	const ids = commits
		.filter(({ files }) => files.length <= mostFiles)
		.flatMap(({ files }) => files.flatMap(({ blobs }) => blobs.filter((id) => id !== undefined)));
	const texts = textsOf(directory, ids);
	return commits.map(({ commit, time, files }) => {
		const read = files.length > mostFiles ? [] : files;
		const textsAt = (side: 0 | 1): ReadonlyMap<string, string> =>
			new Map(
				read.flatMap(({ path, blobs }) => {
					const text = texts.get(blobs[side] ?? '');
					return text === undefined ? [] : [[path, text] as const];
				}),
			);
		const changes = Map.groupBy(files, ({ blobs: [old, now] }) =>
			old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
		);
		const pathsOf = (change: 'added' | 'changed' | 'removed'): string[] =>
			(changes.get(change) ?? []).map(({ path }) => path);
		return {
			commit,
			time,
			added: pathsOf('added'),
			changed: pathsOf('changed'),
			removed: pathsOf('removed'),
			before: textsAt(0),
			after: textsAt(1),
		};
	});
}

/** A commit of `git log --raw -z`: a line of its own, then for each file a line of modes and blobs, and the path. */
function readCommit(part: string) {
	const [head = '', ...raw] = part.split('\0');
	const [commit = '', seconds, parent] = head.trim().split(' ');
	const files = raw.flatMap((line, index) => {
		const blobs = /:\d+ \d+ (\w+) (\w+) \w+$/.exec(line)?.slice(1);
		// Of a file that is not there Git writes zeros.
		const [old, now] = blobs?.map((id) => (/^0+$/.test(id) ? undefined : id)) ?? [];
		return blobs ? [{ path: raw[index + 1] ?? '', blobs: [old, now] as const }] : [];
	});
	const time = new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
	return { commit, time, hasParent: parent !== undefined, files };
}

/** The texts of files by the ids that Git has for them: it prints each after a line that ends in its size. */
function textsOf(directory: string, ids: readonly string[]): ReadonlyMap<string, string> {
	const batch = gitIn(directory, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
	let place = 0;
	return new Map(
		ids.map((id) => {
			const start = batch.indexOf('\n', place) + 1;
			const end = start + Number(batch.toString('utf8', place, start).split(' ').at(-1));
			place = end + 1;
			return [id, new TextDecoder().decode(batch.subarray(start, end))];
		}),
	);
}

const gitIn = (directory: string, options: readonly string[], input?: string): Buffer =>
	gitBytes(['-C', directory, ...options], input) ?? Buffer.of();
