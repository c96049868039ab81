import * as z from 'zod';
import { memoize } from './memoize.ts';
import type { Path } from './yaml.ts';

/** A group of keys: a record, or a part of one. */
export type Group = Readonly<Record<string, unknown>>;

export const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema beneath what only wraps it: "may be left out", "is turned into something else". */
export const unwrap = memoize((schema: z.core.$ZodType): z.core.$ZodType => {
	if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
	if (schema instanceof z.ZodPipe) return unwrap(schema.in);
	return schema;
});

/** The schema of one value of a field: of an entry, where it is a list. */
export const elementOf = (schema: z.core.$ZodType): z.core.$ZodType => {
	const list = unwrap(schema);
	return list instanceof z.ZodArray ? list.element : schema;
};

/** What the schema tells an editor about a field, wherever in the wrapping it is said; Zod puts it together anew when asked. */
export const metaOf = memoize((schema: z.core.$ZodType): z.GlobalMeta => {
	const meta = z.globalRegistry.get(schema);
	if (meta) return meta;
	return schema instanceof z.ZodOptional ? metaOf(schema.unwrap()) : {};
});

/** What a value looks like, in words: "text", "a whole number", "a date (2022, 2016-05 or 2018-06-28)". */
export function formOf(schema: z.core.$ZodType): string {
	const { form } = metaOf(schema);
	if (form !== undefined) return form;
	const inner = unwrap(schema);
	if (inner instanceof z.ZodArray) return 'a list';
	if (inner instanceof z.ZodObject) return 'a group of keys';
	if (inner instanceof z.ZodEnum) return `one of ${inner.options.join(', ')}`;
	return inner instanceof z.ZodLiteral ? `only ${String(inner.value)}` : 'a whole number';
}

/** The schema of the value at a path; `undefined` where the schema knows no such place. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
	let current: z.core.$ZodType | undefined = schema;
	for (const step of path) {
		const inner: z.core.$ZodType | undefined = current && unwrap(current);
		const group: z.ZodObject | undefined = inner && groupIn(inner);
		if (inner instanceof z.ZodArray) current = inner.element;
		else if (group && typeof step === 'string') current = shapeOf(group)[step];
		else return undefined;
	}
	return current;
}

/** The group of keys that a value is, or that it may be where it can also be written as a single value. */
export const groupIn = memoize((schema: z.core.$ZodType): z.ZodObject | undefined => {
	const inner = unwrap(schema);
	const options = inner instanceof z.ZodUnion ? inner.options.map(unwrap) : [inner];
	return options.find((option) => option instanceof z.ZodObject);
});

/** What stands at a path in a value; nothing where a group around it is left out. */
export function valueAt(value: unknown, path: Path): unknown {
	for (const step of path) value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
	return value;
}

/** The keys of a group and the schemas of their values. */
export const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.core.$ZodType>> => schema.shape;

/**
 * Visits every text, number and other single value of a record with what the schema says of it.
 *
 * @param value data that has passed it; or data that has not, of which what does not fit is passed over
 * @param visit is given the value, its path and its field's meta
 */
export function visitValues(
	schema: z.core.$ZodType,
	value: unknown,
	visit: (value: unknown, path: Path, meta: z.GlobalMeta) => void,
): void {
	mapValues(schema, value, (each, path, meta) => {
		visit(each, path, meta);
		return each;
	});
}

/** A value with each single value in it replaced. */
export function mapValues<T>(
	schema: z.core.$ZodType,
	value: T,
	change: (value: unknown, path: Path, meta: z.GlobalMeta) => unknown,
	path: Path = [],
): T {
	if (value === undefined || value === null) return value;
	const inner = unwrap(schema);
	const group = groupIn(inner);
	if (group && typeof value === 'object') {
		const changed = { ...value } as Record<string, unknown>;
		for (const [key, field] of Object.entries(shapeOf(group)))
			if (changed[key] !== undefined) changed[key] = mapValues(field, changed[key], change, [...path, key]);
		return changed as T;
	}
	if (inner instanceof z.ZodArray && Array.isArray(value))
		return value.map((item: unknown, index) => mapValues(inner.element, item, change, [...path, index])) as T;
	return inner === group || inner instanceof z.ZodArray ? value : (change(value, path, metaOf(schema)) as T);
}
