import type { Citation } from '../schema/citation.ts';
import { isPartOf } from '../schema/dispute.ts';
import { restsOn, sourcesOf } from './citations.ts';
import { addressOf, disputesAbout, type Entry, find, type Network } from './network.ts';

/**
 * The disputes that a mark beside a value must lead to: those about one of these fields of a record, and those about the
 * record as a whole when its title is among what is shown.
 *
 * @param fields the keys from which the value shown is made, or what lies within them (see `disputesAbout`); what is in doubt as a
 *   whole is so in each of its parts
 * @param options.whole whether disputes that name no field count too
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

/** How a value would read by a version that is not followed, and who says so. */
export interface OtherReading {
	readonly as: string;
	/** The publishers of its sources. */
	readonly who: readonly string[];
}

/**
 * How a value would read by the versions of a dispute that the record does not follow.
 *
 * @param field the key of the value, or a part of it
 */
export function otherReadings(
	network: Network,
	dispute: Entry<'disputes'>,
	entry: Entry,
	field: string,
): OtherReading[] {
	const address = addressOf(entry);
	return dispute.versions.flatMap((version, index) =>
		version.id === dispute.follows
			? []
			: (version.reads ?? [])
					.filter((read) => read.record === address && isPartOf(read.field, field))
					.map(({ as }) => ({ as, who: publishersOf(network, restsOn(dispute, 'versions', index)) })),
	);
}

/** Returns whether a field is the first one of its record that a dispute is about. */
export function isFirstInDoubt(dispute: Entry<'disputes'>, entry: Entry, field: string): boolean {
	const address = addressOf(entry);
	const first = dispute.about.find((about) => about.record === address && about.field !== undefined);
	return first?.field !== undefined && isPartOf(first.field, field);
}

/** Who published the sources of some citations, each once. */
export const publishersOf = (network: Network, citations: readonly Citation[]): readonly string[] => [
	...new Set(sourcesOf(citations).map((id) => find(network, 'sources', id).publisher)),
];
