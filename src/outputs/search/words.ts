import { titleOf } from '../../network/labels.ts';
import { type Entry, find, findAt, type Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { memoize } from '../../records/memoize.ts';
import { recordKinds } from '../../schema/index.ts';
import type { Kind } from '../../schema/kinds.ts';
import { searchedFor } from '../../schema/language.ts';
import { compareText } from '../../schema/edtf.ts';
import { type SearchAnswer, answersOf } from './answers.ts';
import { fillers, type Question, questions } from './questions.ts';
import { searchWeights, type SearchRecord } from './records.ts';
import { sound } from './sound.ts';

/** The most similar record for a subject that has no record of its own. */
export interface Nearest {
	asked: string[];
	url: string;
	title: string;
}

/** A name that records use, with its variants, such as "Serbia" with "Србија". */
type Named = [name: string, others: string[]];

/** The page in a language, and the words that readers of this language search for. */
export interface SearchLanguage {
	url: string;
	title: string;
	tag: string;
	names: Named[];
	/** Words in questions, such as "who" and "the". */
	question: string[];
}

/** Data that the browser needs to interpret a query, in addition to the search index. */
export interface SearchWords {
	weights: Readonly<Record<string, number>>;
	/** All words in the index in lower case, with the most important words first. */
	words: string;
	/** The words in names of records and pages. Only these words replace misspelt words. */
	nameWords: string;
	names: Named[];
	languages: SearchLanguage[];
	lacking: Nearest[];
	questions: readonly Question[];
	/** Ordinary words that are neither names nor corrected. */
	fillers: string;
	answers: readonly SearchAnswer[];
	/** Links to lists, shown for queries without results. */
	browse: { url: string; title: string }[];
}

/** Returns the data that the search needs to recognize misspelt and foreign words, and to suggest similar records. */
export function searchWordsOf(network: Network, records: readonly SearchRecord[]): SearchWords {
	const words = wordsOf(records);
	const known = new Set(words);
	const english = new Set(wordsOf(records.filter(isInEnglish)).map(sound));
	const isKnown = (name: string): boolean => tokens(name).every((word) => known.has(word));
	const isForeign = (name: string): boolean =>
		/(?!\p{Script=Latin})\p{L}/u.test(name) || !tokens(name).every((word) => english.has(sound(word)));
	const places = network.site.places ?? [];
	return {
		weights: searchWeights,
		words: words.join(' '),
		nameWords: [
			...new Set(
				records.flatMap(({ title, called, names }) =>
					called === '' ? [] : tokens(`${title} ${called} ${names}`),
				),
			),
		].join(' '),
		names: [...network.entries.members.map(({ name, code }) => [name, countryNames(network, code)] as const)]
			.filter(([name]) => isKnown(name))
			.map(([name, others]) => [name, others.filter((other) => other !== name)]),
		languages: network.entries.languages.map((language) => ({
			url: pathOf(language),
			title: `${language.name}: ${language.page.title}`,
			tag: language.id,
			// Leaves out names that sound like English words, because they would change the results of English queries.
			names: namesIn(network, language)
				.filter(([name]) => isKnown(name) || name === language.name)
				.map(([name, others]): Named => [name, others.filter(isForeign)]),
			question: language.search.question,
		})),
		lacking: [
			...places
				.filter(({ name }) => !isKnown(name))
				.map(({ name, country }) =>
					nearest(network, [name, ...cityNames(network, name)], find(network, 'members', country)),
				),
			...(network.site.lacking ?? []).map(({ words: asked, nearest: address }) =>
				nearest(
					network,
					asked.filter((word) => !isKnown(word)),
					findAt(network, address),
				),
			),
		],
		questions,
		fillers,
		answers: answersOf(network),
		browse: [
			{ url: recordKinds.themes.list, title: 'themes' },
			{ url: recordKinds.glossary.list, title: 'glossary' },
		],
	};
}

const nearest = (network: Network, asked: string[], entry: Entry): Nearest => ({
	asked,
	url: pathOf(entry),
	title: titleOf(network, entry),
});

/** Returns the country names in every language and script of the member countries. */
const namesInLanguages = memoize(({ entries }: Network): readonly Intl.DisplayNames[] => {
	const languages = entries.members.flatMap(({ code }) => {
		const { language, script = 'Latn' } = new Intl.Locale(`und-${code}`).maximize();
		return [script, 'Latn', 'Cyrl'].map((written) => `${language}-${written}`);
	});
	return [...new Set(languages)].map(
		(language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
	);
});

/** Returns the names of a country in all members' languages that CLDR supports. */
const countryNames = (network: Network, code: string): string[] => [
	...new Set(namesInLanguages(network).flatMap((names) => names.of(code) ?? [])),
];

const cityNames = ({ entries }: Network, city: string): string[] => [
	...new Set(
		entries.languages.flatMap(({ cities }) =>
			cities
				.filter((each) => each.city === city)
				.flatMap(({ name, searchWords = [] }) => [name, ...searchWords]),
		),
	),
];

/** Returns the names of the network and of its themes, countries, cities and bodies in a language, with their synonyms. */
function namesIn(network: Network, { locale, countries = [], ...language }: Entry<'languages'>): Named[] {
	const displayNames = new Intl.DisplayNames(locale, { type: 'region' });
	const { headings, search, page, networkName } = language;
	return [
		...language.themes.map(({ theme, name, searchWords = [] }): Named => [
			find(network, 'themes', theme).name,
			[name, ...searchWords],
		]),
		...network.entries.members.map((member): Named => [
			member.name,
			[
				countries.find(({ country }) => country === member.id)?.name ??
					displayNames.of(member.code) ??
					member.name,
			],
		]),
		...language.cities.map(({ city, name, searchWords = [] }): Named => [city, [name, ...searchWords]]),
		...Object.entries(searchedFor).map(([key, english]): Named => [
			english,
			search[key as keyof typeof searchedFor],
		]),
		['Secretariat chair', [headings.chair]],
		[searchedFor.board, [headings.board]],
		[network.account.name, networkName === undefined ? [] : [networkName]],
		[language.name, [language.name, page.title]],
	];
}

/** Returns whether a record's words are English. Titles of sources and names of offices are often in other languages. */
const isInEnglish = ({ filters: { kind = [] } }: SearchRecord): boolean =>
	!['sources', 'offices'].some((each) => kind.includes(recordKinds[each as Kind].one));

/** Splits a string into words in the same way as the search. Hyphenated words also count as separate words. */
const tokens = (text: string): string[] =>
	(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[-./’'][\p{L}\p{M}\p{N}]+)*/gu) ?? []).flatMap((word) => {
		const parts = word.split(/[-./’']/);
		return parts.length > 1 ? [parts.join(''), ...parts] : parts;
	});

/** Returns all words, sorted by weight. Names have a higher weight than other words, because readers search for them more often. */
function wordsOf(records: readonly SearchRecord[]): string[] {
	const weights = new Map<string, number>();
	for (const { title, called, names, topics, label, content, filters } of records) {
		const isSource = filters.kind?.includes('Source') ?? false;
		const add = (text: string, weight: number): void => {
			for (const word of new Set(tokens(text)))
				weights.set(word, (weights.get(word) ?? 0) + (isSource ? weight / 10 : weight));
		};
		add(`${title} ${called} ${names}`, 10);
		add(`${topics} ${label} ${content}`, 1);
	}
	return [...weights].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([word]) => word);
}
