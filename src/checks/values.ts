import type * as z from 'zod';
import { filesIn, type Draft, type Located } from '../records/content.ts';
import { memoize } from '../records/memoize.ts';
import { visitValues } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import { type Field, fieldTree, referredRecord } from '../schema/field-tree.ts';
import { isKind } from '../schema/kinds.ts';

/** A single value somewhere in the content, and what the schema says of its field. */
export interface PlacedValue {
	readonly at: Located;
	readonly path: Path;
	readonly value: unknown;
	readonly field: Field;
}

// Of a file that is the same, the values are: while somebody writes in one file, all others are.
const valuesIn = memoize(
	(at: Located & { readonly data: unknown }, schema: z.ZodObject): readonly PlacedValue[] => {
		const values: PlacedValue[] = [];
		visitValues(fieldTree(schema), at.data, (value, path, field) => values.push({ at, path, value, field }));
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
	return valuesOf(draft).flatMap(({ at, path, value, field }) => {
		if (typeof value !== 'string') return [];
		const [kind = '', id = ''] = referredRecord(field, value) ?? [];
		const isAny = field.reference === 'any';
		// What is no address at all, the schema has refused already.
		if (!isKind(kind) || (id === '' && isAny) || addresses.has(`${kind}/${id}`)) return [];
		// What stands before the id where the reference names the kind, too.
		const prefix = isAny ? `${kind}/` : '';
		return [{ at, path, value, kind, id, prefix, help: field.description }];
	});
});

/** Where every record is, as `kind/id`; those whose files could not be read among them. */
const addressesIn = (draft: Draft): ReadonlySet<string> =>
	new Set([...filesIn(draft).map(({ address }) => address), ...draft.unreadable]);
