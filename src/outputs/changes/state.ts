import { filesIn } from '../../records/content.ts';
import { ending, filePath, type ContentRead } from '../../records/read-texts.ts';
import type { Group } from '../../records/values.ts';
import { singles } from '../../schema/index.ts';

/** The data of a file, or its text if it does not match the current schema. */
export type StateFile = { readonly data: Group } | { readonly text: string };

/** The content at a point in time: all readable files by address, such as `members/greece` or `site`. */
export type State = ReadonlyMap<string, StateFile>;

/** Returns the current state of a content directory. */
export const stateOf = ({ draft, texts }: ContentRead, directory: string): State =>
	new Map<string, StateFile>([
		...[...singles, ...draft.unreadable].flatMap((address) => {
			const text = texts.get(filePath(directory, address + ending));
			return text === undefined ? [] : [[address, { text }] as const];
		}),
		...filesIn(draft).map(({ address, file }) => [address, { data: file.data }] as const),
	]);
