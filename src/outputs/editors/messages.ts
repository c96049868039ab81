import type { FormWords, Problem } from '../../records/problem.ts';
import type { Path } from '../../records/yaml.ts';
import { dateInWords } from '../../schema/dates.ts';
import { dayBounds } from '../../schema/edtf.ts';
import { entryOf, type Field, fieldAt, fieldTree } from '../../schema/field-tree.ts';
import { kindOf, singles, singleSchemas } from '../../schema/index.ts';
import { isKind, type Kind, kinds } from '../../schema/kinds.ts';
import type { Rule } from '../../schema/rules.ts';
import { capitalized, uncapitalized, withArticle } from '../../schema/words.ts';
import { quoted } from '../changes/words.ts';

/* Rewords problems for forms. Forms show labels and names, so their messages do not mention keys, ids, files or folders. */

/** Looks up the name of a record. Returns `undefined` if there is no such record. */
export type FindName = (kind: Kind, id: string) => string | undefined;

const singleNames: Readonly<Record<string, string>> = {
	site: 'the description of the site',
	network: 'the description of the network',
	addresses: 'the list of published addresses',
};

const longestName = 60;

/** Rewords a problem for a form. */
export function inFormWords({ file, path = [], rule, message, hint }: Problem, nameOf: FindName): FormWords {
	const [, kind, id = ''] = /(?:([a-z]+)\/)?([^/]+)\.yaml$/.exec(file) ?? [];
	const single = singles.find((each) => each === id);
	const schema = kind && isKind(kind) ? kindOf(kind).schema : single && singleSchemas[single];
	const tree = schema && fieldTree(schema);
	const field = tree && fieldAt(tree, path);
	const called = (of: string, id: string): string => {
		if (!isKind(of)) return singleNames[id] ?? id;
		const one = uncapitalized(kindOf(of).one);
		const name = nameOf(of, id);
		return name === undefined ? `the new ${one}` : `the ${one} ${quoted(name, longestName)}`;
	};
	const inWords = (words: string): string => {
		if (field?.choices.includes(words)) return choiceInWords(words);
		const [of = '', ofId = ''] = words.split('/');
		if (isKind(of) && ofId !== '') return nameOf(of, ofId) ?? words;
		const own = field?.reference === undefined || field.reference === 'any' ? [] : [field.reference];
		// Skips languages, because their ids are language tags.
		const name = [...own, ...kinds.filter((each) => each !== 'languages')]
			.map((each) => nameOf(each, words))
			.find((each) => each !== undefined);
		return name ?? labelOf(tree, path, words) ?? words;
	};
	// A date is not a suggestion for itself in other words, such as "June 2015" for 2015-06.
	const isDate = (words: string): boolean =>
		!!dayBounds(words) && !message.startsWith(`"${dateInWords(words)}"`);
	const reference = field && entryOf(field).reference;
	const required = reference
		? `Choose ${withArticle(nounOf(field))}${reference === 'sources' ? ', or add a new one' : ''}.`
		: `“${pathInWords(tree, path)}” is required.`;
	const newSource = reference === 'sources' ? 'If it is missing, choose "A new source"' : '$&';
	const key = String(path.at(-1));
	const said =
		rule === 'missing-key'
			? required
			: rule === 'no-source' && path.length > 1 && typeof path.at(-1) === 'string'
				? `No chosen source supports "${key}". Choose another one, or tick "${key}" under “Only for a part of this fact”.`
				: rule === 'needless-source' && path.includes('states')
					? `${message} ${hint}`
					: `${messages[rule] ?? message} ${hints[rule] ?? hint}`;
	const named = said
		.replace(/If the record is missing, add it first/, newSource)
		.replaceAll(/(?:, (?:on )?| on )line \d+/g, '')
		.replaceAll(/content\/(?:([a-z]+)\/)?([\w-]+)\.yaml/g, (_, of = '', id: string) =>
			called(of as string, id),
		)
		.replaceAll(/(?<![\w"/-])\d{4}-\d{2}(?:-\d{2})?(?:\/\d{4}-\d{2}(?:-\d{2})?)?(?![\w"/-])/g, (date) =>
			dayBounds(date) ? dateInWords(date) : date,
		)
		.replaceAll(
			/"(\w+): ([^"]*)"/g,
			(_, key: string, value: string) => `“${inWords(key)}” ${dayBounds(value) ? dateInWords(value) : value}`,
		)
		.replaceAll(
			/"([^"]*)"/g,
			(_, words: string) => `“${isDate(words) ? dateInWords(words) : inWords(words)}”`,
		);
	return {
		record: capitalized(called(kind ?? '', id)),
		field: pathInWords(tree, path),
		message: phrases.reduce((text, [from, to]) => text.replaceAll(from, to), capitalized(named)),
	};
}

const nounOf = ({ reference, title }: Field): string =>
	title === 'Sources' || reference === 'sources' ? 'source' : uncapitalized(title);

/** Formats a choice in the same way as the lists of a form. */
const choiceInWords = (choice: string): string => capitalized(choice.replaceAll('-', ' '));

// The keys of other records that messages mention.
const keysOfOthers = new Map([
	['aliases', 'Former ids'],
	['notes', 'Notes'],
	['copyRead', 'Extent read'],
]);

