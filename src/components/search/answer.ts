/* What is found, as parts of a page. Texts become text, never markup. */
import type { Nearest } from '../../outputs/search/words.ts';
import { element } from '../element.ts';
import type { Found, Hit } from './find.ts';
import { bare } from './meant.ts';

const results = (count: number): string =>
	count === 1 ? '1 result' : count === 0 ? 'no result' : `${count} results`;

/** What is said of an answer: what no source speaks of, what is nearest, and what the results are for. */
export function sentencesOf(found: Found, linkTo: (nearest: Nearest) => Node | string): (Node | string)[] {
	const lacking = found.lacking.flatMap(({ typed, nearest }) => [
		`No source in the record speaks of “${typed}”. `,
		...(nearest ? ['Nearest to it: ', linkTo(nearest), '. '] : []),
	]);
	if (found.words.length === 0) return lacking;
	const isAsTyped = !found.isOther && !found.isPart && found.lacking.length === 0;
	const count = results(found.results.length);
	return [
		...lacking,
		...(found.isPart ? ['No record has all of the words. '] : []),
		...(isAsTyped
			? [`${count.charAt(0).toUpperCase()}${count.slice(1)}.`]
			: [`Showing ${count} for `, element('b', {}, found.words.join(' ')), '.']),
	];
}

const wordOrNot = /([\p{L}\p{M}\p{N}]+)/u;

/** A text in which some words are marked. */
const marked = (text: string, isFound: (word: string) => boolean): (Node | string)[] =>
	text.split(wordOrNot).map((part, at) => (at % 2 === 1 && isFound(part) ? element('mark', {}, part) : part));

/** The title of a result, with what was searched for marked in it. */
export const markedTitle = ({ meta: { title } }: Hit, query: readonly string[]): (Node | string)[] =>
	marked(title, (part) => query.some((word) => bare(word).length > 1 && begins(part, word)));

/** A result as an entry of the list: what it is, and the sentence that was found where its title does not say it already. */
export function entryOf(hit: Hit, query: readonly string[]): HTMLLIElement {
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

// About two lines.
const longest = 30;

/** The sentence of a text that holds most of what was found, with that marked; of a long one, the part around it. */
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
