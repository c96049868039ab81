import type { Reading } from '../../records/read-texts.ts';
import type { Group } from '../../records/schema-walk.ts';
import { type Single, singleSchemas } from '../../schema/index.ts';
import { kinds } from '../../schema/kinds.ts';

/** What a file of the content holds, or its text where that is nothing of today's shape. */
export type StateFile = { readonly data: Group } | { readonly text: string };

/** The content at one time, as far as it could be read: every file by its address, such as `members/greece` or `site`. */
export type State = ReadonlyMap<string, StateFile>;

/**
 * The state that a reading of a content directory shows.
 *
 * @param reading what was read
 * @param directory the directory, as it was given to the reading
 */
export function stateOf({ draft, texts }: Reading, directory: string): State {
	const folder = directory.replaceAll('\\', '/').replace(/\/+$/, '');
	const files = new Map<string, StateFile>();
	const singles = Object.keys(singleSchemas) as Single[];
	for (const address of [...singles, ...draft.unreadable]) {
		const text = texts.get(`${folder}/${address}.yaml`);
		if (text !== undefined) files.set(address, { text });
	}
	for (const single of singles) {
		const read = draft[single];
		if (read) files.set(single, { data: read.data });
	}
	for (const kind of kinds) {
		for (const { id, data } of draft.records[kind]) files.set(`${kind}/${id}`, { data });
	}
	return files;
}
