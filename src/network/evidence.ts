import { inWords } from '../records/in-words.ts';
import { valueAt } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import { entryOf, fieldAt } from '../schema/field-tree.ts';
import type { TitleOf } from '../schema/kind.ts';
import { inSeries, uncapitalized } from '../schema/words.ts';
import { citationsOf, sourceIdsOf, type RecordOrAccount, recordFacts, treeOf } from './citations.ts';
import { titleOf } from './labels.ts';
import { heldAt } from './meetings.ts';
import { type Entry, everyEntry, find, indexed, type Network } from './network.ts';

export const recordsCiting = indexed((network) =>
	everyEntry(network).flatMap((entry) =>
		sourceIdsOf(citationsOf(entry)).map((source) => [source, entry] as const),
	),
);

/** Returns the statements in a record that are supported by a source. Values in the same group count as one statement. */
export function statementsIn(network: Network, source: Entry<'sources'>, record: RecordOrAccount) {
	const facts = recordFacts(record).filter(({ citations }) => citations.some(({ id }) => id === source.id));
	const groups = Map.groupBy(facts, ({ path, citations }) =>
		JSON.stringify([
			path.length > 1 ? path.slice(0, -1) : path,
			citations.map(({ id, quote }) => [id, quote]),
		]),
	);
	return [...groups.values()].map((together) => {
		const [{ path, citations } = { path: [], citations: [] }] = together;
		const values = together.map((fact) => valueInWords(network, record, fact.path, together.length > 1));
		const group = valueAt(record, path.slice(0, -1)) as { readonly language?: string };
		const label = labelOf(record, path, together.length);
		const isAlone = citations.every(({ id }) => id === source.id);
		const hasList = together.some((fact) => [valueAt(record, fact.path)].flat().length > 1);
		return {
			/** The name of the field, for example "Dates"; undefined for sentences and titles. */
			// Each of several sources may state only a part of a list.
			label: label && hasList && !isAlone ? `${label}, according to this and other sources` : label,
			...joined(values),
			/** Whether the record has a note on the value. Such a value may be derived, so the source need not state it as it stands. */
			isExplained: together.some(({ path: at }) => valueAt(record, noteOn(at)) !== undefined),
			/** The language of the statement, if it is not English. */
			language: path.length > 1 ? group.language : undefined,
			quotes: citations.flatMap(({ id, quote }) => (id === source.id && quote !== undefined ? [quote] : [])),
			/** Whether this is the only source of the statement. */
			isAlone,
		};
	});
}

/** Returns the quotes from a source that support a record. Statements without a quote come last. */
export function passagesIn(network: Network, source: Entry<'sources'>, record: RecordOrAccount) {
	const title = 'kind' in record ? titleOf(network, record).toLowerCase() : '';
	const groups = Map.groupBy(statementsIn(network, source, record), ({ quotes }) => JSON.stringify(quotes));
	return [...groups.values()]
		.map((statements) => ({
			quotes: [...new Set(statements.flatMap(({ quotes }) => quotes))],
			statements,
			sentences: statements.filter(({ text }) => text !== ''),
			/** The values that are not sentences. For a value in the record's title, or with a note, only the name of the field is listed. */
			values: statements
				.filter(({ list }) => list !== '')
				.map(({ label, list, language, isExplained }) => ({
					language,
					label: label ?? '',
					words: label !== undefined && (isExplained || title.includes(list.toLowerCase())) ? '' : list,
				})),
		}))
		.sort((a, b) => Number(a.quotes.length === 0) - Number(b.quotes.length === 0));
}

/** Returns the path of the note on a field, such as `dateNote` for `date`. */
const noteOn = (path: Path): Path => [...path.slice(0, -1), `${String(path.at(-1))}Note`];

const isSentence = (value: string): boolean => /[.!?]$/.test(value);

/** Returns the sentences in a group, the other values, and both joined, as in "May 2016, 10 countries: Prosecutors signed." */
function joined(values: readonly string[]): { text: string; list: string; words: string } {
	const { sentences = [], others = [] } = Object.groupBy(values, (value) =>
		isSentence(value) ? 'sentences' : 'others',
	);
	const [text, list] = [sentences.join(' '), others.join(', ')];
	const both = isSentence(values[0] ?? '') ? `${text} (${list})` : `${list}: ${text}`;
	return { text, list, words: text === '' || list === '' ? text || list : both };
}

/** Returns a label with the names of a field and the groups around it. List entries without fields have no label. */
function labelOf(record: RecordOrAccount, path: Path, together: number): string | undefined {
	const isInList = path.some((step) => typeof step === 'number');
	const tree = treeOf(record);
	if (isInList && fieldAt(tree, path)?.type === 'text') return undefined;
	const named = together > 1 && path.length > 1 ? path.slice(0, -1) : path;
	const [first = '', ...inner] = named.flatMap((step, index) => {
		const field = typeof step === 'string' ? fieldAt(tree, path.slice(0, index + 1)) : undefined;
		return field?.title ?? [];
	});
	return inner.length > 0 ? `${first} (${inner.map(uncapitalized).join(', ')})` : first;
}

function valueInWords(network: Network, record: RecordOrAccount, path: Path, withName: boolean): string {
	const field = fieldAt(treeOf(record), path);
	if (!field) return '';
	const values = [valueAt(record, path)].flat();
	const titleOfId: TitleOf = (kind, id) => titleOf(network, find(network, kind, id));
	const words =
		heldAt(network, record, path) ??
		inSeries(values.map((value) => inWords(entryOf(field), value, titleOfId)));
	if (!withName || field.type !== 'number') return words;
	const name = uncapitalized(field.title);
	return name.endsWith('s') ? `${words} ${name}` : `${name} ${words}`;
}
