import type { Draft } from '../../records/content.ts';
import { compareText } from '../../schema/edtf.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { titlesIn } from '../titles.ts';
import type { KnownIds } from './json-schema.ts';

/**
 * The ids of all records, each with what the record is called. A record that cannot be read has an id all the same.
 *
 * @param draft the content as far as it could be read
 */
export function knownIds({ records, unreadable }: Draft): KnownIds {
	const titleOf = titlesIn(records);
	const idsOf = (kind: Kind): ReadonlyMap<string, string> => {
		const names = new Map(records[kind].map(({ id }) => [id, titleOf(kind, id)]));
		for (const address of unreadable) {
			if (address.startsWith(`${kind}/`)) names.set(address.slice(kind.length + 1), '');
		}
		return new Map([...names].sort(([a], [b]) => compareText(a, b)));
	};
	return Object.fromEntries(kinds.map((kind) => [kind, idsOf(kind)])) as unknown as KnownIds;
}
