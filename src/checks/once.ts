import type { Draft, Located } from '../records/content.ts';
import type { Path } from '../records/yaml.ts';
import { quote } from '../schema/quote.ts';
import { freeTiles } from '../schema/member.ts';
import type { Rule } from '../schema/rules.ts';
import type { Check, Report } from './check.ts';
import { valuesOf } from './values.ts';

interface Use {
	readonly at: Located;
	readonly path: Path;
	readonly value: string | number;
}

/** A check that no two records give the same value. */
const usedOnce =
	(
		rule: Rule,
		what: string,
		hint: string | ((draft: Draft) => string),
		usesIn: (draft: Draft) => readonly Use[],
	): Check =>
	(draft, report) => {
		const first = new Map<string | number, Use>();
		for (const use of usesIn(draft)) {
			const earlier = first.get(use.value);
			if (!earlier) {
				first.set(use.value, use);
				continue;
			}
			report({
				at: use.at,
				path: use.path,
				rule,
				message: `${what} ${quote(String(use.value))} is used twice; ${earlier.at.file} has it already.`,
				hint: typeof hint === 'string' ? hint : hint(draft),
			});
		}
	};

/** Ensure that every country code belongs to one member. */
export const ensureCountryCodesAreUsedOnce = usedOnce(
	'code-used-twice',
	'The country code',
	'Correct the code of one of them, or delete the file that is there by mistake.',
	({ records }) => records.members.map((at) => ({ at, path: ['code'], value: at.data.code })),
);

/** Ensure that no two members stand on the same tile. */
export const ensureTilesAreUsedOnce = usedOnce(
	'tile-used-twice',
	'The tile (row, column)',
	({ records }) =>
		`Give one of them another row or column. Free among the others, and beside them, are ${freeTiles(records.members.map(({ data }) => data.tile))}.`,
	({ records }) =>
		records.members.map((at) => ({
			at,
			path: ['tile'],
			value: `${at.data.tile.row}, ${at.data.tile.column}`,
		})),
);

/** Ensure that no two members are said to have joined at the same place in the order. */
export const ensureJoiningOrderIsUsedOnce = usedOnce(
	'order-used-twice',
	'The place in the order of joining',
	'Correct one of the two, or leave it out where no source states it.',
	({ records }) =>
		records.members.flatMap((at) =>
			at.data.joined.order === undefined
				? []
				: [{ at, path: ['joined', 'order'], value: at.data.joined.order }],
		),
);

/** Ensure that every publication is one source. */
export const ensureSourceAddressesAreUsedOnce = usedOnce(
	'source-used-twice',
	'The address',
	'Keep one of the two sources, and name it wherever the other was named.',
	({ records }) => records.sources.map((at) => ({ at, path: ['url'], value: at.data.url })),
);

/** Ensure that no two themes bear the same name. */
export const ensureThemeNamesAreUsedOnce = usedOnce(
	'name-used-twice',
	'The name',
	'Keep one of the two themes, or name them so that readers can tell them apart.',
	({ records }) => records.themes.map((at) => ({ at, path: ['name'], value: at.data.name })),
);

/** Ensure that no two glossary entries explain the same term. */
export const ensureGlossaryTermsAreUsedOnce = usedOnce(
	'term-used-twice',
	'The term',
	'Say in the term what it belongs to, such as "DNA (Italy)".',
	({ records }) => records.glossary.map((at) => ({ at, path: ['term'], value: at.data.term })),
);

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
