import { Zip, ZipDeflate } from 'fflate';

type Bytes = Uint8Array<ArrayBuffer>;

/** The time that every file in the archive bears, so that the same files give the same bytes: the first that ZIP can write. */
const time = new Date(1980, 0, 1);

/** One archive of some files, by their paths; each is compressed when it comes, and none held. */
export function archiveOf(files: Iterable<readonly [path: string, content: Bytes]>): Bytes {
	const parts: Bytes[] = [];
	const archive = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part);
	});
	for (const [path, content] of files) {
		const file = new ZipDeflate(path);
		file.mtime = time;
		archive.add(file);
		file.push(content, true);
	}
	archive.end();
	return new Uint8Array(Buffer.concat(parts));
}
