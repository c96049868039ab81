import * as z from 'zod';
import type { RefusalDetails } from '../schema/fields.ts';
import { quote } from '../schema/quote.ts';
import { isRule } from '../schema/rules.ts';
import { capitalized } from '../schema/words.ts';
import { nearest } from './nearest.ts';
import type { Fault } from './problem.ts';
import { metaOf, schemaAt, shapeOf, unwrap } from './schema-walk.ts';
import { quoteYaml } from './yaml-faults.ts';
import type { Path, YamlDocument } from './yaml.ts';

/**
 * Checks a document against a schema and says, in the schema's own words, what is wrong with each value.
 *
 * @param schema the schema of the record
 * @param document what its file holds
 * @returns the data as the schema gives it, or every fault with its place in the text
 */
export function validate<S extends z.ZodType>(
	schema: S,
	document: YamlDocument,
): { data: z.output<S> } | { faults: Fault[] } {
	const result = schema.safeParse(document.value);
	if (result.success) return { data: result.data };
	const issues = result.error.issues;
	const misspelt = new Set(issues.flatMap((issue) => misspeltKeys(schema, document, issue)));
	return {
		faults: issues
			// A key misspelt is one mistake, not an unknown key and a missing one.
			.filter((issue) => !(isMissing(document, issue) && misspelt.has(JSON.stringify(issue.path))))
			.flatMap((issue) => explain(schema, document, issue)),
	};
}

type Issue = z.core.$ZodIssue;

const valueAt = (document: YamlDocument, path: Path): unknown => {
	let value = document.value;
	for (const step of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
		value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
	}
	return value;
};

const isMissing = (document: YamlDocument, { path }: Issue): boolean => valueAt(document, path) === undefined;

const keysAt = (schema: z.ZodType, path: Path): Readonly<Record<string, z.core.$ZodType>> => {
	const group = schemaAt(schema, path);
	const inner = group && unwrap(group);
	return inner instanceof z.ZodObject ? shapeOf(inner) : {};
};

/** The key that an unknown key was meant to be: one of the group's that is not there already. */
const meantKey = (schema: z.ZodType, document: YamlDocument, path: Path, key: string): string | undefined => {
	const free = Object.keys(keysAt(schema, path)).filter(
		(known) => valueAt(document, [...path, known]) === undefined,
	);
	return nearest(key, free);
};

const misspeltKeys = (schema: z.ZodType, document: YamlDocument, issue: Issue): string[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys.flatMap((key) => {
				const meant = meantKey(schema, document, issue.path, key);
				return meant === undefined ? [] : [JSON.stringify([...issue.path, meant])];
			})
		: [];

function explain(schema: z.ZodType, document: YamlDocument, issue: Issue): Fault[] {
	const { path } = issue;
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => explainUnknownKey(schema, document, path, key));
	}
	if (isMissing(document, issue)) return [explainMissingKey(schema, document, path)];
	const field = schemaAt(schema, path) ?? schema;
	const value = valueAt(document, path);
	const offset = document.offsetOf(path);
	if (value === null) return [explainEmptyValue(document, field, path)];
	switch (issue.code) {
		case 'custom':
			return [{ offset, ...detailsOf(issue), message: issue.message }];
		case 'invalid_type':
		case 'invalid_union':
			return [{ offset, rule: 'type', ...explainType(document, field, path, value, issue) }];
		case 'invalid_value':
			return [{ offset, rule: 'value', ...explainChoice(document, field, path, value, issue.values) }];
		case 'too_small':
		case 'too_big':
			return [
				{ offset, rule: 'size', message: sizeMessage(document, path, issue), hint: helpWithExample(field) },
			];
		default:
			return [
				{
					offset,
					rule: 'value',
					message: `${shown(document, path, value)} is not accepted here: ${issue.message}.`,
					hint: helpOf(field),
				},
			];
	}
}

const detailsOf = (issue: z.core.$ZodIssueCustom): RefusalDetails => {
	const { rule, hint } = issue.params ?? {};
	return { rule: isRule(rule) ? rule : 'value', hint: typeof hint === 'string' ? hint : '' };
};

function explainUnknownKey(schema: z.ZodType, document: YamlDocument, path: Path, key: string): Fault {
	const keys = Object.keys(keysAt(schema, path));
	const meant = meantKey(schema, document, path, key) ?? nearest(key, keys);
	const owner = metaOf(schemaAt(schema, path) ?? schema).title;
	return {
		offset: document.keyOffsetOf([...path, key]),
		rule: 'unknown-key',
		message: `${quote(key)} is not a key of ${owner ? `"${owner}"` : 'this group'}.`,
		hint: meant === undefined ? `The keys here are: ${keys.join(', ')}.` : `Did you mean "${meant}"?`,
	};
}

function explainMissingKey(schema: z.ZodType, document: YamlDocument, path: Path): Fault {
	const parent = path.slice(0, -1);
	const field = schemaAt(schema, path) ?? schema;
	const key = nameOf(path);
	return {
		// The key of the group that lacks it; the record's, or the list entry's, first line where there is no such key.
		offset: document.keyOffsetOf(parent),
		rule: 'missing-key',
		message: `The key "${key}" is missing. ${helpOf(field)}`,
		hint: `Add ${exampleLine(key, field)}.`,
	};
}

function explainEmptyValue(document: YamlDocument, field: z.core.$ZodType, path: Path): Fault {
	const isEntry = typeof path.at(-1) === 'number';
	return {
		offset: document.offsetOf(path),
		rule: 'empty-value',
		message: isEntry
			? `This entry of the list has no value; ${expected(field)} is expected.`
			: `The key "${nameOf(path)}" has no value; ${expected(field)} is expected.`,
		hint: `${helpOf(field)} Write it, or delete the line: what no source states is left out.`,
	};
}

