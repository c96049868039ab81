import { inSeries, uncapitalized } from '../../schema/words.ts';

/** A sentence of some words; one that ends in a quotation with a mark of its own needs no other. */
export const sentence = (words: string): string => (/[.!?…]”$/.test(words) ? words : `${words}.`);

/** What a field or a kind is called inside of a sentence, from its title: "Agenda" is "the agenda". */
export const theNamed = (title = ''): string => `the ${uncapitalized(title)}`;

// The text of a record goes on one line, and not on for a page.
const longest = 120;

/** A text in quotation marks, shortened. */
export function quoted(text: string): string {
	const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
	return `“${characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : characters.join('')}”`;
}

// More are counted, not named.
const mostNamed = 6;

/** "a, b and c", or the first of many and how many more there are. */
export const someInSeries = (items: readonly string[]): string =>
	inSeries(
		items.length > mostNamed
			? [...items.slice(0, mostNamed - 1), `${items.length - mostNamed + 1} more`]
			: items,
	);

// Texts up to this length are shown whole; of longer ones this many words around those that differ.
const shortText = 80;
const context = 3;

/** The parts of two texts that differ, each with a few words around it; short ones are shown whole. */
export function whereTheyDiffer(before: string, after: string): string[] {
	if (Math.max(before.length, after.length) <= shortText) return [before, after];
	const [a, b] = [before, after].map((text) => text.trim().split(/\s+/u)) as [string[], string[]];
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start++;
	let end = 0;
	while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	return [a, b].map((words) => {
		const first = Math.max(0, start - context);
		const last = Math.min(words.length, words.length - end + context);
		return `${first > 0 ? '… ' : ''}${words.slice(first, last).join(' ')}${last < words.length ? ' …' : ''}`;
	});
}
