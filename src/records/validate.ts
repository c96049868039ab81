import type * as z from 'zod';
import { type Field, fieldAt, fieldTree } from '../schema/field-tree.ts';
import type { Refusal } from '../schema/fields.ts';
import { quote, quoteYaml, shorten } from '../schema/quote.ts';
import type { Explanation } from '../schema/rules.ts';
import { capitalized } from '../schema/words.ts';
import { didYouMean, nearest } from './nearest.ts';
import { mostOfFile, TextProblems, type TextProblem } from './problem.ts';
import type { Path, YamlDocument } from './yaml.ts';

/**
 * Validates a document and explains each error in the words of its field.
 *
 * @returns the data, or the problems with their places in the text
 */
export function validate<S extends z.ZodType>(
	schema: S,
	document: YamlDocument,
): { data: z.output<S> } | TextProblems {
	const result = schema.safeParse(document.value, { reportInput: true });
	if (result.success) return { data: result.data };
	const tree = fieldTree(schema);
	const issues = result.error.issues.flatMap(asOfGroup);
	const misspelt = new Set(issues.flatMap((issue) => misspeltKeys(tree, issue)));
	const outdented = issues.flatMap((issue) => outdentedGroup(tree, document, issue, issues) ?? []);
	const isTold = (path: Path): boolean => outdented.some(({ keys }) => keys.has(JSON.stringify(path)));
	const lists = new Set<string>();
	const problems = new TextProblems();
	for (const issue of issues) {
		const { path, input } = issue;
		// A misspelt key is one mistake: the missing key is not reported as well.
		if (input === undefined && misspelt.has(JSON.stringify(path))) continue;
		// If several entries of a list have the same wrong type, only the first one is reported.
		const list = listOf(issue);
		if (list !== '' && lists.size === lists.add(list).size) continue;
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys.filter((each) => !isTold([...path, each])))
				problems.add(() => explainUnknownKey(tree, document, issue, key));
		} else if (!isTold(path)) problems.add(() => ({ ...explain(tree, document, issue), path }));
	}
	for (const { fault } of outdented) problems.add(fault);
	return problems;
}

type Issue = z.core.$ZodIssue;

/** Returns the issues within a group, if the value may be a single value or a group. */
function asOfGroup(issue: Issue): Issue[] {
	if (issue.code !== 'invalid_union') return [issue];
	const within = issue.errors.find(
		(issues) =>
			issues.some(({ path }) => path.length > 0) || issues.some(({ code }) => code === 'unrecognized_keys'),
	);
	return within?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

const nearestField = (tree: Field, path: Path): Field => fieldAt(tree, path) ?? tree;

/** Explains a group with keys that are not indented, with the paths of the issues that this explains. */
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
			message: `${quote(first)} does not begin further in than "${nameOf(path)}:" above it, so it does not belong to it.`,
			hint: `Put two spaces more before each key of "${nameOf(path)}": ${keys.slice(0, mostEntries).join(', ')}.`,
		},
		keys: new Set([path, ...keys.map((key) => [...parent, key])].map((each) => JSON.stringify(each))),
	};
}

/** Returns the list and the expected type if an entry has the wrong type; an empty text for other issues. */
const listOf = (issue: Issue): string =>
	issue.code === 'invalid_type' && typeof issue.path.at(-1) === 'number'
		? JSON.stringify([issue.path.slice(0, -1), issue.expected])
		: '';

const keysAt = (tree: Field, path: Path): string[] => nearestField(tree, path).fields.map(({ key }) => key);

/** Returns the key that an unknown key was meant to be, from the group's missing keys. */
const meantKey = (tree: Field, { path, input }: Issue, key: string): string | undefined =>
	nearest(
		key,
		keysAt(tree, path).filter((known) => !Object.hasOwn(input as object, known)),
	);