function explainType(
	document: YamlDocument,
	field: z.core.$ZodType,
	path: Path,
	value: unknown,
	issue: Issue,
): { message: string; hint: string } {
	const inner = unwrap(field);
	// A union's message is the field's own; what it forbids is a list, a group or a fraction.
	const wanted =
		issue.code === 'invalid_union' ? issue.message : `${capitalized(expected(field))} is expected.`;
	const message = `${shown(document, path, value)} is ${typeName(value)}. ${wanted}`;
	const text = document.sourceOf(path);
	if (path.length === 0)
		return { message, hint: 'Write the keys of the record, one "key: value" on each line.' };
	if (inner instanceof z.ZodString && (typeof value === 'number' || typeof value === 'boolean')) {
		return { message, hint: `Put it in quotes: ${quoteYaml(text)}.` };
	}
	if (inner instanceof z.ZodString && typeof value === 'object' && !Array.isArray(value)) {
		return {
			message,
			hint: `Put text that holds a colon followed by a space in quotes: ${quoteYaml(text)}.`,
		};
	}
	if (inner instanceof z.ZodArray && typeof value === 'string' && /^-\S/.test(value)) {
		return { message, hint: 'Put a space after each dash.' };
	}
	if (inner instanceof z.ZodArray && typeof value !== 'object') {
		return {
			message,
			hint: `Write it as a list: on the next line, two spaces further in, "- ${text.split('\n')[0] ?? ''}".`,
		};
	}
	if (inner instanceof z.ZodObject) {
		return { message, hint: `${helpOf(field)} Its keys are: ${Object.keys(shapeOf(inner)).join(', ')}.` };
	}
	return { message, hint: helpWithExample(field) };
}

function explainChoice(
	document: YamlDocument,
	field: z.core.$ZodType,
	path: Path,
	value: unknown,
	choices: readonly unknown[],
): { message: string; hint: string } {
	const words = choices.map(String);
	const meant = typeof value === 'string' ? nearest(value, words) : undefined;
	return {
		message: `${shown(document, path, value)} is not a value of "${nameOf(path)}". ${words.length > 1 ? `One of these is expected: ${words.join(', ')}` : `Only ${words.join('')} is expected`}.`,
		hint: meant === undefined ? helpOf(field) : `Did you mean "${meant}"?`,
	};
}

function sizeMessage(
	document: YamlDocument,
	path: Path,
	issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): string {
	// Lists say in the schema what they are for; a number's bounds need no words there.
	if (issue.origin === 'array') return issue.message;
	const given = shown(document, path, valueAt(document, path));
	return issue.code === 'too_small'
		? `${given} is too small for "${nameOf(path)}"; ${String(issue.minimum)} or more is expected.`
		: `${given} is too large for "${nameOf(path)}"; ${String(issue.maximum)} or less is expected.`;
}

const nameOf = (path: Path): string => path.findLast((step) => typeof step === 'string') ?? '';

/** A value as the file writes it, so that the editor recognizes it. */
const shown = (document: YamlDocument, path: Path, value: unknown): string => {
	if (typeof value === 'string') return quote(value);
	return quote(document.sourceOf(path));
};

const typeName = (value: unknown): string => {
	if (Array.isArray(value)) return 'a list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
			return 'a number';
		case 'boolean':
			return 'a yes-or-no value';
		default:
			return 'a group of keys';
	}
};

const expected = (field: z.core.$ZodType): string => {
	const inner = unwrap(field);
	if (inner instanceof z.ZodArray) return 'a list';
	if (inner instanceof z.ZodObject) return 'a group of keys';
	if (inner instanceof z.ZodNumber) return 'a whole number';
	if (inner instanceof z.ZodEnum) return `one of ${inner.options.join(', ')}`;
	if (inner instanceof z.ZodLiteral) return [...inner.values].map(String).join(' or ');
	// The only unions are dates, which may be written as a bare year.
	if (inner instanceof z.ZodUnion) return 'a date';
	return 'text';
};

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

const helpOf = (field: z.core.$ZodType): string => {
	const { title, description } = metaOf(field);
	return title === undefined || description === undefined ? '' : `${title}: ${sentence(description)}`;
};

const helpWithExample = (field: z.core.$ZodType): string => {
	const example = exampleOf(field);
	return example === undefined ? helpOf(field) : `${helpOf(field)} For example: ${example}.`;
};

/** A value as YAML writes it: in quotes where it would not be read as the same text. */
const asYaml = (value: unknown): string =>
	typeof value !== 'string' || /^[\p{L}\d](?:[^:#]|:(?=\S))*$/u.test(value)
		? String(value)
		: quoteYaml(value);

const exampleOf = (field: z.core.$ZodType): string | undefined => {
	const { examples } = metaOf(field);
	return Array.isArray(examples) && examples.length > 0 ? asYaml(examples[0]) : undefined;
};

const exampleLine = (key: string, field: z.core.$ZodType): string => {
	const inner = unwrap(field);
	if (inner instanceof z.ZodArray) {
		const { element } = inner;
		const entry = unwrap(element);
		const first =
			entry instanceof z.ZodObject
				? `${Object.keys(shapeOf(entry))[0] ?? ''}: …`
				: (exampleOf(element) ?? '…');
		return `the line "${key}:" and below it, two spaces further in, "- ${first}"`;
	}
	if (inner instanceof z.ZodObject) {
		const required = Object.entries(shapeOf(inner)).filter(([, value]) => !(value instanceof z.ZodOptional));
		return `the line "${key}:" and below it, two spaces further in, its keys: ${required.map(([name]) => name).join(', ')}`;
	}
	return `the line "${key}: ${exampleOf(field) ?? '…'}"`;
};
