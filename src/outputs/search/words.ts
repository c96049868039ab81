import { titleOf } from '../../network/labels.ts';
import { type Entry, find, findAt, type Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { memoize } from '../../records/memoize.ts';
import { recordKinds } from '../../schema/index.ts';
import { compareText } from '../../schema/edtf.ts';
import { type SearchAnswer, answersOf } from './answers.ts';
import { type Question, questions } from './questions.ts';
import { searchWeights, type SearchRecord } from './records.ts';
import { searchTextOf } from './texts.ts';

/** The most similar record for a subject that has no record of its own. */
export interface Nearest {
	asked: string[];
	url: string;
	title: string;
	label: string;
}

/** Data that the browser needs, in addition to the search index, to interpret a query. */
export interface SearchWords {
	weights: Readonly<Record<string, number>>;
	/** All words in the index in lower case, with the most important words first. */
	words: string;
	/** Names in the record with their variants, such as "Serbia" and "Србија". */
	names: [name: string, others: string[]][];
	lacking: Nearest[];
	questions: readonly Question[];
	answers: readonly SearchAnswer[];
	/** A link to the list of themes, shown if a query has no results. */
	browse: { url: string; title: string };
}

/** Returns the data for recognizing misspelt and foreign words, and the most similar records for subjects without a record. */
export function searchWordsOf(network: Network, records: Iterable<SearchRecord>): SearchWords {
	const words = wordsOf(records);
	const known = new Set(words);
	const isKnown = (name: string): boolean => (tokens(name) ?? []).every((word) => known.has(word));
	const places = network.site.places ?? [];
	return {
		weights: searchWeights,
		words: words.join(' '),
		names: [
			...network.entries.members.map(({ name, code }) => [name, countryNames(network, code)] as const),
			...places.map(({ name }) => [name, cityNames(network, name)] as const),
		]
			.filter(([name]) => isKnown(name))
			.map(([name, others]) => [name, others.filter((other) => other !== name)]),
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
		answers: answersOf(network),
		browse: { url: recordKinds.themes.list, title: 'themes' },
	};
}

const nearest = (network: Network, asked: string[], entry: Entry): Nearest => ({
	asked,
	url: pathOf(entry),
	title: titleOf(network, entry),
	label: searchTextOf(network, entry).label,
});

/** Returns country names in every language of the member countries and in every script that those languages use. */
const namesInLanguages = memoize(({ entries }: Network): readonly Intl.DisplayNames[] => {
	const languages = entries.members.flatMap(({ code }) => {
		const { language, script = 'Latn' } = new Intl.Locale(`und-${code}`).maximize();
		return [script, 'Latn', 'Cyrl'].map((written) => `${language}-${written}`);
	});
	return [...new Set(languages)].map(
		(language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
	);
});

/** Returns the names of a country in the members' languages, if CLDR contains them. */
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

/** Splits a string into words in the same way as the search. A hyphenated word counts both as a whole and as separate parts. */
const tokens = (text: string): readonly string[] | undefined =>
	text
		.toLowerCase()
		.match(/[\p{L}\p{M}\p{N}]+(?:[-./’'][\p{L}\p{M}\p{N}]+)*/gu)
		?.flatMap((word) => {
			const parts = word.split(/[-./’']/);
			return parts.length > 1 ? [parts.join(''), ...parts] : parts;
		});

/** Returns all words, sorted by weight. Names weigh more than other words, because readers search for names more often. */
function wordsOf(records: Iterable<SearchRecord>): string[] {
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
