import type { Content } from '../records/content.ts';
import type { Group } from '../records/values.ts';
import { kindOf } from '../schema/index.ts';
import type { TitleOf } from '../schema/kind.ts';
import { kinds } from '../schema/kinds.ts';

/** Returns a function that finds the title of a record. For a record that does not exist, the title is the id. */
export function titlesIn(records: Content['records']): TitleOf {
	const byAddress = new Map<string, Group>(
		kinds.flatMap((kind) => records[kind].map(({ id, data }) => [`${kind}/${id}`, data] as const)),
	);
	return titlesAt((address) => byAddress.get(address));
}

/** Works like `titlesIn`, but finds records by their address, such as `members/greece`. */
export function titlesAt(find: (address: string) => Group | undefined): TitleOf {
	const titleOf: TitleOf = (kind, id) => {
		const data = find(`${kind}/${id}`);
		return data === undefined ? id : kindOf(kind).title(data, titleOf);
	};
	return titleOf;
}
