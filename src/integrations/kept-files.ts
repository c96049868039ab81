import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files that are kept in a directory from one build to the next, by what they are made of. Those that were not asked for go when the
 * work is done.
 *
 * @param work is given what gives a file: the kept one, or one that is made and kept
 */
export function withKeptFiles<T>(
	directory: string,
	work: (fileOf: (madeOf: string, make: () => Uint8Array) => Uint8Array) => T,
): T {
	mkdirSync(directory, { recursive: true });
	const kept = new Set(readdirSync(directory));
	const asked = new Set<string>();
	const result = work((madeOf, make) => {
		const name = createHash('sha256').update(madeOf).digest('hex');
		const path = join(directory, name);
		asked.add(name);
		if (kept.has(name)) return readFileSync(path);
		const made = make();
		// Whole or not at all, however the build ends.
		writeFileSync(`${path}.part`, made);
		renameSync(`${path}.part`, path);
		return made;
	});
	for (const name of kept) if (!asked.has(name)) rmSync(join(directory, name));
	return result;
}
