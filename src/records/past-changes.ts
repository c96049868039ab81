import { execFileSync } from 'node:child_process';
import { isShallow } from './history.ts';

/** What a commit did to a file. */
export interface PastChange {
	/** The file's path within the directory. */
	readonly path: string;
	/** Its texts before and after; nothing where it was not there. Those of a commit that changed more files than were asked for are not read. */
	readonly before: string | undefined;
	readonly after: string | undefined;
	readonly what: 'added' | 'changed' | 'removed';
}

/** A commit that changed files below a directory; a merge counts as one. */
export interface PastCommit {
	readonly commit: string;
	/** When it was made: `2024-06-15T12:00:00Z`. */
	readonly time: string;
	readonly changes: readonly PastChange[];
}

/**
 * The last commits that changed files below a directory, the newest first. Empty where there is no history; of one that is cut short,
 * only those before which there is a known one.
 *
 * @param most how many commits at most
 * @param mostFiles how many files a commit may have changed for their texts to be read
 */
export function pastCommits(directory: string, most: number, mostFiles: number): PastCommit[] {
	const git = (options: string[], input?: string): Buffer => {
		try {
			const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore'];
			return execFileSync('git', ['-C', directory, ...options], { input, stdio, maxBuffer: 2 ** 28 });
		} catch {
			return Buffer.of();
		}
	};
	const format = '--format=%x01%H %ct %P';
	const files = ['--raw', '--no-renames', '--no-abbrev', '--relative', '-z', '--', '.'];
	const log = git([
		'log',
		'--first-parent',
		'--diff-merges=first-parent',
		'-n',
		String(most),
		format,
		...files,
	]);
	const cut = isShallow();
	const commits = log
		.toString()
		.split('\u0001')
		.slice(1)
		.map((part) => {
			const [head = '', ...raw] = part.split('\0');
			const [commit = '', seconds, parent] = head.trim().split(' ');
			return { commit, time: toTime(seconds), isFirst: !parent, files: filesIn(raw) };
		})
		.filter(({ isFirst }) => !(cut && isFirst));
	const read = (changed: readonly RawChange[]): boolean => changed.length <= mostFiles;
	const wanted = commits.flatMap(({ files: changed }) =>
		read(changed) ? changed.flatMap(({ blobs }) => blobs) : [],
	);
	const ids = [...new Set(wanted)].filter((id) => !isNone(id));
	const texts = textsIn(git(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join('')), ids);
	return commits.map(({ commit, time, files: changed }) => ({
		commit,
		time,
		changes: changed.map(({ path, blobs: [old, now] }) => ({
			path,
			before: read(changed) ? texts.get(old) : undefined,
			after: read(changed) ? texts.get(now) : undefined,
			what: isNone(old) ? 'added' : isNone(now) ? 'removed' : 'changed',
		})),
	}));
}

const toTime = (seconds: string | undefined): string =>
	new Date(Number(seconds) * 1000).toISOString().replace('.000', '');

/** A file with the ids of its content before and after, all zeros where there is none. */
interface RawChange {
	readonly path: string;
	readonly blobs: readonly [string, string];
}

const isNone = (id: string): boolean => /^0+$/.test(id);

/** The files of `git log --raw -z`: each a line of modes and ids, then its path. */
function filesIn(parts: readonly string[]): RawChange[] {
	const files: RawChange[] = [];
	for (let index = 0; index < parts.length; index++) {
		const [, old, now] = /:\d+ \d+ (\w+) (\w+) \w+$/.exec(parts[index] ?? '') ?? [];
		const path = parts[index + 1];
		if (old !== undefined && now !== undefined && path !== undefined) files.push({ path, blobs: [old, now] });
	}
	return files;
}

/** The texts that `git cat-file --batch` prints, each after a line with its size, by their ids. */
function textsIn(batch: Buffer, ids: readonly string[]): ReadonlyMap<string, string> {
	let place = 0;
	return new Map(
		ids.map((id) => {
			const end = batch.indexOf('\n', place);
			const size = Number(batch.toString('utf8', place, end).split(' ')[2]);
			const text = batch.toString('utf8', end + 1, end + 1 + size);
			place = end + 1 + size + 1;
			return [id, text];
		}),
	);
}
