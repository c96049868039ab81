import { inSeries, uncapitalized } from '../../schema/words.ts';

/** Ends a sentence with a full stop, unless it ends with a quoted sentence. */
export const sentence = (words: string): string => (/[.!?…]”$/.test(words) ? words : `${words}.`);

/** Returns the title of a field or kind within a sentence: "Agenda" becomes "the agenda". */
export const theNamed = (title = ''): string => `the ${uncapitalized(title)}`;

// The maximum length of a quoted text.
const longest = 120;

/** Returns a text in quotation marks, on one line and shortened. */
export function quoted(text: string): string {
	const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
	return `“${characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : characters.join('')}”`;
}

// The maximum number of items. Further items are counted.
const mostNamed = 6;

/** Returns "a, b and c", or the first items of a long list and the number of the others. */
export const someInSeries = (items: readonly string[]): string =>
	inSeries(
		items.length > mostNamed
			? [...items.slice(0, mostNamed - 1), `${items.length - mostNamed + 1} more`]
			: items,
	);

// Texts up to this length are shown in full; longer ones with this many words around the difference.
const shortText = 80;
const context = 3;

/** Returns the different parts of two texts, each with a few words around it. Short texts are shown in full. */
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
