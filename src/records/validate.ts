import type * as z from 'zod/mini';
import { type Field, fieldAt, fieldTree } from '../schema/field-tree.ts';
import type { FieldMistake } from '../schema/fields.ts';
import { quote, quoteYaml, shorten } from '../schema/quote.ts';
import type { Explanation } from '../schema/rules.ts';
import { counted, uncapitalized, withinSentence } from '../schema/words.ts';
import { didYouMean, nearest } from '../schema/nearest.ts';
import type { TextProblem } from './problem.ts';
import type { Path, YamlDocument } from './yaml.ts';

export function validate<S extends z.ZodMiniType>(
	schema: S,
	document: YamlDocument,
): { data: z.output<S> } | { problems: TextProblem[] } {
	const result = schema.safeParse(document.value, { reportInput: true });
	if (result.success) return { data: result.data };
	const tree = fieldTree(schema);
	const issues = result.error.issues.flatMap(asOfGroup);
	const misspelt = new Set(issues.flatMap((issue) => misspeltKeys(tree, issue)));
	const outdented = issues.flatMap((issue) => outdentedGroup(tree, document, issue, issues) ?? []);
	const isExplained = (path: Path): boolean => outdented.some(({ keys }) => keys.has(JSON.stringify(path)));
	const lists = new Set<string>();
	const problems: TextProblem[] = [];
	for (const issue of issues) {
		const { path, input } = issue;
		// A misspelt key has already been reported, so it is not also reported as missing.
		if (input === undefined && misspelt.has(JSON.stringify(path))) continue;
		// Only reports the first of several list entries with the same wrong type.
		const list = listOf(issue);
		if (list !== '' && lists.size === lists.add(list).size) continue;
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys.filter((each) => !isExplained([...path, each])))
				problems.push(explainUnknownKey(tree, document, issue, key));
		} else if (!isExplained(path)) problems.push({ ...explain(tree, document, issue), path });
	}
	return { problems: [...problems, ...outdented.map(({ fault }) => fault)] };
}

type Issue = z.core.$ZodIssue;

/** Returns the issues in a field that accepts either a scalar or a group. */
function asOfGroup(issue: Issue): Issue[] {
	if (issue.code !== 'invalid_union') return [issue];
	const within = issue.errors.find(
		(issues) =>
			issues.some(({ path }) => path.length > 0) || issues.some(({ code }) => code === 'unrecognized_keys'),
	);
	return within?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

const nearestField = (tree: Field, path: Path): Field => fieldAt(tree, path) ?? tree;

/** Reports keys that should be indented below a group, and returns the issues that the wrong indentation caused. */
function outdentedGroup(
	tree: Field,
	document: YamlDocument,
	{ path, input }: Issue,
	issues: readonly Issue[],
): { fault: TextProblem; keys: ReadonlySet<string> } | undefined {
	const { type, fields } = nearestField(tree, path);
	if (input !== null || type !== 'group') return undefined;
	const parent = path.slice(0, -1);
	const unknown = issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys' && JSON.stringify(issue.path) === JSON.stringify(parent)
			? issue.keys
			: [],
	);
	const keys = unknown.filter((name) => fields.some(({ key }) => key === name));
	const [first] = keys;
	if (first === undefined) return undefined;
	return {
		fault: {
			offset: document.keyOffsetOf([...parent, first]),
			rule: 'indentation',
			message: `${quote(first)} is not indented, so it does not belong to "${nameOf(path)}:" above it.`,
			hint: `Indent the keys of "${nameOf(path)}" by two more spaces: ${keys.slice(0, mostEntries).join(', ')}.`,
		},
		keys: new Set([path, ...keys.map((key) => [...parent, key])].map((each) => JSON.stringify(each))),
	};
}

/** Identifies the list and the expected type if a list entry has the wrong type. Returns an empty string for all other issues. */
const listOf = (issue: Issue): string =>
	issue.code === 'invalid_type' && typeof issue.path.at(-1) === 'number'
		? JSON.stringify([issue.path.slice(0, -1), issue.expected])
		: '';

const keysAt = (tree: Field, path: Path): string[] => nearestField(tree, path).fields.map(({ key }) => key);

/** Suggests a missing key that an editor may have meant by an unknown key. */
const meantKey = (tree: Field, { path, input }: Issue, key: string): string | undefined =>
	nearest(
		key,
		keysAt(tree, path).filter((known) => !Object.hasOwn(input as object, known)),
	);

