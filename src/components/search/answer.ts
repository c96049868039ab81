/* Shows search results. All text is inserted as text nodes, which prevents HTML injection. */
import { bare } from '../../schema/letters.ts';
import { capitalized, counted, separated } from '../../schema/words.ts';
import { element } from '../element.ts';
import type { Found, Hit } from './find.ts';

export interface Link {
	readonly url: string;
	readonly title: string;
	/** The language of the title, if it is not English. */
	readonly tag?: string;
}

/**
 * Returns a summary of a search: the words that were not found, the closest matches, and the words in the results. Adds a link to search
 * for the original word if a word was replaced.
 *
 * @param action the address of the search page
 */
export function sentencesOf(
	found: Found,
	query: string,
	{ action, linkTo }: { action: string; linkTo: (link: Link) => Node | string },
): (Node | string)[] {
	const { lacking, related, results, words, browse } = found;
	const isNothing = results.length === 0 && words.length === 0;
	if (isNothing && found.answers.length > 0) return [];
	const nothing = (typed: string): string => `Nothing found for “${typed}”. `;
	const asked = query.replaceAll('"', '').trim();
	const near = related.length === 0 ? [] : ['Related: ', ...separated(related, ' and ', linkTo)];
	const missing = [
		...(isNothing ? [nothing(asked)] : lacking.map(({ typed }) => nothing(typed))),
		...(near.length > 0 ? [...near, '. '] : []),
	];
	if (isNothing)
		return near.length > 0
			? missing
			: [...missing, 'Browse the ', ...separated(browse, ' or the ', linkTo), '.'];
	const isAsTyped = !found.isOther && !found.isPart && lacking.length === 0;
	const count = counted(results.length, 'result');
	return [
		...missing,
		...(found.isPart ? ['No record has all of these words. '] : []),
		...(isAsTyped ? [`${count}.`] : [`Showing ${count} for `, element('b', {}, words.join(' ')), '.']),
		...(found.isOther
			? [
					' Search for ',
					element('a', { href: `${action}?${new URLSearchParams({ q: `"${asked}"` })}` }, `“${asked}”`),
					' instead.',
				]
			: []),
	];
}

const wordOrNot = /([\p{L}\p{M}\p{N}]+)/u;

const marked = (text: string, isFound: (word: string) => boolean): (Node | string)[] =>
	text.split(wordOrNot).map((part, at) => (at % 2 === 1 && isFound(part) ? element('mark', {}, part) : part));

export const markedTitle = ({ meta: { title } }: Hit, query: readonly string[]): (Node | string)[] =>
	marked(title, (part) => query.some((word) => bare(word).length > 1 && begins(part, word)));

/** Describes a part of a record by its kind and its record, such as "Agenda item" and "third meeting, Rome, Italy, October 2017". */
function partOf({ meta: { label } }: Hit): { kind: string; record: string } | undefined {
	const [kind = '', ...record] = label.split(', ');
	return kind === 'Agenda item' ? { kind, record: capitalized(record.join(', ')) } : undefined;
}

const pathOf = ({ url }: Hit): string => url.replace(/#.*/, '');

/**
 * Returns list items for results. Parts of a record come after the record itself or, if the record is not a result, together under its
 * name.
 */
export function resultEntries(hits: readonly Hit[], query: readonly string[]): HTMLLIElement[] {
	const groups = Map.groupBy(hits, (hit) =>
		partOf(hit) || hits.some((other) => partOf(other) && pathOf(other) === hit.url) ? pathOf(hit) : hit.url,
	);
	return [...groups.values()].flatMap((group) => {
		const sorted = group.toSorted(
			(a, b) => Number(partOf(a) !== undefined) - Number(partOf(b) !== undefined),
		);
		return sorted.map((hit, index) => resultEntry(hit, query, index === 0));
	});
}

/** Returns a list item with a result's title and kind. Adds an excerpt if the title does not contain all search words. */
function resultEntry(hit: Hit, query: readonly string[], isFirst: boolean): HTMLLIElement {
	const title = hit.meta.title.split(wordOrNot);
	const isInTitle = query.every((word) => title.some((part) => begins(part, word)));
	const part = partOf(hit);
	return element(
		'li',
		{ className: part ? 'record item' : 'record' },
		...(part && isFirst ? [element('p', { className: 'label' }, part.record)] : []),
		element(
			'div',
			{ className: 'statement noted' },
			element(
				'div',
				{},
				element('h3', {}, element('a', { href: hit.url }, ...markedTitle(hit, query))),
				...(hit.locations.length === 0 || isInTitle
					? []
					: [element('p', { className: 'label' }, ...excerptOf(hit))]),
			),
			element('div', { className: 'margin' }, part?.kind ?? hit.meta.label),
		),
	);
}

const begins = (text: string, word: string): boolean => bare(text).startsWith(bare(word));

const longest = 30;

/**
 * Returns the sentence that contains the most search words, with these words highlighted. Long sentences are shortened to the part around
 * the first match.
 */
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
