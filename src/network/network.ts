import type { Content } from '../records/content.ts';
import type { Edition } from '../records/history.ts';
import { memoize } from '../records/memoize.ts';
import { isPartOf } from '../schema/dispute.ts';
import { compareText } from '../schema/edtf.ts';
import type { PublishedAddress } from '../schema/addresses.ts';
import { fieldTree } from '../schema/field-tree.ts';
import { kindOf, type RecordData, type SingleData, singleSchemas } from '../schema/index.ts';
import { type Kind, kinds, ofEachKind } from '../schema/kinds.ts';
import { typographicRecord } from './typography.ts';

export type Entry<K extends Kind = Kind> = {
	[P in K]: RecordData<P> & { readonly kind: P; readonly id: string };
}[K];

interface Records {
	readonly account: SingleData<'network'>;
	/** The records of each kind, sorted by date. Records without dates are sorted by name. */
	readonly entries: { readonly [K in Kind]: readonly Entry<K>[] };
	/** All records, keyed by address (`kind/id`). */
	readonly byAddress: ReadonlyMap<string, Entry>;
}

export interface Network extends Records {
	readonly site: SingleData<'site'>;
	readonly today: string;
	/** The last commit that changed the content, or `undefined` if the Git history is incomplete. */
	readonly edition: Edition | undefined;
	/** Returns the day of the last change to a record as `YYYY-MM-DD`, or `undefined` if the Git history is incomplete. */
	readonly changedOn: (entry: Entry) => string | undefined;
	readonly address: (path: string) => string;
	readonly withdrawn: readonly PublishedAddress[];
	/** The records with straight quotation marks, as in the files. */
	readonly verbatim: Records;
}

/** Returns a record's unique address, such as `members/greece`. */
export const addressOf = (entry: { readonly kind: Kind; readonly id: string }): string =>
	`${entry.kind}/${entry.id}`;

/**
 * Returns a function that looks up a value in an index. The index is built only once for each network.
 *
 * @param pairsIn returns the key and value of each entry in the index
 */
export function indexed<T>(
	pairsIn: (network: Network) => readonly (readonly [key: string, thing: T])[],
): (network: Network, key: string) => readonly T[] {
	const index = memoize((network: Network) => {
		const groups = Map.groupBy(pairsIn(network), ([key]) => key);
		return new Map([...groups].map(([key, pairs]) => [key, pairs.map(([, thing]) => thing)]));
	});
	return (network, key) => index(network).get(key) ?? [];
}

/** Builds the network from validated content. */
export function buildNetwork(
	content: Content,
	today: string,
	around: Partial<Pick<Network, 'changedOn' | 'edition' | 'address'>> = {},
): Network {
	return {
		site: content.site,
		today,
		edition: undefined,
		changedOn: () => undefined,
		address: (path) => path,
		...around,
		withdrawn: (content.addresses?.published ?? []).filter((each) => each.withdrawn !== undefined),
		...recordsOf(content, typographicRecord),
		verbatim: recordsOf(content, (_tree, record) => record),
	};
}

/** @param edit a function that edits each record and the description of the network */
function recordsOf({ records, network }: Content, edit: typeof typographicRecord): Records {
	const entriesOf = <K extends Kind>(kind: K): readonly Entry<K>[] =>
		records[kind]
			// The cast is safe because the object has all fields of `Entry<K>`.
			.map(({ id, data }) => ({
				entry: { ...edit(fieldTree(kindOf(kind).schema), data), kind, id },
				place: kindOf(kind).order(data).toLowerCase(),
			}))
			.sort((a, b) => compareText(a.place, b.place) || compareText(a.entry.id, b.entry.id))
			.map(({ entry }) => entry);
	const entries = ofEachKind(entriesOf) as unknown as Network['entries'];
	return {
		account: edit(fieldTree(singleSchemas.network), network),
		entries,
		byAddress: new Map(
			kinds.flatMap((kind) => entries[kind].map((entry): [string, Entry] => [addressOf(entry), entry])),
		),
	};
}

/** Returns the network with straight quotation marks, as in the files, for data files. Pages use typographic quotation marks. */
export const verbatimNetwork = memoize((network: Network): Network => ({ ...network, ...network.verbatim }));

export const everyEntry = ({ byAddress }: Network): Entry[] => [...byAddress.values()];

/** Returns the record with the given kind and id. Validated content never refers to a record that does not exist. */
export const find = <K extends Kind>(network: Network, kind: K, id: string): Entry<K> =>
	// The cast is safe because the address starts with the kind.
	findAt(network, `${kind}/${id}`) as unknown as Entry<K>;

/** Returns the names of countries in the given order, for example of the members of the Board. */
export const memberNames = (network: Network, of: readonly { readonly country: string }[]): string[] =>
	of.map(({ country }) => find(network, 'members', country).name);

/**
 * Returns the record at an address such as `members/greece`.
 *
 * @throws {RangeError} if there is no such record
 */
export function findAt(network: Network, address: string): Entry {
	const entry = network.byAddress.get(address);
	if (!entry) throw new RangeError(`The record has no ${address}.`);
	return entry;
}

const disputesAt = indexed(({ entries }) =>
	entries.disputes.flatMap((dispute) =>
		[...new Set(dispute.about.map(({ record }) => record))].map((record) => [record, dispute] as const),
	),
);

export const disputesAboutAccount = memoize(({ entries }: Network): readonly Entry<'disputes'>[] =>
	entries.disputes.filter(({ aboutNetwork }) => aboutNetwork !== undefined),
);

/**
 * Returns the disputes about a record or about one field of the record.
 *
 * @param field a field, written as in disputes, such as `joined` or `agenda.money-laundering`
 */
export function disputesAbout(network: Network, entry: Entry, field?: string): readonly Entry<'disputes'>[] {
	const address = addressOf(entry);
	const disputes = disputesAt(network, address);
	if (field === undefined) return disputes;
	return disputes.filter((dispute) =>
		dispute.about.some(
			(about) => about.record === address && about.field !== undefined && isPartOf(about.field, field),
		),
	);
}
