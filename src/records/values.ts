import type { Field } from '../schema/field-tree.ts';
import type { Path } from './yaml.ts';

export type Group = Readonly<Record<string, unknown>>;

export const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the value at a path, or `undefined` if part of the path is missing. */
export function valueAt(value: unknown, path: Path): unknown {
	for (const step of path) value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
	return value;
}

/**
 * Visits each scalar value of a record.
 *
 * @param value the data, which may be invalid; skips values that do not match their field
 */
export function visitValues(
	field: Field,
	value: unknown,
	visit: (value: unknown, path: Path, field: Field) => void,
): void {
	mapValues(field, value, (each, path, of) => {
		visit(each, path, of);
		return each;
	});
}

export function mapValues<T>(
	field: Field,
	value: T,
	change: (value: unknown, path: Path, field: Field) => unknown,
	path: Path = [],
): T {
	const { type, entry, fields } = field;
	if (value === undefined || value === null) return value;
	if (isGroup(value)) {
		const changed: Record<string, unknown> = { ...value };
		for (const each of fields)
			if (changed[each.key] !== undefined)
				changed[each.key] = mapValues(each, changed[each.key], change, [...path, each.key]);
		return changed as T;
	}
	if (Array.isArray(value))
		return (
			entry ? value.map((item: unknown, index) => mapValues(entry, item, change, [...path, index])) : value
		) as T;
	return type === 'list' || type === 'group' ? value : (change(value, path, field) as T);
}
