import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files that are kept in a directory from one build to the next, by what they are made of. Those that were not asked for go when the
 * work is done.
 *
 * @param work is given what gives the path of a file: of the kept one, or of one that is made and kept
 */
export function withKeptFiles<T>(
	directory: string,
	work: (fileOf: (madeOf: string, make: () => Uint8Array) => string) => T,
): T {
	mkdirSync(directory, { recursive: true });
	const kept = new Set(readdirSync(directory));
	const asked = new Set<string>();
	const result = work((madeOf, make) => {
		const name = createHash('sha256').update(madeOf).digest('hex');
		const path = join(directory, name);
		asked.add(name);
		if (!kept.has(name)) {
			// Whole or not at all, however the build ends.
			writeFileSync(`${path}.part`, make());
			renameSync(`${path}.part`, path);
		}
		return path;
	});
	for (const name of kept) if (!asked.has(name)) rmSync(join(directory, name));
	return result;
}
