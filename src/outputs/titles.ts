import { kindOf, type RecordData } from '../schema/index.ts';
import type { TitleOf } from '../schema/kind.ts';
import { kinds, type Kind } from '../schema/kinds.ts';

/** Records by kind, of which some may name others that are not among them. */
type Records = {
	readonly [K in Kind]: readonly { readonly id: string; readonly data: RecordData<K> }[];
};

/** What records are called; one that is not there goes by its id. */
export function titlesIn(records: Records): TitleOf {
	const byAddress = new Map(
		kinds.flatMap((kind) => records[kind].map(({ id, data }) => [`${kind}/${id}`, data] as const)),
	);
	const titleOf: TitleOf = (kind, id) => {
		const data = byAddress.get(`${kind}/${id}`);
		return data === undefined ? id : kindOf(kind).title(data, titleOf);
	};
	return titleOf;
}
