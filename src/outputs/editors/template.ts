import { CORE_SCHEMA, dump } from 'js-yaml';
import { helpOf, type Field, type RecordFields } from './fields.ts';

/** What is to be written of a record, a group or a list entry: its keys and their values. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * A record as YAML with comments that say what each key is for: first what is known, then, commented out, what else a
 * record of its kind can say.
 *
 * @param record what the kind of record is (see `recordFields`)
 * @param values what is known; without it the required keys are written with values that show their form
 */
export function recordTemplate(record: RecordFields, values: Values = requiredIn(record.fields)): string {
	const others = record.fields.filter(({ key }) => values[key] === undefined);
	if (others.length === 0) return recordStart(record, values);
	return paragraphs([
		[recordStart(record, values).trimEnd()],
		[
			'# What follows may be left out. Where a source states it, take "# " from the beginning of the lines and change',
			'# the values; delete the rest.',
		],
		...others.map(leftOut),
	]);
}

/** The same without what else it can say: short enough to stand in an address. */
export const recordStart = (record: RecordFields, values: Values = requiredIn(record.fields)): string =>
	paragraphs([
		comment('# ', `${record.title}: ${record.description}`),
		...record.fields
			.filter(({ key }) => values[key] !== undefined)
			.map((field) => fieldLines(field, values[field.key], '# ')),
	]);

const paragraphs = (blocks: readonly (readonly string[])[]): string =>
	`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;

/** A key that is not given: lines that only have to be uncommented, by hand or by an editor's command, to be part of the record. */
const leftOut = (field: Field): string[] =>
	fieldLines(field, exampleFor(field, everythingIn), '## ').map((line) =>
		line.startsWith('#') ? line : `# ${line}`,
	);

const indentation = '  ';

/**
 * A key with its value, and above it what the schema says of it.
 *
 * @param mark what begins the lines that say it; without it they are left out
 */
function fieldLines(field: Field, value: unknown, mark: string | undefined): string[] {
	const { key, fields, isList } = field;
	const help = mark === undefined ? [] : comment(mark, helpOf(field));
	if (fields.length === 0) return [...help, ...yaml({ [key]: value })];
	const lines = isList
		? (value as readonly Values[]).flatMap((entry, index) =>
				// What each key is for need not be said again for every entry.
				entryLines(givenLines(fields, entry, index === 0 ? mark : undefined)),
			)
		: fields.flatMap((inner) =>
				(value as Values)[inner.key] === undefined && mark !== undefined
					? leftOut(inner)
					: givenLines([inner], value as Values, mark),
			);
	return [...help, `${key}:`, ...lines.map((line) => indentation + line)];
}

const givenLines = (fields: readonly Field[], values: Values, mark: string | undefined): string[] =>
	fields
		.filter(({ key }) => values[key] !== undefined)
		.flatMap((field) => fieldLines(field, values[field.key], mark));

/** The lines of a group as an entry of a list: a dash before its first key. */
function entryLines(lines: readonly string[]): string[] {
	const first = lines.findIndex((line) => !line.startsWith('#'));
	return lines.map((line, index) => {
		if (index < first) return line;
		return index === first ? `- ${line}` : `${indentation}${line}`;
	});
}

const yaml = (values: Values): string[] =>
	dump(values, { schema: CORE_SCHEMA, lineWidth: 90, noRefs: true }).trimEnd().split('\n');

const width = 110;

/** A text as lines of comment. */
function comment(mark: string, text: string): string[] {
	const lines = [];
	let line = mark.trimEnd();
	for (const word of text.split(' ')) {
		if (line.length + 1 + word.length > width) {
			lines.push(line);
			line = mark.trimEnd();
		}
		line += ` ${word}`;
	}
	return [...lines, line];
}

// A mark that every reader takes for "to be written".
const blank = '…';

/** Values that show the form of the required keys. */
const requiredIn = (fields: readonly Field[]): Values =>
	Object.fromEntries(
		fields.filter(({ isRequired }) => isRequired).map((field) => [field.key, exampleFor(field, requiredIn)]),
	);

/** The same of all keys. */
const everythingIn = (fields: readonly Field[]): Values =>
	Object.fromEntries(fields.map((field) => [field.key, exampleFor(field, everythingIn)]));

/** @param valuesIn which keys of a group to give */
function exampleFor(
	{ isList, atLeast, fields, examples, choices }: Field,
	valuesIn: (fields: readonly Field[]) => Values,
): unknown {
	const example = fields.length > 0 ? valuesIn(fields) : (examples[0] ?? choices[0] ?? blank);
	return isList ? Array.from({ length: Math.max(1, atLeast) }, () => example) : example;
}
