import { filesIn, type Draft, type Located } from '../records/content.ts';
import { memoize } from '../records/memoize.ts';
import { visitValues } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import { type Field, fieldTree, referredRecord } from '../schema/field-tree.ts';
import { isKind } from '../schema/kinds.ts';

export interface PlacedValue {
	readonly at: Located;
	readonly path: Path;
	readonly value: unknown;
	readonly field: Field;
}

/** Returns all scalar values in the content, even from files that do not match the schema. */
export const valuesOf = memoize((draft: Draft): readonly PlacedValue[] => {
	const values: PlacedValue[] = [];
	const files = filesIn(draft).map(({ file, schema }) => ({ ...file, value: file.data, schema }));
	for (const { value: data, schema, ...at } of [...files, ...draft.broken])
		visitValues(fieldTree(schema), data, (value, path, field) => values.push({ at, path, value, field }));
	return values;
});

/** Returns all references to records that do not exist. */
export const unresolved = memoize((draft: Draft) => {
	const addresses = addressesIn(draft);
	return valuesOf(draft).flatMap(({ at, path, value, field }) => {
		if (typeof value !== 'string') return [];
		const [kind = '', id = ''] = referredRecord(field, value) ?? [];
		const isAny = field.reference === 'any';
		// Skips invalid addresses, which have already been reported.
		if (!isKind(kind) || (id === '' && isAny) || addresses.has(`${kind}/${id}`)) return [];
		// The kind and the slash in a reference such as `members/greece`.
		const prefix = isAny ? `${kind}/` : '';
		return [{ at, path, value, kind, id, prefix, help: field.description }];
	});
});

/** Returns the `kind/id` of all records, including unreadable ones. */
const addressesIn = (draft: Draft): ReadonlySet<string> =>
	new Set([...filesIn(draft).map(({ address }) => address), ...draft.unreadable]);
