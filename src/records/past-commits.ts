import { git, runGit } from './git.ts';
import { isShallow, refusalOfGit } from './history.ts';
import { UserError } from './user-error.ts';

type Texts = ReadonlyMap<string, string>;

/** The contents of the affected files before and after a change, keyed by path. */
export interface FilesChanged {
	readonly before: Texts;
	readonly after: Texts;
}

/** A commit that changed files in a directory. A merge counts as one commit. */
export type PastCommit = ReturnType<typeof pastCommits>[number];

/**
 * Returns the contents of all files in a directory at an earlier commit, by relative path. Does not change Git's work tree or index.
 *
 * @throws {UserError} if the commit or the Git repository does not exist
 */
export function pastTexts(directory: string, ref: string): Texts {
	if (git(directory, 'rev-parse', '--is-inside-work-tree') === undefined)
		throw new UserError(
			refusalOfGit(directory) ??
				`"${directory}" is not in a Git repository, so there is nothing to compare with.`,
		);
	const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const commit = git(directory, ...verify)?.trim();
	if (commit === undefined) throw new UserError(`Unknown commit, branch or tag "${ref}".`);
	const files = git(directory, 'ls-tree', '-r', '-z', commit, '--', '.') ?? '';
	const idByPath = new Map(
		[...files.matchAll(/ blob (\w+)\t([^\0]+)/g)].map(([, id = '', path = '']) => [path, id]),
	);
	const texts = textsOf(directory, [...idByPath.values()]);
	return new Map([...idByPath].map(([path, id]) => [path, texts.get(id) ?? '']));
}

/**
 * Returns the latest commits that changed files in a directory, newest first. Leaves out the oldest commit of a shallow clone, because its
 * changes are unknown.
 */
export function pastCommits(directory: string, most: number) {
	const options = [
		...['log', '-n', String(most), '--first-parent', '--diff-merges=first-parent', '--format=%x01%H %ct %P'],
		...['--raw', '--no-renames', '--no-abbrev', '--relative', '-z', '--', '.'],
	];
	const commits = (git(directory, ...options) ?? '')
		.split('\u0001')
		.slice(1)
		.map(readCommit)
		.filter(({ hasParent }) => hasParent || !isShallow(directory));
	const blobs = commits.flatMap(({ files }) => files.flatMap((file) => file.blobs));
	const texts = textsOf(
		directory,
		blobs.filter((id) => id !== undefined),
	);
	return commits.map(({ commit, time, files }) => {
		const textsAt = (side: 0 | 1): Texts =>
			new Map(
				files.flatMap(({ path, blobs }) => {
					const text = texts.get(blobs[side] ?? '');
					return text === undefined ? [] : [[path, text] as const];
				}),
			);
		return { commit, time, before: textsAt(0), after: textsAt(1) };
	});
}

/** Returns the paths of the files that a change added, changed and removed. */
export const pathsByFate = ({ before, after }: FilesChanged) => ({
	added: [...after.keys()].filter((path) => !before.has(path)),
	changed: [...after.keys()].filter((path) => before.has(path)),
	removed: [...before.keys()].filter((path) => !after.has(path)),
});

/**
 * Combines several consecutive commits into one change.
 *
 * @param commits newest first, with the contents of all files
 */
export function overallChange(commits: readonly FilesChanged[]): FilesChanged {
	const textsAt = (side: 'before' | 'after', some: readonly FilesChanged[]): Texts =>
		some.reduce<Texts>((texts, { before, after, [side]: own }) => {
			const others = [...texts].filter(([path]) => !before.has(path) && !after.has(path));
			return new Map([...others, ...own]);
		}, new Map());
	return changeBetween(textsAt('before', commits), textsAt('after', commits.toReversed()));
}

/** Returns the files that differ between two states of a directory. */
export function changeBetween(before: Texts, after: Texts): FilesChanged {
	const different = (texts: Texts): Texts =>
		new Map([...texts].filter(([path]) => before.get(path) !== after.get(path)).sort());
	return { before: different(before), after: different(after) };
}

/**
 * Returns the day of each edition, keyed by the last commit that changed the content before it. Editions are tags such as
 * `edition-2026-12-02`.
 */
export const editionsByCommit = (directory: string): ReadonlyMap<string, string> =>
	new Map(
		(git(directory, 'tag', '--list', 'edition-????-??-??', '--merged', 'HEAD') ?? '')
			.split('\n')
			.filter(Boolean)
			.map((tag) => [
				(git(directory, 'log', '-1', '--format=%H', tag, '--', '.') ?? '').trim(),
				tag.slice('edition-'.length),
			]),
	);

/**
 * Parses a commit from the output of `git log --raw -z`. Git prints a formatted line, and then the modes, blob ids and path of each file.
 */
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
function textsOf(directory: string, ids: readonly string[]): Texts {
	const result = runGit(directory, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
	if ('error' in result) return new Map();
	const { output } = result;
	let place = 0;
	return new Map(
		ids.map((id) => {
			const start = output.indexOf('\n', place) + 1;
			const end = start + Number(output.toString('utf8', place, start).split(' ').at(-1));
			place = end + 1;
			return [id, new TextDecoder().decode(output.subarray(start, end))];
		}),
	);
}
