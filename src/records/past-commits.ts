import { compareText } from '../schema/edtf.ts';
import { runGit } from './git.ts';
import { isShallow, refusalOfGit } from './history.ts';
import { UserError } from './user-error.ts';

/** A commit that changed files in a directory. A merge counts as one commit. */
export type PastCommit = ReturnType<typeof pastCommits>[number];

/**
 * Returns the contents of all files in a directory at an earlier commit, by relative path. Does not change Git's work tree or index.
 *
 * @throws {UserError} if the commit or the Git repository does not exist
 */
export function pastTexts(directory: string, ref: string): ReadonlyMap<string, string> {
	if (gitIn(directory, ['rev-parse', '--is-inside-work-tree']).length === 0)
		throw new UserError(
			refusalOfGit(directory) ??
				`"${directory}" is not in a Git repository, so there is nothing to compare with.`,
		);
	const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const commit = gitIn(directory, verify).toString().trim();
	if (commit === '') throw new UserError(`Unknown commit, branch or tag "${ref}".`);
	const files = gitIn(directory, ['ls-tree', '-r', '-z', commit, '--', '.'])
		.toString()
		.matchAll(/ blob (\w+)\t([^\0]+)/g);
	const idByPath = new Map([...files].map(([, id = '', path = '']) => [path, id]));
	const texts = textsOf(directory, [...idByPath.values()]);
	return new Map([...idByPath].map(([path, id]) => [path, texts.get(id) ?? '']));
}

/**
 * Returns the latest commits that changed files in a directory, newest first. Leaves out the oldest commit of a shallow clone, because its
 * changes are unknown.
 *
 * @param mostFiles if a commit changed more files than this number, their contents are left out
 */
export function pastCommits(directory: string, most: number, mostFiles: number) {
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
			/** The contents of the files before and after the commit, by path; empty if the commit changed too many files. */
			before: textsAt(0),
			after: textsAt(1),
		};
	});
}

export type FilesChanged = Pick<PastCommit, 'added' | 'changed' | 'removed' | 'before' | 'after'>;

/**
 * Combines several consecutive commits into one change. Leaves out files that are the same before and after.
 *
 * @param commits newest first, with the contents of all files
 */
export function overallChange(commits: readonly FilesChanged[]): FilesChanged {
	const [before, after] = [new Map<string, string>(), new Map<string, string>()];
	const keep = (
		kept: Map<string, string>,
		side: 'before' | 'after',
		{ [side]: texts, ...files }: FilesChanged,
	) => {
		for (const path of [...files.added, ...files.changed, ...files.removed]) {
			const text = texts.get(path);
			if (text === undefined) kept.delete(path);
			else kept.set(path, text);
		}
	};
	for (const commit of commits) keep(before, 'before', commit);
	for (const commit of commits.toReversed()) keep(after, 'after', commit);
	const paths = [...new Set([...before.keys(), ...after.keys()])]
		.filter((path) => before.get(path) !== after.get(path))
		.sort(compareText);
	const only = (texts: ReadonlyMap<string, string>) =>
		new Map(paths.flatMap((path) => (texts.has(path) ? [[path, texts.get(path) ?? '']] : [])));
	return {
		added: paths.filter((path) => !before.has(path)),
		changed: paths.filter((path) => before.has(path) && after.has(path)),
		removed: paths.filter((path) => !after.has(path)),
		before: only(before),
		after: only(after),
	};
}

/**
 * Returns the day of each edition, by the last commit that changed the content before it. Editions are tags such as `edition-2026-12-02`.
 */
export function editionsByCommit(directory: string): ReadonlyMap<string, string> {
	const tags = gitIn(directory, ['tag', '--list', 'edition-????-??-??', '--merged', 'HEAD']).toString();
	return new Map(
		tags
			.split('\n')
			.filter(Boolean)
			.map((tag) => [
				gitIn(directory, ['log', '-1', '--format=%H', tag, '--', '.']).toString().trim(),
				tag.slice('edition-'.length),
			]),
	);
}

/** Parses a commit from the output of `git log --raw -z`. The formatted line is followed by the modes, blob ids and path of each file. */
function readCommit(part: string) {
	const [head = '', ...raw] = part.split('\0');
	const [commit = '', seconds, parent] = head.trim().split(' ');
	const files = raw.flatMap((line, index) => {
		const blobs = /:\d+ \d+ (\w+) (\w+) \w+$/.exec(line)?.slice(1);
		// An id of zeros means that the file does not exist.
		const [old, now] = blobs?.map((id) => (/^0+$/.test(id) ? undefined : id)) ?? [];
		return blobs ? [{ path: raw[index + 1] ?? '', blobs: [old, now] as const }] : [];
	});
	const time = new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
	return { commit, time, hasParent: parent !== undefined, files };
}

/** Returns the contents of Git blobs by id. Before each blob, Git prints a line that ends with the blob's size. */
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

function gitIn(directory: string, options: readonly string[], input?: string): Buffer {
	const result = runGit(directory, options, input);
	return 'output' in result ? result.output : Buffer.of();
}
