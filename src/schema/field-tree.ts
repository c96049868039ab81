import * as z from 'zod';
import type { Kind } from './kinds.ts';

/*
 * The field tree contains everything that a schema says about its fields, as plain data. Messages, forms, templates, facts, JSON,
 * CSV, Markdown, change sentences and JSON Schema read this tree. No other module looks inside a Zod schema.
 */

/** The types of single values. */
export type ValueType =
	| 'text'
	| 'number'
	| 'date'
	| 'choice'
	/** Either `true` or absent. */
	| 'mark'
	/** A reference to a record. */
	| 'reference'
	/** The id of an entry within its own record. */
	| 'id'
	/** The key of a field next to the list of sources. */
	| 'key'
	| 'web-address'
	| 'site-address'
	| 'country-code'
	| 'language';

/** Properties that a schema gives a field with `.meta()`, besides title, description and examples. */
interface FieldMeta {
	/** On a date: also accepts an interval. */
	readonly interval?: true;
	/** On a reference: the kind of record, or `any` for a reference written `kind/id`. */
	readonly reference?: Kind | 'any';
	/** Optional, but most records have it, so templates and forms show it. */
	readonly usual?: true;
	/** Chosen by the editors of this site, so no source supports it. */
	readonly ours?: true;
	/** A regular expression for editors' tools. The schema may be stricter. */
	readonly pattern?: string;
}

declare module 'zod' {
	interface GlobalMeta extends FieldMeta {
		/** The type of a text, a date or a reference. */
		type?: ValueType;
		/** Describes a valid value, for the same types. */
		expected?: string;
	}
}

/** A field of a record, of a group in it or of a list's entries; or the whole record. */
export interface Field extends FieldMeta {
	/** Its last key. Entries of a list have the key of the list; a whole record has none. */
	readonly key: string;
	/** The keys from the record to the field: `['joined', 'date']`. */
	readonly path: readonly string[];
	/** Its label. */
	readonly title: string;
	/** Explains the field to an editor in one sentence. */
	readonly description: string;
	readonly type: ValueType | 'list' | 'group';
	/** Describes a valid value: "text", "a whole number", "a date (2022, 2016-05 or 2018-06-28)". */
	readonly expected: string;
	readonly isRequired: boolean;
	/** The values to choose from; empty unless the type is a choice or a mark. */
	readonly choices: readonly string[];
	/** Valid values; empty if `choices` lists them all. */
	readonly examples: readonly (string | number)[];
	/** The lowest number, or the minimum length of a list. */
	readonly minimum?: number | undefined;
	readonly maximum?: number | undefined;
	/** An entry of the list; `undefined` unless the type is a list. */
	readonly entry: Field | undefined;
	/** The fields of a group, in order. A value that may also be written as a group has some, too. */
	readonly fields: readonly Field[];
	/** The fields that sources support: all but `sources` and the editors' own choices. */
	readonly stated: readonly Field[];
	/** Validates a value of this field. */
	readonly schema: z.core.$ZodType;
}

const trees = new WeakMap<z.core.$ZodType, Field>();

/** Returns the field tree of a schema, which is built only once. */
export function fieldTree(schema: z.core.$ZodType): Field {
	let tree = trees.get(schema);
	if (!tree) trees.set(schema, (tree = fieldOf(schema, [])));
	return tree;
}

function fieldOf(schema: z.core.$ZodType, path: readonly string[]): Field {
	const inner = unwrap(schema);
	const meta = metaOf(schema);
	const type = typeOf(inner, meta);
	const choices =
		inner instanceof z.ZodEnum ? inner.options : inner instanceof z.ZodLiteral ? [...inner.values] : [];
	const fields = Object.entries(groupIn(inner)?.shape ?? {}).map(([key, each]) =>
		fieldOf(each as z.core.$ZodType, [...path, key]),
	);
	return {
		...meta,
		key: path.at(-1) ?? '',
		path,
		title: meta.title ?? '',
		description: meta.description ?? '',
		type,
		expected: meta.expected ?? expectedOf(type, choices),
		isRequired: !(schema instanceof z.ZodOptional),
		choices: choices.map(String),
		examples: choices.length === 0 ? ((meta.examples ?? []) as (string | number)[]) : [],
		...limitsOf(inner),
		entry: inner instanceof z.ZodArray ? fieldOf(inner.element, path) : undefined,
		fields,
		stated: fields.filter(({ key, ours }) => key !== 'sources' && !ours),
		schema,
	};
}

/** Returns the schema inside an optional or transformed one. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
	if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap());
	return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}

const metaOf = (schema: z.core.$ZodType): z.GlobalMeta =>
	z.globalRegistry.get(schema) ?? (schema instanceof z.ZodOptional ? metaOf(schema.unwrap()) : {});

function typeOf(schema: z.core.$ZodType, { type, title = '' }: z.GlobalMeta): Field['type'] {
	if (schema instanceof z.ZodArray) return 'list';
	if (schema instanceof z.ZodObject) return 'group';
	if (schema instanceof z.ZodEnum) return 'choice';
	if (schema instanceof z.ZodLiteral) return 'mark';
	if (schema instanceof z.ZodNumber) return 'number';
	if (type) return type;
	throw new TypeError(`The field "${title}" has no type. Build it with a function of schema/fields.ts.`);
}

function expectedOf(type: Field['type'], choices: readonly unknown[]): string {
	if (type === 'choice') return `one of ${choices.join(', ')}`;
	if (type === 'mark') return `only ${choices.join('')}`;
	return type === 'list' ? 'a list' : type === 'number' ? 'a whole number' : 'a group of keys';
}

/** Returns the schema of a group, also if the value may be a single one instead. */
function groupIn(schema: z.core.$ZodType): z.ZodObject | undefined {
	const options = schema instanceof z.ZodUnion ? schema.options.map(unwrap) : [schema];
	return options.find((option) => option instanceof z.ZodObject);
}

function limitsOf(schema: z.core.$ZodType): Pick<Field, 'minimum' | 'maximum'> {
	if (schema instanceof z.ZodNumber) {
		// Zod limits every whole number to the safe ones.
		const limit = (value: number | null) =>
			value !== null && Number.isSafeInteger(2 * value) ? value : undefined;
		return { minimum: limit(schema.minValue), maximum: limit(schema.maxValue) };
	}
	const checks = schema instanceof z.ZodArray ? (schema.def.checks ?? []) : [];
	const atLeast = checks.find((check) => check instanceof z.core.$ZodCheckMinLength);
	return { minimum: atLeast?._zod.def.minimum, maximum: undefined };
}

/** Returns the field of one value: the entry of a list, else the field itself. */
export const entryOf = (field: Field): Field => field.entry ?? field;

/** Returns the field at a path into a record's data; `undefined` if the schema has none there. */
export function fieldAt(tree: Field, path: readonly PropertyKey[]): Field | undefined {
	let field: Field | undefined = tree;
	for (const step of path) field = field?.entry ?? field?.fields.find(({ key }) => key === step);
	return field;
}

/** Returns the kind and id of the record that a value refers to; `undefined` if its field is no reference. */
export function referredRecord(
	{ reference }: Field,
	value: unknown,
): readonly [kind: string, id: string] | undefined {
	if (reference === undefined) return undefined;
	if (reference !== 'any') return [reference, String(value)];
	const [kind = '', id = ''] = String(value).split('/');
	return [kind, id];
}
