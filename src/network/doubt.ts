import { isPartOf } from '../schema/dispute.ts';
import { addressOf, type Entry, type Network } from './network.ts';

/**
 * The disputes that a mark beside a value must lead to: those about one of these fields of a record, and those about the
 * record as a whole when its title is among what is shown.
 *
 * @param fields the keys from which the value shown is made, or what lies within them (see `disputesAbout`)
 * @param options.whole whether disputes that name no field count too
 */
export function doubtsAbout(
	network: Network,
	entry: Entry,
	fields: readonly string[],
	{ whole = false } = {},
): readonly Entry<'disputes'>[] {
	const address = addressOf(entry);
	const disputes = network.disputesByAddress.get(address) ?? [];
	return disputes.filter(({ about }) =>
		about.some(
			({ record, field }) =>
				record === address && (field === undefined ? whole : fields.some((shown) => isPartOf(field, shown))),
		),
	);
}
