import type { Citation } from '../schema/citation.ts';
import { isPartOf } from '../schema/dispute.ts';
import { citationsOf, type RecordOrAccount, sourceIdsOf } from './citations.ts';
import { addressOf, disputesAbout, type Entry, find, type Network } from './network.ts';

/**
 * Returns the disputes to mark next to a value. Includes disputes about nested fields and about groups around the value.
 *
 * @param fields the fields that the value comes from (see `disputesAbout`)
 * @param options.whole whether to include disputes about the whole record (used next to titles)
 */
export function doubtsAbout(
	network: Network,
	entry: Entry,
	fields: readonly string[],
	{ whole = false } = {},
): readonly Entry<'disputes'>[] {
	const address = addressOf(entry);
	return disputesAbout(network, entry).filter(({ about }) =>
		about.some(
			({ record, field }) =>
				record === address &&
				(field === undefined
					? whole
					: fields.some((shown) => isPartOf(field, shown) || isPartOf(shown, field))),
		),
	);
}

/**
 * Returns the other possible values of a disputed field, each with the publishers of its sources.
 *
 * @param field a field, written as in `disputesAbout`
 */
export function otherReadings(network: Network, dispute: Entry<'disputes'>, entry: Entry, field: string) {
	const address = addressOf(entry);
	return dispute.versions.flatMap((version, index) =>
		(version.reads ?? [])
			.filter((read) => read.record === address && isPartOf(read.field, field))
			.map(({ as }) => ({ as, who: publishersOf(network, citationsOf(dispute, 'versions', index)) })),
	);
}

/**
 * Returns the version of a dispute that the site follows. Returns `undefined` if this version has a different value for a field of the
 * record.
 */
export const followedIn = (dispute: Entry<'disputes'>, record: RecordOrAccount) =>
	dispute.versions.find(
		({ id, reads = [] }) =>
			id === dispute.follows &&
			!('kind' in record && reads.some((read) => read.record === addressOf(record))),
	);

export function isFirstInDoubt(dispute: Entry<'disputes'>, entry: Entry, field: string): boolean {
	const address = addressOf(entry);
	const first = dispute.about.find((about) => about.record === address && about.field !== undefined);
	return first?.field !== undefined && isPartOf(first.field, field);
}

export const publishersOf = (network: Network, citations: readonly Citation[]): readonly string[] => [
	...new Set(sourceIdsOf(citations).map((id) => find(network, 'sources', id).publisher)),
];
