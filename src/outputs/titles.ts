import type { Content } from '../records/content.ts';
import { kindOf } from '../schema/index.ts';
import type { TitleOf } from '../schema/kind.ts';
import { kinds } from '../schema/kinds.ts';

/** What records are called; one that is not there goes by its id. */
export function titlesIn(records: Content['records']): TitleOf {
	const byAddress = new Map(
		kinds.flatMap((kind) => records[kind].map(({ id, data }) => [`${kind}/${id}`, data] as const)),
	);
	const titleOf: TitleOf = (kind, id) => {
		const data = byAddress.get(`${kind}/${id}`);
		return data === undefined ? id : kindOf(kind).title(data, titleOf);
	};
	return titleOf;
}
