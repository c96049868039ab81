import { CORE_SCHEMA, dump } from 'js-yaml';
import { entryOf, type Field } from '../../schema/field-tree.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { capitalized, inSeries, withArticle } from '../../schema/words.ts';

/** Returns the title of the page that explains the fields of a kind. */
export const fieldsTitle = (kind: Kind): string =>
	`The fields of ${withArticle(kindOf(kind).one.toLowerCase())}`;

/** Whether a key stands in a template that is not of all keys. */
export const isInSight = ({ isRequired, isUsual }: Field): boolean => isRequired || isUsual;

/**
 * A record as YAML to be filled in: each key with a comment that says what it is for, and no value that is not given. What is left
 * empty the check tells of.
 *
 * @param valueOf what is known of a key that takes a single value, or of a list of them
 */
export function recordTemplate(
	kind: Kind,
	includes: (field: Field) => boolean = isInSight,
	valueOf: (field: Field) => unknown = () => undefined,
): string {
	const linesIn = (fields: readonly Field[], explains: boolean): string[] =>
		fields
			.filter(includes)
			.flatMap((field) => [
				...(explains ? comment(helpOf(field)) : []),
				...(field.type === 'list' || field.type === 'group'
					? [`${field.key}:`, ...valueLines(field, explains).map((line) => `  ${line}`)]
					: [`${field.key}: ${written(valueOf(field))}`]),
			]);
	const valueLines = (field: Field, explains: boolean): string[] => {
		const { entry, minimum = 1 } = field;
		if (!entry) return linesIn(field.fields, explains);
		if (entry.type !== 'group')
			return [valueOf(field) ?? [undefined]].flat().map((value) => `- ${written(value)}`);
		// What the keys of an entry are for need not be said again for the next.
		return Array.from({ length: minimum }, (_, index) =>
			asEntry(linesIn(entry.fields, explains && index === 0)),
		).flat();
	};
	const { one, description } = kindOf(kind);
	return [
		...comment(`${one}: ${description}`),
		...comment('Write what a source states after each key, and delete the lines of what no source states.'),
		'',
		...linesIn(recordFields[kind], true),
	]
		.map((line) => `${line}\n`)
		.join('');
}

/** A value as YAML, on one line. */
const written = (value: unknown): string =>
	value === undefined ? '' : dump(value, { schema: CORE_SCHEMA, lineWidth: -1 }).trimEnd();

/** The lines of a group as an entry of a list: a dash before its first key. */
const asEntry = (lines: readonly string[]): string[] => {
	const first = lines.findIndex((line) => !line.startsWith('#'));
	return lines.map((line, index) => (index === first ? `- ${line}` : index < first ? line : `  ${line}`));
};

/** What a key is for and what its values look like. */
function helpOf(field: Field): string {
	const { description, isRequired, entry } = field;
	const { type, expected, fields, examples } = entryOf(field);
	if (type === 'group') return description;
	// Said once, for the list that every record has.
	const group = isRequired && fields.length > 0 ? `, or a group of ${inSeries(fields.map(shortly))}` : '';
	if (type !== 'text')
		return `${description} ${entry ? `Each is ${expected}${group}` : capitalized(expected)}.`;
	const [example] = examples;
	return example === undefined ? description : `${description} For example: ${example}`;
}

/** A key with what stands there, in a few words. */
const shortly = ({ key, title }: Field): string =>
	title.toLowerCase() === key ? key : `${key} (${title.toLowerCase()})`;

/** A text as lines of comment, as wide as an editor's window. */
const comment = (text: string): string[] =>
	(text.match(/\S.{0,110}(?=\s|$)|\S+/g) ?? []).map((line) => `# ${line}`);
