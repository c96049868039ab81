import type { SearchWords } from '../../outputs/search/words.ts';
import { type Meant, understanding } from './meant.ts';

/** The selected values of each filter. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A search result, with the indexed text and the positions of the search words. */
export interface Hit {
	url: string;
	meta: { title: string; label: string };
	content: string;
	/** The positions of the search words, as word offsets from the start of the text. */
	locations: number[];
}

interface Result {
	score: number;
	data(): Promise<Hit>;
}

interface Answer {
	results: Result[];
	filters: Counts;
}

/** Types for the Pagefind functions on this site, because Pagefind has no types for browser code. */
interface Pagefind {
	filters(): Promise<unknown>;
	search(
		term: string | null,
		options: { filters: Readonly<Record<string, { any: readonly string[] }>> },
	): Promise<Answer>;
}

export interface Found extends Meant {
	/** Whether some words were dropped because no record contains all of them. */
	isPart: boolean;
	results: readonly Result[];
	/** The number of results for each filter value if that value alone were selected in its filter. */
	counts: Counts;
}

export type Find = (query: string, filters?: Filters) => Promise<Found>;

/** Opens the search index in a folder. Queries load parts of the index on demand. With `counts`, all filters are preloaded. */
export async function openSearch(folder: string, { counts = false } = {}): Promise<Find> {
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
	const meantBy = understanding({
		...words,
		lacking: words.lacking.map((nearest) => ({ ...nearest, url: root.slice(0, -1) + nearest.url })),
	});
	if (counts) await pagefind.filters();
	const search = (term: string | null, filters: Filters): Promise<Answer> =>
		pagefind.search(term, {
			filters: Object.fromEntries(
				Object.entries(filters).flatMap(([name, any]) => (any.length > 0 ? [[name, { any }]] : [])),
			),
		});

	/** Drops words until at least one record contains all remaining words. Keeps the combination with the best results. */
	async function together(words: readonly string[]): Promise<readonly string[]> {
		if (words.length < 2 || (await search(words.join(' '), {})).results.length > 0) return words;
		const fewer = await Promise.all(
			words.map(async (_, left) => {
				const rest = words.filter((_word, at) => at !== left);
				return { rest, score: (await search(rest.join(' '), {})).results[0]?.score ?? 0 };
			}),
		);
		const [best] = fewer.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
		return best?.rest ?? together(words.slice(0, -1));
	}

	return async (query, filters = {}) => {
		const meant: Meant = query.includes('"')
			? { words: [query], isOther: false, lacking: [] }
			: meantBy(query);
		const words = await together(meant.words);
		const isPart = words.length < meant.words.length;
		const isNothing = words.length === 0 && query.trim() !== '';
		const term = words.length > 0 ? words.join(' ') : null;
		const answer = isNothing ? { results: [], filters: {} } : await search(term, filters);
		const chosen = Object.keys(filters).filter((name) => filters[name]?.length);
		const own = await Promise.all(
			(isNothing ? [] : chosen).map(async (name) => {
				const { filters: others } = await search(term, { ...filters, [name]: [] });
				return [name, others[name] ?? {}] as const;
			}),
		);
		return {
			...meant,
			words: [...words],
			isPart,
			results: answer.results,
			counts: { ...answer.filters, ...Object.fromEntries(own) },
		};
	};
}
