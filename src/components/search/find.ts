import type { SearchAnswer } from '../../outputs/search/answers.ts';
import type { SearchWords } from '../../outputs/search/words.ts';
import type { Link } from './answer.ts';
import { answering } from './answering.ts';
import { daysIn } from './days.ts';
import { type Term, understanding } from './meant.ts';

export type Filters = Readonly<Record<string, readonly string[]>>;

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Hit {
	url: string;
	meta: { title: string; label: string };
	content: string;
	/** The positions of the search words in the text, counted in words. */
	locations: number[];
}

interface Result {
	score: number;
	data(): Promise<Hit>;
}

interface Results {
	results: Result[];
	filters: Counts;
}

/** Types for the functions that this site uses, because Pagefind provides no types for browser code. */
interface Pagefind {
	filters(): Promise<unknown>;
	search(
		term: string | null,
		options: { filters: Readonly<Record<string, { any: readonly string[] }>> },
	): Promise<Results>;
}

export interface Found {
	answers: readonly SearchAnswer[];
	/** The words that every result contains. */
	words: readonly string[];
	/** Whether a word in the query was replaced by another name or spelling. */
	isOther: boolean;
	/** Whether some words were dropped because no record has all of them. */
	isPart: boolean;
	lacking: readonly Term[];
	/** The closest matches for words that were not found. Adds themes with similar words if there are no results. */
	related: readonly Link[];
	browse: readonly Link[];
	results: readonly Result[];
	/** The number of results for each filter value if no other value of the filter is selected. */
	counts: Counts;
}

export interface Finding extends Found {
	readonly hits: (first: number, end: number) => Promise<Hit[]>;
}

export type Find = (query: string, filters?: Filters) => Promise<Finding>;

/** The number of failed requests. If part of the index fails to load, Pagefind treats this part as empty. */
let failures = 0;
const request = globalThis.fetch;
globalThis.fetch = async (...what) => {
	try {
		const response = await request(...what);
		if (!response.ok) failures++;
		return response;
	} catch (error) {
		failures++;
		throw error;
	}
};

const hitsOf = ({ results }: Found, first: number, end: number): Promise<Hit[]> =>
	Promise.all(results.slice(first, end).map((result) => result.data()));

/**
 * Opens the search index in a folder. Queries load parts of the index on demand. The option `counts` preloads all filters. If a part fails
 * to load, the index is opened again once, because a new version of the site may have been published.
 */
export function openSearch(folder: string, options: { counts?: boolean } = {}): Find {
	const open = async () => loadedCompletely(openIndex(folder, options));
	let index = open();
	index.catch(() => undefined);

	const search = async (query: string, filters: Filters): Promise<Found> => {
		const current = index;
		try {
			const found = await current;
			return await loadedCompletely(found(query, filters));
		} catch {
			if (current === index) index = open();
			const found = await index;
			return loadedCompletely(found(query, filters));
		}
	};
	return async (query, filters = {}) => {
		const found = await search(query, filters);
		const hits = async (first: number, end: number): Promise<Hit[]> => {
			try {
				return await hitsOf(found, first, end);
			} catch {
				index = open();
				return hitsOf(await search(query, filters), first, end);
			}
		};
		return { ...found, hits };
	};
}

async function loadedCompletely<T>(work: Promise<T>): Promise<T> {
	const before = failures;
	const result = await work;
	if (failures > before) throw new Error('A part of the search index could not be loaded.');
	return result;
}

