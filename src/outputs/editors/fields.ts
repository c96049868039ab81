import * as z from 'zod';
import { metaOf, shapeOf, unwrap } from '../../records/schema-walk.ts';
import type { Kind } from '../../schema/kinds.ts';

/*
 * What a schema says of its fields, as plain data: the one reading of it from which the template of a record, the field
 * reference of the site and the questions of `npm run new` are made. It stands among the outputs, because nothing that decides
 * whether a record is right depends on it.
 */

/** One key of a record, of a group in it, or of an entry of a list. */
export interface Field {
	readonly key: string;
	readonly title: string;
	readonly description: string;
	readonly isRequired: boolean;
	/** Whether it takes several values; the rest then describes one of them, except for title and description. */
	readonly isList: boolean;
	/** How many entries a list has at least. */
	readonly atLeast: number;
	/** The only values there are, where the schema names them. */
	readonly choices: readonly (string | boolean)[];
	/** The kind of record whose id the value is, or `any` for a `kind/id`. */
	readonly reference: Kind | 'any' | undefined;
	/** What a value looks like, in words: "text", "a whole number", "a date (2022, 2016-05 or 2018-06-28)". */
	readonly form: string;
	readonly isNumber: boolean;
	/** Values that pass. */
	readonly examples: readonly (string | number)[];
	/** The keys of a group, or of the groups of a list; none for a single value. */
	readonly fields: readonly Field[];
	/** The schema of the value: of the whole list, where it is one. */
	readonly schema: z.core.$ZodType;
}

/** What a record of a schema is called and is, and its keys in their order. */
export interface RecordFields {
	readonly title: string;
	readonly description: string;
	readonly fields: readonly Field[];
}

/** Reads the schema of a record. */
export function recordFields(schema: z.ZodObject): RecordFields {
	const { title = '', description = '' } = metaOf(schema);
	return { title, description, fields: fieldsOf(schema) };
}

const fieldsOf = (schema: z.ZodObject): Field[] =>
	Object.entries(shapeOf(schema)).map(([key, field]) => fieldOf(key, field));

function fieldOf(key: string, schema: z.core.$ZodType): Field {
	const { title = key, description = '' } = metaOf(schema);
	const outer = unwrap(schema);
	const isList = outer instanceof z.ZodArray;
	const value = isList ? outer.element : schema;
	const inner = unwrap(value);
	const { examples, form, reference, recordAddress } = metaOf(value);
	const choices = choicesOf(inner);
	const fields = inner instanceof z.ZodObject ? fieldsOf(inner) : [];
	return {
		key,
		title,
		description,
		isRequired: !(schema instanceof z.ZodOptional),
		isList,
		atLeast: isList ? leastEntries(outer) : 0,
		choices,
		reference: reference ?? (recordAddress ? 'any' : undefined),
		form: form ?? formOf({ reference, isAddress: recordAddress, choices, fields, inner }),
		isNumber: inner instanceof z.ZodNumber,
		examples: areExamples(examples) ? examples : [],
		fields,
		schema,
	};
}

const areExamples = (value: unknown): value is (string | number)[] => Array.isArray(value);

const leastEntries = ({ def }: z.ZodArray): number =>
	def.checks?.find((check) => check instanceof z.core.$ZodCheckMinLength)?._zod.def.minimum ?? 0;

const choicesOf = (schema: z.core.$ZodType): (string | boolean)[] => {
	if (schema instanceof z.ZodEnum) return schema.options.map(String);
	if (schema instanceof z.ZodLiteral)
		return [...schema.values].map((value) => (typeof value === 'boolean' ? value : String(value)));
	return [];
};

function formOf({
	reference,
	isAddress,
	choices,
	fields,
	inner,
}: {
	reference: Kind | undefined;
	isAddress: true | undefined;
	choices: readonly unknown[];
	fields: readonly Field[];
	inner: z.core.$ZodType;
}): string {
	if (reference !== undefined) return `the id of a record in ${reference}`;
	if (isAddress) return 'a record as its folder and id (members/greece)';
	if (choices.length > 1) return `one of ${choices.map(String).join(', ')}`;
	if (choices.length === 1) return `only ${choices.map(String).join('')}`;
	if (fields.length > 0) return 'a group of keys';
	return inner instanceof z.ZodNumber ? 'a whole number' : 'text';
}

/** What a field is for and what its values look like, in one line. */
export function helpOf({ title, description, isList, form, fields, choices }: Field): string {
	// A text, a group and a switch need no more words.
	const isPlain = fields.length > 0 || form === 'text' || choices.length === 1;
	return `${title}: ${description}${isPlain ? '' : ` ${isList ? 'Each' : 'It'} is ${form}.`}`;
}
