/* Shows search results. All content is inserted as text nodes to prevent HTML injection. */
import type { Nearest } from '../../outputs/search/words.ts';
import { counted } from '../../schema/words.ts';
import { element } from '../element.ts';
import type { Found, Hit } from './find.ts';
import { bare } from './meant.ts';

/** Returns a summary of a search: which words were not found, the closest matches, and which words the results contain. */
export function sentencesOf(found: Found, linkTo: (nearest: Nearest) => Node | string): (Node | string)[] {
	const lacking = found.lacking.flatMap(({ typed, nearest }) => [
		`Nothing found for “${typed}”. `,
		...(nearest ? ['Related: ', linkTo(nearest), '. '] : []),
	]);
	const hasNearest = found.lacking.some(({ nearest }) => nearest);
	if (found.words.length === 0) return hasNearest ? lacking : [...lacking, 'Browse the themes.'];
	const isAsTyped = !found.isOther && !found.isPart && found.lacking.length === 0;
	const count = counted(found.results.length, 'result');
	return [
		...lacking,
		...(found.isPart ? ['No record has all of these words. '] : []),
		...(isAsTyped ? [`${count}.`] : [`Showing ${count} for `, element('b', {}, found.words.join(' ')), '.']),
	];
}

const wordOrNot = /([\p{L}\p{M}\p{N}]+)/u;

/** Highlights search words in an excerpt or title. */
const marked = (text: string, isFound: (word: string) => boolean): (Node | string)[] =>
	text.split(wordOrNot).map((part, at) => (at % 2 === 1 && isFound(part) ? element('mark', {}, part) : part));

/** Returns the title of a result with the search words highlighted. */
export const markedTitle = ({ meta: { title } }: Hit, query: readonly string[]): (Node | string)[] =>
	marked(title, (part) => query.some((word) => bare(word).length > 1 && begins(part, word)));

/** Returns a list item with a result's title and kind. Adds an excerpt if the title does not contain all search words. */
export function resultEntry(hit: Hit, query: readonly string[]): HTMLLIElement {
	const title = hit.meta.title.split(wordOrNot);
	const isInTitle = query.every((word) => title.some((part) => begins(part, word)));
	return element(
		'li',
		{},
		element('a', { href: hit.url }, ...markedTitle(hit, query)),
		element('p', {}, hit.meta.label),
		...(hit.locations.length === 0 || isInTitle ? [] : [element('p', {}, ...excerptOf(hit))]),
	);
}

const begins = (text: string, word: string): boolean => bare(text).startsWith(bare(word));

const longest = 30;

/** Returns the sentence with the most search words, highlighted. Shortens long sentences to the part around the first match. */
function excerptOf({ content, locations }: Hit): (Node | string)[] {
	const words = content.split(/\s+/);
	const found = new Set(locations);
	const starts = words.flatMap((_, at) => (at === 0 || /[.!?]$/.test(words[at - 1] ?? '') ? [at] : []));
	const spans = starts.map((start, index) => {
		const end = starts[index + 1] ?? words.length;
		return { start, end, hits: [...found].filter((at) => at >= start && at < end) };
	});
	const best = spans.toSorted((a, b) => b.hits.length - a.hits.length)[0];
	if (!best) return [];
	const start = Math.max(best.start, Math.min((best.hits[0] ?? 0) - longest / 3, best.end - longest));
	const end = Math.min(best.end, start + longest);
	return [
		...(start > best.start ? ['… '] : []),
		...words
			.slice(start, end)
			.flatMap((word, at) => [...(at > 0 ? [' '] : []), ...marked(word, () => found.has(start + at))]),
		...(end < best.end ? [' …'] : []),
	];
}