async function openIndex(folder: string, { counts = false }: { counts?: boolean }) {
	const [words, { createInstance }] = await Promise.all([
		fetch(`${folder}words.json`).then((answer) => answer.json() as Promise<SearchWords>),
		import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<{
			createInstance: (options: Readonly<Record<string, unknown>>) => Pagefind;
		}>,
	]);
	const root = folder.replace(/[^/]+\/$/, '');
	const pagefind = createInstance({
		basePath: folder,
		baseUrl: root,
		ranking: { metaWeights: words.weights },
		noWorker: true,
	});
	const onSite = <T extends { url: string }>(links: readonly T[]): T[] =>
		links.map((link) => ({ ...link, url: root.slice(0, -1) + link.url }));
	const meantBy = understanding({
		...words,
		lacking: onSite(words.lacking),
		languages: onSite(words.languages),
	});
	const answersTo = answering({ ...words, answers: onSite(words.answers) });
	const browse = onSite(words.browse);
	if (counts) await pagefind.filters();
	const search = (words: readonly string[], filters: Filters = {}): Promise<Results> =>
		pagefind.search(words.length > 0 ? words.join(' ') : null, {
			filters: Object.fromEntries(
				Object.entries(filters).flatMap(([name, any]) => (any.length > 0 ? [[name, { any }]] : [])),
			),
		});

	/** Drops words until at least one record contains all remaining words. Guesses and ordinary words are dropped first. */
	async function together(terms: readonly Term[]): Promise<readonly Term[]> {
		const score = async (some: readonly Term[]): Promise<number> =>
			(await search(some.flatMap(({ words }) => words))).results[0]?.score ?? 0;
		if (terms.length < 2 || (await score(terms)) > 0) return terms;
		const sure = terms.filter(({ isGuess, isFiller }) => !isGuess && !isFiller);
		if (sure.length > 0 && sure.length < terms.length) return together(sure);
		const fewer = await Promise.all(
			terms.map(async (term) => {
				const rest = terms.filter((other) => other !== term);
				return { rest, score: await score(rest) };
			}),
		);
		const [best] = fewer.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
		return best?.rest ?? together(terms.slice(0, -1));
	}

	async function themesNear(terms: readonly Term[]): Promise<Link[]> {
		const words = [...new Set(terms.flatMap(({ near = [] }) => near))];
		const found = await Promise.all(words.map((word) => search([word], { kind: ['Theme'] })));
		const hits = await Promise.all(found.flatMap(({ results }) => results[0]?.data() ?? []));
		const byUrl = new Map(hits.map(({ url, meta: { title } }) => [url, { url, title }]));
		return [...byUrl.values()].slice(0, 3);
	}

	return async (query: string, filters: Filters): Promise<Found> => {
		const isExact = query.includes('"');
		const { days, isRange, rest } = daysIn(isExact ? '' : query);
		const asked = isExact ? { answers: [], terms: [] } : answersTo(meantBy(rest), days, isRange);
		const [year, last] = [days?.earliest.slice(0, 4) ?? '', days?.latest.slice(0, 4)];
		const ofYear: Term[] = days && year === last ? [{ typed: year, words: [year] }] : [];
		const terms = isExact
			? [{ typed: query.replaceAll('"', ''), words: [query] }]
			: asked.answers.length + asked.terms.length > 0
				? [...asked.terms, ...ofYear]
				: meantBy(query);
		const known = terms.filter(({ words }) => words.length > 0);
		const kept = await together(known);
		const words = kept.flatMap((term) => term.words);
		const chosen = Object.keys(filters).filter((name) => filters[name]?.length);
		const isAsked = words.length > 0 || query.trim() === '';
		const answer = isAsked ? await search(words, filters) : { results: [], filters: {} };
		const isNothing = answer.results.length === 0 && (chosen.length === 0 || !isAsked);
		const others = await Promise.all(
			(isAsked ? chosen : []).map(async (name) => {
				const { filters: values } = await search(words, { ...filters, [name]: [] });
				return [name, values[name] ?? {}] as const;
			}),
		);
		const dropped = known.filter((term) => !kept.includes(term));
		const lacking = [
			...terms.filter((term) => term.words.length === 0 && !(term.isFiller && known.length > 0)),
			...dropped.filter(({ isGuess }) => isGuess),
		];
		const nearest = lacking.flatMap((term) => term.nearest ?? []);
		return {
			answers: asked.answers,
			words: isNothing ? [] : words,
			isOther: kept.some(({ isOther }) => isOther),
			isPart: dropped.some(({ isGuess }) => !isGuess),
			lacking,
			related: [
				...(isNothing && nearest.length === 0 ? await themesNear(lacking) : nearest),
				...new Set(terms.flatMap(({ pages = [] }) => pages)),
			],
			browse,
			results: answer.results,
			counts: { ...answer.filters, ...Object.fromEntries(others) },
		};
	};
}