const misspeltKeys = (tree: Field, issue: Issue): string[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys.map((key) => JSON.stringify([...issue.path, meantKey(tree, issue, key)]))
		: [];

interface InvalidValue {
	readonly document: YamlDocument;
	readonly path: Path;
	readonly value: unknown;
	readonly field: Field;
	/** The key of the value or of the list that contains it. */
	readonly key: string;
	/** The value as written in the file. */
	readonly shown: string;
}

function explain(tree: Field, document: YamlDocument, issue: Issue): TextProblem {
	const { path, input: value } = issue;
	const shown = quote(typeof value === 'string' ? value : document.sourceOf(path));
	const invalid = { document, path, value, field: nearestField(tree, path), key: nameOf(path), shown };
	const offset = document.offsetOf(path);
	if (value === undefined) return explainMissingKey(invalid);
	if (value === null) return { offset, rule: 'empty-value', ...explainEmptyValue(invalid) };
	switch (issue.code) {
		case 'invalid_type':
		case 'invalid_union':
			return { offset, rule: 'type', ...explainType(invalid, issue) };
		case 'invalid_value':
			return { offset, rule: 'value', ...explainChoice(invalid, issue.values.map(String)) };
		case 'too_small':
		case 'too_big':
			return { offset, rule: 'size', ...explainSize(invalid, issue) };
		default: {
			// Some checks report only part of a value as wrong.
			const { rule, hint, found = '' } = (issue as z.core.$ZodIssueCustom).params as FieldMistake;
			const place = Math.max(document.sourceOf(path).indexOf(found), 0);
			const { description, isRequired } = invalid.field;
			const owner = uncapitalized(nearestField(tree, path.slice(0, -1)).title);
			const isNeeded = rule === 'empty-text' && isRequired && typeof path.at(-1) === 'string';
			return {
				offset: offset + place,
				rule,
				message: issue.message,
				hint: description.startsWith('In English: ')
					? `${hint} ${description}`
					: isNeeded
						? `Fill in a value. If no source states it, leave out the whole ${owner}, because this field is required.`
						: hint,
			};
		}
	}
}

function explainUnknownKey(tree: Field, document: YamlDocument, issue: Issue, key: string): TextProblem {
	const owner = nearestField(tree, issue.path).title;
	const path = [...issue.path, key];
	return {
		path,
		offset: document.keyOffsetOf(path),
		rule: 'unknown-key',
		message: `Unknown key ${quote(key)}${owner ? ` in "${owner}"` : ''}.`,
		hint: didYouMean(
			meantKey(tree, issue, key),
			`Use one of these keys: ${keysAt(tree, issue.path).join(', ')}.`,
		),
	};
}

const explainMissingKey = ({ document, path, field, key }: InvalidValue): TextProblem => ({
	// Shows the problem at the key of the group, or on the first line of the record or list entry.
	offset: document.keyOffsetOf(path.slice(0, -1)),
	rule: 'missing-key',
	message: `"${key}" is required${explained(field)}.`,
	hint: `Add ${lineFor(key, field)}.`,
});

function explainEmptyValue({ path, field, key }: InvalidValue): Explanation {
	const isEntry = typeof path.at(-1) === 'number';
	const mayBeLeftOut = isEntry || !field.isRequired;
	const below = field.entry || field.type === 'group' ? 'below' : 'after';
	return {
		message: `${isEntry ? `This entry of "${key}" is empty` : `"${key}" has no value${explained(field)}`}.`,
		hint: `Write ${field.expected} ${isEntry ? 'after the dash' : `${below} "${key}:"`}${mayBeLeftOut ? ', or delete the line if no source states the value' : ''}.`,
	};
}

function explainType(invalid: InvalidValue, issue: Issue): Explanation {
	const { path, value, field, shown } = invalid;
	if (path.length === 0) {
		return {
			message: `${shown} is not a record. A record consists of lines such as "title: …".`,
			hint: 'Compare this file with another one in the same folder.',
		};
	}
	const expected = issue.code === 'invalid_union' ? issue.message : field.expected;
	return {
		message: `${shown} is ${typeName(value)}, but ${expected} is expected.`,
		hint: howToWrite(invalid),
	};
}

function howToWrite({ document, path, value, field, key }: InvalidValue): string {
	const { type, entry } = field;
	const source = document.sourceOf(path);
	if (Array.isArray(value) && type !== 'group')
		return `Write one value after "${key}:", without a dash or brackets.`;
	if (type === 'number') {
		return typeof value === 'string' && /^\d+$/.test(value)
			? `Write it without quotation marks: ${shorten(value)}.`
			: 'Write digits only, such as 9.';
	}
	if (entry && /^-\S/.test(source)) return 'Put a space after each dash.';
	if (entry) {
		const isText = typeof value !== 'object' && entry.type !== 'group';
		const entries = isText ? source.split(/[,;]\s+/, mostEntries).map(shorten) : ['…'];
		return `Write each entry on its own line below, indented by two spaces: ${entries.map((each) => `"- ${each}"`).join(', ')}.`;
	}
	if (type === 'group') {
		const keys = keysInWords(field);
		return typeof path.at(-1) === 'number'
			? `After each dash, write these keys on separate lines: ${keys}.`
			: `Write the keys of "${key}" on the lines below, indented by two spaces: ${keys}.`;
	}
	const isReference = field.reference !== undefined && typeof value === 'object';
	if (isReference || type === 'date' || field.fields.length > 0) return `Write ${field.expected}.`;
	return typeof value === 'object'
		? `Text that contains a colon and a space needs quotes: ${quoteYaml(source)}.`
		: `Put the value in quotes: ${quoteYaml(source)}.`;
}

const explainChoice = (
	{ value, field, key, shown }: InvalidValue,
	choices: readonly string[],
): Explanation => ({
	message: `${shown} is not a valid value for "${key}"${explained(field)}.`,
	hint: didYouMean(
		typeof value === 'string' ? nearest(value, choices) : undefined,
		choices.length > 1
			? `Use one of these values: ${choices.join(', ')}.`
			: `Write ${choices.join('')}, or delete the line.`,
	),
});

function explainSize(
	{ field, key, shown }: InvalidValue,
	issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): Explanation {
	if (issue.origin === 'array' && issue.code === 'too_small') {
		return {
			message: `"${key}" needs at least ${counted(Number(issue.minimum), 'entry', 'entries')}${explained(field)}.`,
			hint: `Below "${key}:", ${entryLines(field.entry)}.`,
		};
	}
	const [is, bound] =
		issue.code === 'too_small'
			? ['too small', `The minimum is ${String(issue.minimum)}.`]
			: ['too large', `The maximum is ${String(issue.maximum)}.`];
	return { message: `${shown} is ${is} for "${key}"${explained(field)}.`, hint: bound };
}

const mostEntries = 5;

/** Lists the keys of a group in YAML, starting with the required ones. */
function keysInWords({ fields }: Field): string {
	const [required = '', optional = ''] = [true, false].map((needed) =>
		fields
			.filter(({ isRequired }) => isRequired === needed)
			.map(({ key }) => `"${key}: …"`)
			.join(', '),
	);
	if (required === '') return `one or more of ${optional}`;
	return optional === '' ? required : `${required} (optional: ${optional})`;
}

const nameOf = (path: Path): string => path.findLast((step) => typeof step === 'string') ?? '';

const typeName = (value: unknown): string =>
	({ string: 'text', number: 'a number', boolean: 'a yes-or-no value' })[typeof value as string] ??
	(Array.isArray(value) ? 'a list' : 'a group of keys');

/** Returns the description of a field in brackets, such as " (the name of the meeting)". */
const explained = ({ description }: Field): string =>
	description === '' ? '' : ` (${withinSentence(description)})`;

function entryLines(entry: Field | undefined): string {
	const form = entry?.type === 'group' ? `a group of keys: ${keysInWords(entry)}` : entry?.expected;
	return `write each entry on its own indented line: "- " followed by ${form ?? ''}`;
}

/** Describes the line to add for a key, without suggesting a value. */
function lineFor(key: string, field: Field): string {
	const { type, entry, expected } = field;
	if (entry) return `"${key}:". Below it, ${entryLines(entry)}`;
	if (type === 'group') return `"${key}:" and, on indented lines below it, ${keysInWords(field)}`;
	return `the line "${key}: …"${expected === 'text' ? '' : ` with ${type === 'choice' ? 'the value ' : ''}${expected}`}`;
}
