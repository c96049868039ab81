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

/** A record with its kind and id. */
export type Entry<K extends Kind = Kind> = {
	[P in K]: RecordData<P> & { readonly kind: P; readonly id: string };
}[K];

/** All records by kind, in reading order, with the indexes that views need. */
export interface Network {
	readonly site: SingleData<'site'>;
	readonly account: SingleData<'network'>;
	/** The day that counts as today, as `YYYY-MM-DD`. */
	readonly today: string;
	/** The last commit that changed the content; `undefined` if the history is incomplete. */
	readonly edition: Edition | undefined;
	/** Returns the day on which the file of a record last changed, as `YYYY-MM-DD`; `undefined` if the history is incomplete. */
	readonly changedOn: (entry: Entry) => string | undefined;
	/** Returns the full address of a path of the site. */
	readonly address: (path: string) => string;
	/** The former addresses of removed records and agenda items. */
	readonly withdrawn: readonly PublishedAddress[];
	/** The records of each kind, by date or, without dates, by name. */
	readonly entries: { readonly [K in Kind]: readonly Entry<K>[] };
	/** All records by address: `kind/id`. */
	readonly byAddress: ReadonlyMap<string, Entry>;
}

/** Returns the address of a record within the content: `members/greece`. */
export const addressOf = (entry: { readonly kind: Kind; readonly id: string }): string =>
	`${entry.kind}/${entry.id}`;

/**
 * Makes a function that looks things up by key in an index of the network. The index is built once.
 *
 * @param pairsIn returns every thing with its key
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

/**
 * Builds the network from checked content.
 *
 * @param content content that has passed the checks
 * @param today `YYYY-MM-DD`
 * @param around the history of the content and the address of the site
 */
export function buildNetwork(
	content: Content,
	today: string,
	around: Partial<Pick<Network, 'changedOn' | 'edition' | 'address'>> = {},
): Network {
	const entriesOf = <K extends Kind>(kind: K): readonly Entry<K>[] =>
		content.records[kind]
			// TypeScript loses the type in the spread; the parts are exactly those of Entry<K>.
			.map(({ id, data }) => ({
				entry: { ...typographicRecord(fieldTree(kindOf(kind).schema), data), kind, id },
				place: kindOf(kind).order(data).toLowerCase(),
			}))
			.sort((a, b) => compareText(a.place, b.place) || compareText(a.entry.id, b.entry.id))
			.map(({ entry }) => entry);
	const entries = ofEachKind(entriesOf) as unknown as Network['entries'];
	return {
		site: content.site,
		account: typographicRecord(fieldTree(singleSchemas.network), content.network),
		today,
		edition: undefined,
		changedOn: () => undefined,
		address: (path) => path,
		...around,
		withdrawn: (content.addresses?.published ?? []).filter((each) => each.withdrawn !== undefined),
		entries,
		byAddress: new Map(
			kinds.flatMap((kind) => entries[kind].map((entry): [string, Entry] => [addressOf(entry), entry])),
		),
	};
}

/** Returns all records, kind by kind, each kind in reading order. */
export const everyEntry = ({ byAddress }: Network): Entry[] => [...byAddress.values()];

/**
 * Returns the record with a kind and id.
 *
 * @throws {RangeError} if there is none; the checks make sure that every reference in the content has one
 */
export const find = <K extends Kind>(network: Network, kind: K, id: string): Entry<K> =>
	// The kind is part of the address.
	findAt(network, addressOf({ kind, id })) as unknown as Entry<K>;

/**
 * Returns the record at an address such as `members/greece`.
 *
 * @throws {RangeError} if there is none
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

/**
 * Returns the disputes about a record, or about one of its fields.
 *
 * @param field a field as disputes name it: `joined`, `agenda.money-laundering`
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
