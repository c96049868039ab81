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

/** The record as a history: every record by kind, in reading order, and the indexes that views need. */
export interface Network {
	readonly site: SingleData<'site'>;
	readonly account: SingleData<'network'>;
	/** The day that counts as today, as `YYYY-MM-DD`. */
	readonly today: string;
	/** The last change of the content, where the history says it: what all that is published is known by. */
	readonly edition: Edition | undefined;
	/** The day on which a record's file last changed, `YYYY-MM-DD`, where the history says it. */
	readonly changedOn: (entry: Entry) => string | undefined;
	/** The whole address of what is at a path of the site. */
	readonly address: (path: string) => string;
	/** The addresses at which a record, or an item of an agenda, stood that was taken out. */
	readonly withdrawn: readonly PublishedAddress[];
	/** Each kind in its reading order: by date, else by name. */
	readonly entries: { readonly [K in Kind]: readonly Entry<K>[] };
	/** Every record, by its address `kind/id`. */
	readonly byAddress: ReadonlyMap<string, Entry>;
}

/** The address of a record inside the record, such as `members/greece`. */
export const addressOf = (entry: { readonly kind: Kind; readonly id: string }): string =>
	`${entry.kind}/${entry.id}`;

/**
 * Makes a function that finds what stands with a key, in its order.
 *
 * @param pairsIn gives each thing with its key; it is asked once for a network
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
 * @param today the day that counts as today, `YYYY-MM-DD`
 * @param around what is known besides the content: its history, and where the site is published
 */
export function buildNetwork(
	content: Content,
	today: string,
	around: Partial<Pick<Network, 'changedOn' | 'edition' | 'address'>> = {},
): Network {
	const entriesOf = <K extends Kind>(kind: K): readonly Entry<K>[] =>
		content.records[kind]
			// The spread of a generic type loses what TypeScript knows of it; the parts are exactly those of Entry<K>.
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

/** Every record, kind by kind, each kind in its reading order. */
export const everyEntry = ({ byAddress }: Network): Entry[] => [...byAddress.values()];

/**
 * The record with this kind and id.
 *
 * @throws {RangeError} when there is none, which the checks rule out for every reference in the content
 */
export const find = <K extends Kind>(network: Network, kind: K, id: string): Entry<K> =>
	// What is found among the records of a kind is of that kind.
	findAt(network, addressOf({ kind, id })) as unknown as Entry<K>;

/**
 * The record at an address such as `members/greece`.
 *
 * @throws {RangeError} when there is none
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
 * The disputes about a record, or only those about a part of it.
 *
 * @param field a key, or what lies within it, as a dispute names it: `joined`, `agenda.money-laundering`
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
