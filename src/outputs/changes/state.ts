import { filesIn } from '../../records/content.ts';
import { ending, filePath, type ContentRead } from '../../records/read-texts.ts';
import type { Group } from '../../records/values.ts';
import { singles } from '../../schema/index.ts';

/** What a file of the content holds, or its text where that is nothing of today's shape. */
export type StateFile = { readonly data: Group } | { readonly text: string };

/** The content at one time, as far as it could be read: every file by its address, such as `members/greece` or `site`. */
export type State = ReadonlyMap<string, StateFile>;

/** The state that a reading of a content directory shows. */
export const stateOf = ({ draft, texts }: ContentRead, directory: string): State =>
	new Map<string, StateFile>([
		...[...singles, ...draft.unreadable].flatMap((address) => {
			const text = texts.get(filePath(directory, address + ending));
			return text === undefined ? [] : [[address, { text }] as const];
		}),
		...filesIn(draft).map(({ address, file }) => [address, { data: file.data }] as const),
	]);
