import { type Zippable, zipSync } from 'fflate';

/** The time that every file in the archive bears, so that the same files give the same bytes: the first that ZIP can write. */
const time = new Date(1980, 0, 1);

/** One archive of some files, by their paths. */
export function archiveOf(
	files: Iterable<readonly [path: string, content: string]>,
): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const [path, content] of files) entries[path] = new TextEncoder().encode(content);
	return zipSync(entries, { mtime: time });
}
