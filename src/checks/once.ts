import type { Draft, Located } from '../records/content.ts';
import type { Path } from '../records/yaml.ts';
import { quote } from '../schema/quote.ts';
import type { RecordData } from '../schema/index.ts';
import type { Kind } from '../schema/kinds.ts';
import { freeTiles } from '../schema/member.ts';
import type { Rule } from '../schema/rules.ts';
import type { Check, Report } from './check.ts';
import { valuesOf } from './values.ts';

/** A check that no two records of a kind give the same value. */
const usedOnce =
	<K extends Kind>(
		kind: K,
		rule: Rule,
		what: string,
		path: Path,
		valueOf: (data: RecordData<K>) => string | number | undefined,
		hint: string | ((draft: Draft) => string),
	): Check =>
	(draft, report) => {
		const first = new Map<string | number, Located>();
		for (const at of draft.records[kind]) {
			const value = valueOf(at.data);
			if (value === undefined) continue;
			const earlier = first.get(value);
			if (!earlier) {
				first.set(value, at);
				continue;
			}
			report({
				at,
				path,
				rule,
				message: `${what} ${quote(String(value))} is used twice; ${earlier.file} has it already.`,
				hint: typeof hint === 'string' ? hint : hint(draft),
			});
		}
	};

/** Each ensures that records of a kind differ in what must tell them apart. */
export const ensureValuesAreUsedOnce: readonly Check[] = [
	usedOnce(
		'members',
		'code-used-twice',
		'The country code',
		['code'],
		({ code }) => code,
		'Correct the code of one of them, or delete the file that is there by mistake.',
	),
	usedOnce(
		'members',
		'tile-used-twice',
		'The tile (row, column)',
		['tile'],
		({ tile: { row, column } }) => `${row}, ${column}`,
		({ records }) =>
			`Give one of them another row or column. Free among the others, and beside them, are ${freeTiles(records.members.map(({ data }) => data.tile))}.`,
	),
	usedOnce(
		'members',
		'order-used-twice',
		'The place in the order of joining',
		['joined', 'order'],
		({ joined }) => joined.order,
		'Correct one of the two, or leave it out where no source states it.',
	),
	usedOnce(
		'sources',
		'source-used-twice',
		'The address',
		['url'],
		({ url }) => url,
		'Keep one of the two sources, and name it wherever the other was named.',
	),
	usedOnce(
		'themes',
		'name-used-twice',
		'The name',
		['name'],
		({ name }) => name,
		'Keep one of the two themes, or name them so that readers can tell them apart.',
	),
	usedOnce(
		'glossary',
		'term-used-twice',
		'The term',
		['term'],
		({ term }) => term,
		'Say in the term what it belongs to, such as "DNA (Italy)".',
	),
];

// What must differ between the entries of a list, where the entries are groups of keys.
const distinguishing = new Set<PropertyKey | undefined>(['id', 'country', 'seat']);

/** Ensure that no list names the same thing twice: a country, a theme, an agenda item's or a version's id. */
export function ensureListsNameThingsOnce(draft: Draft, report: Report): void {
	const first = new Map<string, Path>();
	let file: string | undefined;
	for (const { at, path, value, meta } of valuesOf(draft)) {
		// Of one source several passages can be named (see checks/citations.ts).
		if (meta.reference === 'sources') continue;
		if (at.file !== file) first.clear();
		file = at.file;
		const last = path.at(-1);
		const isEntry = typeof last === 'number';
		if (!isEntry && !(distinguishing.has(last) && typeof path.at(-2) === 'number')) continue;
		const list = isEntry ? path.slice(0, -1) : [...path.slice(0, -2), last];
		const key = JSON.stringify([list, value]);
		const earlier = first.get(key);
		if (!earlier) {
			first.set(key, path);
			continue;
		}
		report({
			at,
			path,
			rule: 'listed-twice',
			message: `${quote(String(value))} stands twice in the same list; it is there already on line ${at.positionOf(earlier).line}.`,
			hint: last === 'id' ? 'Give one of the two another id.' : 'Delete one of the two.',
		});
	}
}
