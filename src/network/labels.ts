import type { Kind } from '../schema/kinds.ts';
import { copyReadNames, type Source } from '../schema/source.ts';
import type { Entry, Network } from './network.ts';
import { find } from './network.ts';
import { dateInWords, termInWords } from '../schema/dates.ts';

/** What one record of a kind is called, and many. */
export const kindNames: Record<Kind, { one: string; many: string }> = {
	members: { one: 'Member', many: 'Members' },
	offices: { one: 'Office', many: 'Offices' },
	meetings: { one: 'Meeting', many: 'Meetings' },
	board: { one: 'Board composition', many: 'Board compositions' },
	secretariat: { one: 'Secretariat term', many: 'Secretariat terms' },
	milestones: { one: 'Milestone', many: 'Milestones' },
	documents: { one: 'Document', many: 'Documents' },
	projects: { one: 'Project', many: 'Projects' },
	themes: { one: 'Theme', many: 'Themes' },
	glossary: { one: 'Glossary entry', many: 'Glossary entries' },
	disputes: { one: 'Disagreement', many: 'Disagreements' },
	sources: { one: 'Source', many: 'Sources' },
};

const titles: { readonly [K in Kind]: (entry: Entry<K>, network: Network) => string } = {
	members: (entry) => entry.name,
	offices: (entry) => entry.name,
	meetings: (entry) => entry.title,
	board: (entry) => `Executive Board, ${dateInWords(entry.period)}`,
	secretariat: (entry, network) =>
		`${find(network, 'members', entry.country).name}, ${termInWords(entry.from, entry.until)}`,
	milestones: (entry) => entry.title,
	documents: (entry) => entry.title,
	projects: (entry) => entry.title,
	themes: (entry) => entry.name,
	glossary: (entry) => entry.term,
	disputes: (entry) => entry.question,
	sources: (entry) => entry.title,
};

/** What a record is called on the page, in lists, links and search results. */
export const titleOf = <K extends Kind>(network: Network, entry: Entry<K>): string =>
	(titles[entry.kind] as (entry: Entry<K>, network: Network) => string)(entry, network);

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });
const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

/** The English name of a BCP 47 language. */
export const languageName = (tag: string): string => languageNames.of(tag) ?? tag;

/** The English name of a country outside the network; members go by the name in their own record. */
export const countryName = (code: string): string => countryNames.of(code) ?? code;

/**
 * A country's names in the language that CLDR holds likely for it, in each script it is written in, the likely one first:
 * "Österreich", "Crna Gora" and "Црна Гора". Empty where CLDR knows none.
 */
export function nativeCountryNames(code: string): string[] {
	const { language, script } = new Intl.Locale(`und-${code}`).maximize();
	const names = [script ?? 'Latn', 'Latn', 'Cyrl'].map((written) =>
		new Intl.DisplayNames(`${language}-${written}`, { type: 'region', fallback: 'none' }).of(code),
	);
	return [...new Set(names.filter((name) => name !== undefined))];
}

/** Publisher, date, language and how much was read, in one line after a source's title. */
export const sourceLine = (source: Source): string =>
	[
		source.publisher,
		source.published === undefined ? undefined : dateInWords(source.published),
		source.language === 'en' ? undefined : `in ${languageName(source.language)}`,
		source.copyRead === 'whole' ? undefined : copyReadNames[source.copyRead],
	]
		.filter(Boolean)
		.join(', ') + '.';

const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** A number as a place in an order: "9th". */
export const ordinal = (number: number): string =>
	`${String(number)}${ordinalEndings[ordinalRules.select(number)] ?? 'th'}`;

/** A text as the beginning of a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a, b and c". */
export const inSeries = (items: readonly string[]): string =>
	new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);

/** A count with its noun: "1 meeting", "3 meetings". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${String(count)} ${count === 1 ? one : many}`;
