import type * as z from 'zod';
import { filesIn, type Draft, type Located } from '../records/content.ts';
import { memoize } from '../records/memoize.ts';
import { visitValues } from '../records/schema-walk.ts';
import type { Path } from '../records/yaml.ts';
import { isKind } from '../schema/kinds.ts';

/** A single value somewhere in the content, and what the schema says of its field. */
export interface PlacedValue {
	readonly at: Located;
	readonly path: Path;
	readonly value: unknown;
	readonly meta: z.GlobalMeta;
}

// Of a file that is the same, the values are: while somebody writes in one file, all others are.
const valuesIn = memoize(
	(at: Located & { readonly data: unknown }, schema: z.ZodObject): readonly PlacedValue[] => {
		const values: PlacedValue[] = [];
		visitValues(schema, at.data, (value, path, meta) => values.push({ at, path, value, meta }));
		return values;
	},
);

/** Every text, number and other single value of the whole content, files that their schemas refuse among it. */
export const valuesOf = memoize((draft: Draft): readonly PlacedValue[] => [
	...filesIn(draft).flatMap(({ file, schema }) => valuesIn(file, schema)),
	...draft.broken.flatMap(({ value: data, schema, ...at }) => valuesIn({ ...at, data }, schema)),
]);

/** Every reference that leads to no record. */
export const unresolved = memoize((draft: Draft) => {
	const addresses = addressesIn(draft);
	return valuesOf(draft).flatMap(({ at, path, value, meta }) => {
		if (typeof value !== 'string' || (!meta.reference && !meta.recordAddress)) return [];
		const [kind = '', id = ''] = meta.reference ? [meta.reference, value] : value.split('/');
		// What is no address at all, the schema has refused already.
		if (!isKind(kind) || (id === '' && meta.recordAddress) || addresses.has(`${kind}/${id}`)) return [];
		// What stands before the id where the reference names the kind, too.
		const prefix = meta.reference ? '' : `${kind}/`;
		return [{ at, path, value, kind, id, prefix, help: meta.description ?? '' }];
	});
});

/** Where every record is, as `kind/id`; those whose files could not be read among them. */
const addressesIn = (draft: Draft): ReadonlySet<string> =>
	new Set([...filesIn(draft).map(({ address }) => address), ...draft.unreadable]);
