import type { Reading } from '../../records/read-content.ts';
import type { RecordData, Single, SingleData } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';

/** A record as a state of the content holds it. */
export interface StateRecord<K extends Kind = Kind> {
	readonly id: string;
	readonly data: RecordData<K>;
}

/** The content at one time, as far as it could be read. */
export interface State {
	readonly records: { readonly [K in Kind]: readonly StateRecord<K>[] };
	readonly site: SingleData<'site'> | undefined;
	readonly network: SingleData<'network'> | undefined;
	/** The texts of files that hold no record of today's shape, by address: `members/greece`, `site`. */
	readonly unreadable: ReadonlyMap<string, string>;
	/** How many problems a check finds in it. */
	readonly problemCount: number;
}

/** A record in both states, in one of them, or in a form that could not be read. */
export interface Pair<K extends Kind = Kind> {
	readonly kind: K;
	readonly before: StateRecord<K> | undefined;
	readonly after: StateRecord<K> | undefined;
	/** The address of the file in each state, where there is one. */
	readonly files: { readonly before: string | undefined; readonly after: string | undefined };
}

const singles: readonly Single[] = ['site', 'network'];

/**
 * The state that a reading of a content directory shows.
 *
 * @param reading what was read
 * @param directory the directory, as it was given to the reading
 */
export function stateOf({ draft, problems, texts }: Reading, directory: string): State {
	const folder = directory.replaceAll('\\', '/').replace(/\/+$/, '');
	const textOf = (address: string): string | undefined => texts.get(`${folder}/${address}.yaml`);
	const unread = singles.filter((single) => !draft[single] && textOf(single) !== undefined);
	return {
		records: draft.records,
		site: draft.site?.data,
		network: draft.network?.data,
		unreadable: new Map([...draft.unreadable, ...unread].map((address) => [address, textOf(address) ?? ''])),
		problemCount: problems.length,
	};
}

/** The state before there was any content. */
export const emptyState: State = {
	records: Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as State['records'],
	site: undefined,
	network: undefined,
	unreadable: new Map(),
	problemCount: 0,
};