const misspeltKeys = (tree: Field, issue: Issue): string[] =>
	issue.code === 'unrecognized_keys'
		? issue.keys
				.slice(0, mostOfFile)
				.map((key) => JSON.stringify([...issue.path, meantKey(tree, issue, key)]))
		: [];

/** An invalid value with its context. */
interface Refused {
	readonly document: YamlDocument;
	readonly path: Path;
	readonly value: unknown;
	readonly field: Field;
	/** The key of the value, or of the list around it. */
	readonly key: string;
	/** The value as it is written in the file. */
	readonly shown: string;
}

function explain(tree: Field, document: YamlDocument, issue: Issue): TextProblem {
	const { path, input: value } = issue;
	const shown = quote(typeof value === 'string' ? value : document.sourceOf(path));
	const refused = { document, path, value, field: nearestField(tree, path), key: nameOf(path), shown };
	const offset = document.offsetOf(path);
	if (value === undefined) return explainMissingKey(refused);
	if (value === null) return { offset, rule: 'empty-value', ...explainEmptyValue(refused) };
	switch (issue.code) {
		case 'invalid_type':
		case 'invalid_union':
			return { offset, rule: 'type', ...explainType(refused, issue) };
		case 'invalid_value':
			return { offset, rule: 'value', ...explainChoice(refused, issue.values.map(String)) };
		case 'too_small':
		case 'too_big':
			return { offset, rule: 'size', ...explainSize(refused, issue) };
		default: {
			// A refinement of our own, which may point at the wrong part of a text.
			const { rule, hint, found = '' } = (issue as z.core.$ZodIssueCustom).params as Refusal;
			const place = Math.max(document.sourceOf(path).indexOf(found), 0);
			return { offset: offset + place, rule, message: issue.message, hint };
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
		message: `${quote(key)} is not a key of ${owner ? `"${owner}"` : 'this group'}.`,
		hint: didYouMean(
			meantKey(tree, issue, key),
			`The keys here are: ${keysAt(tree, issue.path).join(', ')}.`,
		),
	};
}

const explainMissingKey = ({ document, path, field, key }: Refused): TextProblem => ({
	// The key of the group around it, else the first line of the record or the list entry.
	offset: document.keyOffsetOf(path.slice(0, -1)),
	rule: 'missing-key',
	message: `The key "${key}" is missing. ${helpOf(field)}`,
	hint: `Add ${lineFor(key, field)}.`,
});

function explainEmptyValue({ path, field, key }: Refused): Explanation {
	const isEntry = typeof path.at(-1) === 'number';
	const mayBeLeftOut = isEntry || !field.isRequired;
	return {
		message: `${isEntry ? 'This entry of the list' : `The key "${key}"`} has no value; ${field.expected} is expected.`,
		hint: `${helpOf(field)} Write it${mayBeLeftOut ? ', or delete the line: what no source states is left out' : ''}.`.trimStart(),
	};
}

function explainType(refused: Refused, issue: Issue): Explanation {
	const { path, value, field, shown } = refused;
	if (path.length === 0) {
		return {
			message: `${shown} is no record; lines such as "title: …" are expected, each a key and its value.`,
			hint: 'Compare the file with another one of the same folder.',
		};
	}
	// The message of a union comes from the field.
	const wanted =
		issue.code === 'invalid_union' ? issue.message : `${capitalized(field.expected)} is expected.`;
	return { message: `${shown} is ${typeName(value)}. ${wanted}`, hint: howToWrite(refused) };
}

/** Explains how to write a value that has the wrong type. */
function howToWrite({ document, path, value, field, key }: Refused): string {
	const { type, entry } = field;
	const source = document.sourceOf(path);
	if (Array.isArray(value) && type !== 'group')
		return `Only one value can stand here; write it after "${key}:" without a dash or brackets.`;
	if (type === 'number') {
		return typeof value === 'string' && /^\d+$/.test(value)
			? `Write it without quotation marks: ${shorten(value)}.`
			: 'Write it in plain figures, such as 9: no letters, no Roman figures, no quotation marks.';
	}
	if (entry && /^-\S/.test(source)) return 'Put a space after each dash.';
	if (entry && typeof value !== 'object') {
		const entries = entry.type === 'group' ? ['…'] : source.split(/,\s+/, mostEntries).map(shorten);
		return `Write it as a list: ${below}${entries.map((entry) => `"- ${entry}"`).join(', ')}${entries.length > 1 ? ', each on a line of its own' : ''}.`;
	}
	if (type === 'group') {
		const keys = keysInWords(field);
		return typeof path.at(-1) === 'number'
			? `Write each entry as a group of keys, the first after the dash and the others below it: ${keys}.`
			: `Write "${key}:" alone on its line and ${below}${keys}.`;
	}
	if (entry || type === 'date' || field.fields.length > 0) return helpWithExample(field);
	return `Put ${typeof value === 'object' ? 'text that holds a colon followed by a space' : 'it'} in quotes: ${quoteYaml(source)}.`;
}

const explainChoice = ({ value, field, key, shown }: Refused, choices: readonly string[]): Explanation => ({
	message: `${shown} is not a value of "${key}". ${choices.length > 1 ? `One of these is expected: ${choices.join(', ')}` : `Only ${choices.join('')} is expected`}.`,
	hint: didYouMean(typeof value === 'string' ? nearest(value, choices) : undefined, helpOf(field)),
});

function explainSize(
	{ field, key, shown }: Refused,
	issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): Explanation {
	// Lists have a message in the schema; numbers do not need one.
	if (issue.origin === 'array') return { message: issue.message, hint: `Write ${lineFor(key, field)}.` };
	const [is, bound] =
		issue.code === 'too_small'
			? ['too small', `${String(issue.minimum)} or more`]
			: ['too large', `${String(issue.maximum)} or less`];
	return { message: `${shown} is ${is} for "${key}"; ${bound} is expected.`, hint: helpWithExample(field) };
}

const below = 'on the lines below, two spaces further in, ';

// The maximum number of entries in a message.
const mostEntries = 5;

/** Lists the keys of a group as they are written, the required ones first. */
function keysInWords({ fields }: Field): string {
	const [required = '', optional = ''] = [true, false].map((needed) =>
		fields
			.filter(({ isRequired }) => isRequired === needed)
			.map(({ key }) => `"${key}: …"`)
			.join(', '),
	);
	if (required === '') return `one or more of ${optional}`;
	return optional === '' ? required : `${required}; and where a source states it, ${optional}`;
}

const nameOf = (path: Path): string => path.findLast((step) => typeof step === 'string') ?? '';

const typeName = (value: unknown): string =>
	({ string: 'text', number: 'a number', boolean: 'a yes-or-no value' })[typeof value as string] ??
	(Array.isArray(value) ? 'a list' : 'a group of keys');

// The list explains its entries if they are groups.
const helpOf = ({ title, description }: Field): string =>
	description === '' ? '' : `${title}: ${description}`;

const helpWithExample = (field: Field): string => {
	const { reference, examples } = field;
	// An id as an example would look like advice.
	if (reference !== undefined && reference !== 'any') return `${helpOf(field)} Write ${field.expected}.`;
	const [example] = examples;
	return `${helpOf(field)}${example === undefined ? '' : ` For example: ${String(example)}.`}`;
};

/** Describes a line to add: its key and a valid value, but never a proposed one. */
const lineFor = (key: string, field: Field): string => {
	const { type, entry, expected } = field;
	if (entry)
		return entry.type === 'group'
			? `the line "${key}:" and ${below}for each entry "- " and a group of keys: ${keysInWords(entry)}`
			: `the line "${key}:" and ${below}for each entry "- " and ${entry.expected}`;
	if (type === 'group') return `the line "${key}:" and ${below}its keys: ${keysInWords(field)}`;
	return `the line "${key}: …" with ${expected}`;
};
