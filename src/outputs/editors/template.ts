import { entryOf, type Field } from '../../schema/field-tree.ts';
import { kindOf, recordFields } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { capitalized, inSeries, uncapitalized, withArticle } from '../../schema/words.ts';
import { scalarOf } from './edit.ts';

export const fieldsTitle = (kind: Kind): string =>
	`The fields of ${withArticle(uncapitalized(kindOf(kind).one))}`;

/** Returns whether the short template includes a field. */
export const isInSight = ({ isRequired, usual }: Field): boolean => isRequired || usual === true;

/**
 * Returns a YAML template for a record, with a comment for each key. The check reports values that are still empty.
 *
 * @param valueOf returns the known value of a field, if there is one
 */
export function recordTemplate(
	kind: Kind,
	includes: (field: Field) => boolean = isInSight,
	valueOf: (field: Field) => unknown = () => undefined,
): string {
	const linesIn = (fields: readonly Field[], explains: boolean): string[] =>
		fields.filter(includes).flatMap((field) => {
			const isCollection = field.type === 'list' || field.type === 'group';
			const inside = isCollection ? valueLines(field, explains) : [];
			// Leaves out a group if the template includes none of its fields.
			if (isCollection && inside.length === 0) return [];
			return [
				...(explains ? comment(helpOf(field)) : []),
				`${field.key}:${isCollection ? '' : ` ${written(valueOf(field))}`}`,
				...inside.map((line) => `  ${line}`),
			];
		});
	const valueLines = (field: Field, explains: boolean): string[] => {
		const { entry, minimum = 1 } = field;
		if (!entry) return linesIn(field.fields, explains);
		if (entry.type !== 'group')
			return [valueOf(field) ?? [undefined]].flat().map((value) => `- ${written(value)}`);
		// Only the first entry of a list has comments.
		return Array.from({ length: minimum }, (_, index) =>
			asEntry(linesIn(entry.fields, explains && index === 0)),
		).flat();
	};
	const { one, description } = kindOf(kind);
	return [
		...comment(`${one}: ${description}`),
		...comment('Fill in the values that sources state, and delete all other lines.'),
		'',
		...linesIn(recordFields[kind], true),
	]
		.map((line) => `${line}\n`)
		.join('');
}

const written = (value: unknown): string => (value === undefined ? '' : scalarOf(value));

/** Turns the lines of a group into a list entry, with a dash before the first key. */
const asEntry = (lines: readonly string[]): string[] => {
	const first = lines.findIndex((line) => !line.startsWith('#'));
	return lines.map((line, index) => (index === first ? `- ${line}` : index < first ? line : `  ${line}`));
};

function helpOf(field: Field): string {
	const { description, isRequired, entry } = field;
	const { type, expected, fields, examples } = entryOf(field);
	if (type === 'group') return description;
	// Explains the format of citations only once, in the record's list of sources.
	const group = isRequired && fields.length > 0 ? `, or a group of ${inSeries(fields.map(shortly))}` : '';
	if (type !== 'text')
		return `${description} ${entry ? `Each is ${expected}${group}` : capitalized(type === 'choice' ? `the value is ${expected}` : expected)}.`;
	const [example] = examples;
	return example === undefined ? description : `${description} For example: ${example}`;
}

/** Returns a key and, if the field's title adds information, the title. */
const shortly = ({ key, title }: Field): string =>
	title.toLowerCase() === key ? key : `${key} (${title.toLowerCase()})`;

/** Wraps a string into comment lines that fit in an editor window. */
const comment = (text: string): string[] =>
	(text.match(/\S.{0,110}(?=\s|$)|\S+/g) ?? []).map((line) => `# ${line}`);
