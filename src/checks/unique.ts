import type { Draft, Located } from '../records/content.ts';
import { valueAt } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import type { Kind } from '../schema/kinds.ts';
import { bare } from '../schema/letters.ts';
import { quote } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import type { Report } from './check.ts';
import { valuesOf } from './values.ts';

/** Values that must be unique among the records of a kind, each with the rule, a name and a hint for the error message. */
const uniqueValues: readonly (readonly [Kind, Path, Rule, what: string, hint: string])[] = [
	[
		'members',
		['code'],
		'code-used-twice',
		'The country code',
		'Correct one of the codes, or delete one of the files.',
	],
	[
		'members',
		['joined', 'order'],
		'order-used-twice',
		'The joining order',
		'Correct one of the two numbers, or delete the number if no source states it.',
	],
	[
		'sources',
		['url'],
		'source-used-twice',
		'The address',
		'Keep one of the two sources, and use its id in all records.',
	],
	[
		'themes',
		['name'],
		'name-used-twice',
		'The name',
		'Keep one of the two themes, or give them different names.',
	],
	[
		'glossary',
		['term'],
		'term-used-twice',
		'The term',
		'Make the term unique by adding a word in brackets, such as "DNA (Italy)".',
	],
];

/** Ensures that names, titles and similar values are unique among the records of a kind. */
function ensureUniqueValues(draft: Draft, report: Report): void {
	for (const [kind, path, rule, what, hint] of uniqueValues) {
		const first = new Map<string, readonly [Located, shown: string]>();
		for (const at of draft.records[kind]) {
			const value = valueAt(at.data, path) as string | number | undefined;
			if (value === undefined) continue;
			const shown = String(value);
			// Spaces and upper case make no difference in a name, but they do in a web address.
			const same = rule === 'source-used-twice' ? shown : bare(shown);
			const [earlier, other] = first.get(same) ?? [at, shown];
			first.set(same, [earlier, other]);
			if (earlier === at) continue;
			const usedIn = (own: string, other: string, { file }: Located) => ({
				message: `${what} ${quote(own)} is already used in ${file}${own === other ? '' : `, written ${quote(other)}`}.`,
				hint,
			});
			report(at, path, rule, {
				...usedIn(shown, other, earlier),
				or: [[earlier, path, usedIn(other, shown, at)]],
			});
		}
	}
}

// Keys that must be unique within a list of groups.
const distinguishing = new Set<PropertyKey | undefined>([
	'id',
	'country',
	'seat',
	'theme',
	'meeting',
	'city',
]);

/** Ensures that no list contains the same country, theme or id twice. */
function ensureUniqueListEntries(draft: Draft, report: Report): void {
	const first = new Map<string, Path>();
	let file: string | undefined;
	for (const { at, path, value, field } of valuesOf(draft)) {
		// The same source may be listed several times for different passages (see `citations.ts`).
		if (field.reference === 'sources') continue;
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
		report(at, path, 'listed-twice', {
			message: `${quote(String(value))} is already in this list, on line ${at.positionOf(earlier).line}.`,
			hint: last === 'id' ? 'Change one of the two ids.' : 'Delete one of the two.',
		});
	}
}

export default [ensureUniqueValues, ensureUniqueListEntries];
