import * as z from 'zod';
import { formOf, groupIn, metaOf, shapeOf, unwrap } from '../../records/schema-walk.ts';
import { kindOf } from '../../schema/index.ts';
import { type Kind, ofEachKind } from '../../schema/kinds.ts';
import { withArticle } from '../../schema/words.ts';

/*
 * What a schema says of its fields, as plain data: the one reading of it from which the template of a record, the flags of
 * `npm run new` and the field reference of the site are made. It stands among the outputs, because nothing that decides whether a
 * record is right depends on it.
 */

/** One key of a record, of a group in it, or of an entry of a list. */
export interface Field {
	readonly key: string;
	readonly title: string;
	readonly description: string;
	readonly isRequired: boolean;
	/** Whether records of the kind usually have it, though it may be left out. */
	readonly isUsual: boolean;
	/** Whether it takes several values; the rest then describes one of them, except for title and description. */
	readonly isList: boolean;
	/** What one entry of a list is called. */
	readonly entryTitle: string;
	/** How many entries a list has at least. */
	readonly atLeast: number;
	/** The kind of record whose id the value is, or `any` for a `kind/id`. */
	readonly reference: Kind | 'any' | undefined;
	/** What a value looks like, in words: "text", "a whole number", "a date (2022, 2016-05 or 2018-06-28)". */
	readonly form: string;
	readonly isDate: boolean;
	/** Whether a value is a whole number. */
	readonly isNumber: boolean;
	/** The values that there are to choose from, where they are few. */
	readonly choices: readonly string[];
	/** Values that pass; none where the form names all that do. */
	readonly examples: readonly (string | number)[];
	/** The keys of a group, or of the groups of a list; none for what is only ever a single value. */
	readonly fields: readonly Field[];
	/** Whether it can be a single value: with keys, it is that or a group. */
	readonly isSingle: boolean;
	/** The schema of the value: of the whole list, where it is one. */
	readonly schema: z.core.$ZodType;
}

/** The title of the page on which the fields of a kind are explained. */
export const fieldsTitle = (kind: Kind): string =>
	`The fields of ${withArticle(kindOf(kind).one.toLowerCase())}`;

const fieldsOf = (schema: z.ZodObject): Field[] =>
	Object.entries(shapeOf(schema)).map(([key, field]) => fieldOf(key, field));

/** What a schema says of a key. */
export function fieldOf(key: string, schema: z.core.$ZodType): Field {
	const { title = key, description = '', usual = false } = metaOf(schema);
	const outer = unwrap(schema);
	const isList = outer instanceof z.ZodArray;
	const value = isList ? outer.element : schema;
	const inner = unwrap(value);
	const group = groupIn(value);
	const { date = false, examples, reference, recordAddress } = metaOf(value);
	const choices =
		inner instanceof z.ZodEnum ? inner.options : inner instanceof z.ZodLiteral ? [...inner.values] : [];
	const fields = group ? fieldsOf(group) : [];
	return {
		key,
		title,
		description,
		isRequired: !(schema instanceof z.ZodOptional),
		isUsual: usual,
		isList,
		entryTitle: metaOf(value).title ?? fields[0]?.title ?? title,
		atLeast: isList ? leastEntries(outer) : 0,
		reference: reference ?? (recordAddress ? 'any' : undefined),
		form: formOf(value),
		isDate: date,
		isNumber: inner instanceof z.ZodNumber,
		choices: choices.map(String),
		examples: areExamples(examples) && choices.length === 0 ? examples : [],
		fields,
		isSingle: inner !== group,
		schema,
	};
}

/** The language that an example is marked with: which one it is, the schema does not say; that it is another one is plain from its script. */
export const languageOf = (example: string | number): 'mul' | undefined =>
	/(?=\p{L})\P{Script=Latin}/u.test(String(example)) ? 'mul' : undefined;

const areExamples = (value: unknown): value is (string | number)[] => Array.isArray(value);

const leastEntries = ({ def }: z.ZodArray): number =>
	def.checks?.find((check) => check instanceof z.core.$ZodCheckMinLength)?._zod.def.minimum ?? 0;

/** The keys of a record of each kind, in their order. */
export const recordFields = ofEachKind((kind): readonly Field[] => fieldsOf(kindOf(kind).schema));