/** Returns the label of a key near the field, such as "Place, City" for "place.city". */
function labelOf(tree: Field | undefined, path: Path, words: string): string | undefined {
	const keys = words.split('.');
	const groups = [path, ...path.map((_, index) => path.slice(0, -1 - index))].map(
		(each) => tree && fieldAt(tree, each),
	);
	const [label] = [
		...groups,
		...(tree?.fields.some(({ key }) => key === 'versions') ? allTrees() : []),
	].flatMap((group) => {
		const known = group && entryOf(group).fields.some(({ key }) => key === keys[0]);
		return known && fieldAt(entryOf(group), keys) ? pathInWords(entryOf(group), keys) : [];
	});
	return label ?? keysOfOthers.get(words);
}

const allTrees = (): Field[] => kinds.map((kind) => fieldTree(kindOf(kind).schema));

/** Returns the labels of the fields in a path, such as "Agenda item 2, Title". */
const pathInWords = (tree: Field | undefined, path: Path): string =>
	path
		.slice(0, path.includes('states') ? path.indexOf('states') : undefined)
		.flatMap((step, index) => {
			const field = tree && fieldAt(tree, path.slice(0, index + 1));
			if (typeof step === 'number') return `${field?.title ?? ''} ${String(step + 1)}`;
			// Leaves out the name of the list, because the title of a list entry implies it.
			return typeof path[index + 1] === 'number' ? [] : (field?.title ?? String(step));
		})
		.join(', ');

/** Messages and hints that are different in a form, which has lists and buttons instead of YAML. */
const messages: Partial<Record<Rule, string>> = {
	'no-source': 'This fact has no source.',
	'unused-source': 'No record uses this source.',
	'needless-source': 'This source supports nothing, because everything here has other sources.',
};
const hints: Partial<Record<Rule, string>> = {
	'no-source': 'Choose one under “Who says so?”.',
	'unused-source': 'Choose it for a fact of another record, or remove it.',
	'needless-source': 'Tick what it supports under “Only for a part of this fact”, or remove it.',
	'alias-taken': 'Remove it here, or change the other one.',
	'followed-version': 'Choose one of the versions, or none to treat all versions as equal.',
	'disputed-field': 'Choose a field from the list.',
	'reads-elsewhere': 'Choose a subject of this disagreement, or add another subject.',
	'record-address': 'Choose a record from the list.',
	value: 'Choose one from the list.',
	type: 'Write digits only, such as 9.',
	untranslated:
		'If you know one of these names, add it to the record of that language. Otherwise, leave this as it is.',
};

/** Replaces phrases about files and lines with words that fit a form. */
const phrases: readonly (readonly [RegExp, string])[] = [
	[
		/ Use (?:one of these (?:ids|values)|the name of a file|“[^”]*” and the name)[^.]*\./g,
		' Choose one from the list.',
	],
	[/ Below “.*$/g, ' Add another one.'],
	[/ Add the source under (“[^”]*”) instead.*$/g, ' Untick $1 under “Only for a part of this fact”.'],
	[/is not the address of a record\b/g, 'is not a record'],
	[/(“[^”]*”) is (?:text|a number), but a whole number is expected/g, '$1 is not a whole number'],
	[
		/(“[^”]*)\.yaml” is not a valid file name for a record\. Rename it to (“[^”]*)\.yaml”,/g,
		'$1” is not a valid address. Write $2”,',
	],
	[/\.yaml”/g, '”'],
	[
		/If you changed the id of (this|an) item, add “[^”]*” \[([^\]]*)\] to the item\. .*$/g,
		'If you changed the address of $1 item, add “$2” to its former ids. Otherwise, put the item back.',
	],
	[
		/If [^.]*, add “[^”]*” \[([^\]]*)\] to the record\. .*$/g,
		'If the record has a new address, add “$1” to its former ids. To remove a record, use “Withdraw this record”.',
	],
	[/ another record in the “[^”]*” folder/g, ' another record'],
	[/The file name/g, 'The address'],
	[/has no key/g, 'has no part'],
	[/ \(“[a-z\d-]+”\)\./g, '.'],
	[/\bthe term in the Secretariat/g, 'the Secretariat'],
	[/ \(the member “[^”]*”\)/g, ''],
	[/\bdelete the (?:line|key|number)/g, 'leave the field empty'],
	[/\bDelete the line/g, 'Leave the field empty'],
	[/\bdelete one of the (?:two )?files/g, 'withdraw one of the records'],
	[/\bDelete one of the two lines/g, 'Remove one of the two'],
	[/\bdelete the file\b/g, 'withdraw the record'],
	[/use its id in/g, 'use it in'],
	// In the text of a file, a name cannot replace its code.
	[
		/“([^”]*)” is not (?:a language tag|an ISO 3166-1 country code)\. ([^“]*“[^”]*”) for \1(?=[.?])/g,
		'“$1” must be a code here. $2',
	],
	[
		/Write the two-letter ISO 639-1 code in lower case, such as bg or el/g,
		'Write its English name, such as Bulgarian',
	],
	[/an ISO 3166-1 country code/g, 'the name of a country'],
	[/Look up the two-letter code[^)]*\)/g, 'Write its English name, such as Greece'],
	// Forms accept the words for a code or a date: “el” for Greek.
	[/“[^”]*” for ([\p{Lu}\d][^?“”]*?)(?=[?.]$| or “)/gu, '“$1”'],
	[/If the record is missing, add it first/g, 'If it is missing, add a new one'],
	[/is not a language tag/g, 'is not the name of a language'],
	[/in source files/g, 'into sources'],
	[/([.!?…])”\./g, '$1”'],
];
