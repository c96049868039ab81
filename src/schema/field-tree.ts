import * as z from 'zod/mini';
import type { Kind } from './kinds.ts';

/*
 * The field tree describes all fields of a schema as plain data. Forms, messages, data files and JSON Schema are all built from the field
 * tree. No other module inspects Zod schemas.
 */

export type ValueType =
	| 'text'
	| 'number'
	| 'date'
	| 'choice'
	/** A field that is either `true` or absent. */
	| 'mark'
	| 'reference'
	/** The id of a list entry, unique within the record. */
	| 'id'
	/** The key of another field in the same group. */
	| 'key'
	| 'web-address'
	| 'site-address'
	| 'country-code'
	| 'language'
	| 'wikidata-id';

/** Properties of a field that schemas set with `withMeta()`, in addition to the title, description and examples. */
interface FieldMeta {
	/** Whether a date field also accepts an interval. */
	readonly interval?: true;
	/** The kind of record that a reference points to, or `any` for a reference such as `members/greece`. */
	readonly reference?: Kind | 'any';
	/** Marks an optional field that most records have. Templates and forms always show fields with this mark. */
	readonly usual?: true;
	/** Marks a field that needs no source, because the value is the editors' own choice. */
	readonly ours?: true;
	/** A regular expression for editing tools. The schema itself may be stricter. */
	readonly pattern?: string;
}

declare module 'zod/v4/core' {
	interface GlobalMeta extends FieldMeta {
		/** The type of a text, date or reference field. */
		type?: ValueType;
		/** A description of valid values, for text, date and reference fields. */
		expected?: string;
	}
}

/** A field of a record, group or list entry. The root of the tree is the whole record. */
export interface Field extends FieldMeta {
	/** The last key in the path of the field. A list entry has the key of its list, and a whole record has an empty key. */
	readonly key: string;
	/** The keys that lead from the record to the field, such as `['joined', 'date']`. */
	readonly path: readonly string[];
	readonly title: string;
	readonly description: string;
	readonly type: ValueType | 'list' | 'group';
	/** A description of a valid value, such as "text" or "a whole number". */
	readonly expected: string;
	readonly isRequired: boolean;
	/** The allowed values of a choice or a mark; empty for all other fields. */
	readonly choices: readonly string[];
	/** Examples of valid values; empty if `choices` lists all valid values. */
	readonly examples: readonly (string | number)[];
	/** The smallest valid number, or the minimum length of a list. */
	readonly minimum?: number | undefined;
	readonly maximum?: number | undefined;
	/** The field that describes the entries of a list, or `undefined` if the field is not a list. */
	readonly entry?: Field | undefined;
	/** The fields of a group, in order, even if the field also accepts a scalar. */
	readonly fields: readonly Field[];
	/** The fields that need a source, which are all fields except for `sources` and the editors' own choices. */
	readonly stated: readonly Field[];
	readonly schema: z.core.$ZodType;
}

const trees = new WeakMap<z.core.$ZodType, Field>();

/** Returns the field tree of a schema. Each tree is built only once. */
export function fieldTree(schema: z.core.$ZodType): Field {
	let tree = trees.get(schema);
	if (!tree) trees.set(schema, (tree = fieldOf(schema, [])));
	return tree;
}

function fieldOf(schema: z.core.$ZodType, path: readonly string[]): Field {
	const inner = unwrap(schema);
	const meta = metaOf(schema);
	const fields = Object.entries(groupIn(inner)?._zod.def.shape ?? {}).map(([key, each]) =>
		fieldOf(each, [...path, key]),
	);
	return {
		...meta,
		key: path.at(-1) ?? '',
		path,
		title: meta.title ?? '',
		description: meta.description ?? '',
		isRequired: !(schema instanceof z.core.$ZodOptional),
		choices: [],
		examples: (meta.examples ?? []) as (string | number)[],
		...valuesOf(inner, meta, path),
		fields,
		stated: fields.filter(({ key, ours }) => key !== 'sources' && !ours),
		schema,
	};
}

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

type Values = Pick<Field, 'type' | 'expected'> &
	Partial<Pick<Field, 'choices' | 'examples' | 'minimum' | 'maximum' | 'entry'>>;

function valuesOf(schema: z.core.$ZodType, meta: z.core.GlobalMeta, path: readonly string[]): Values {
	const { type, expected = '', title = '' } = meta;
	if (schema instanceof z.core.$ZodObject) return { type: 'group', expected: 'a group of keys' };
	if (schema instanceof z.core.$ZodArray) {
		const entry = fieldOf(schema._zod.def.element, path);
		return { type: 'list', expected: 'a list', entry, minimum: limitIn(schema, 'min_length') };
	}
	if (schema instanceof z.core.$ZodEnum) {
		const choices = Object.values(schema._zod.def.entries).map(String);
		return {
			type: 'choice',
			expected: alternatives.format(choices.map((choice) => `"${choice}"`)),
			choices,
			examples: [],
		};
	}
	if (schema instanceof z.core.$ZodLiteral)
		return { type: 'mark', expected: 'only true', choices: ['true'], examples: [] };
	if (schema instanceof z.core.$ZodNumber) {
		const [minimum, maximum] = ['greater_than', 'less_than'].map((check) => limitIn(schema, check));
		return { type: 'number', expected: 'a whole number', minimum, maximum };
	}
	if (type) return { type, expected };
	throw new TypeError(`The field "${title}" has no type. Build it with a function of schema/fields.ts.`);
}

/** Returns the limit that a schema sets for a number or for the length of a list. */
function limitIn(schema: z.core.$ZodType, name: string): number | undefined {
	const check = schema._zod.def.checks?.find(({ _zod }) => _zod.def.check === name)?._zod.def;
	const { value, minimum = value } = (check ?? {}) as { readonly value?: number; readonly minimum?: number };
	return minimum;
}

/** Returns the inner schema of an optional or transformed schema. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
	if (schema instanceof z.core.$ZodOptional) return unwrap(schema._zod.def.innerType);
	return schema instanceof z.core.$ZodPipe ? unwrap(schema._zod.def.in) : schema;
}

const metaOf = (schema: z.core.$ZodType): z.core.GlobalMeta =>
	z.globalRegistry.get(schema) ??
	(schema instanceof z.core.$ZodOptional ? metaOf(schema._zod.def.innerType) : {});

/** Returns the schema of a group, even if the field also accepts a scalar. */
function groupIn(schema: z.core.$ZodType): z.core.$ZodObject | undefined {
	const options = schema instanceof z.core.$ZodUnion ? schema._zod.def.options.map(unwrap) : [schema];
	return options.find((option) => option instanceof z.core.$ZodObject);
}

export const entryOf = (field: Field): Field => field.entry ?? field;

/** Returns the field at a path in a record's data, or `undefined` if the schema has no such field. */
export function fieldAt(tree: Field, path: readonly PropertyKey[]): Field | undefined {
	let field: Field | undefined = tree;
	for (const step of path) field = field?.entry ?? field?.fields.find(({ key }) => key === step);
	return field;
}

/** Returns the kind and id of the record that a value refers to, or `undefined` if the field is not a reference. */
export function referredRecord(
	{ reference }: Field,
	value: unknown,
): readonly [kind: string, id: string] | undefined {
	if (reference === undefined) return undefined;
	if (reference !== 'any') return [reference, String(value)];
	const [kind = '', id = ''] = String(value).split('/');
	return [kind, id];
}
