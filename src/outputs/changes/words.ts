import { inSeries, uncapitalized } from '../../schema/words.ts';

/** Adds a full stop to a sentence, unless the sentence ends with a quoted sentence. */
export const sentence = (words: string): string => (/[.!?…]”$/.test(words) ? words : `${words}.`);

/** Returns a title with the definite article: "Agenda" becomes "the agenda". */
export const theNamed = (title = ''): string => `the ${uncapitalized(title)}`;

const longest = 120;

/** Puts a string on a single line and in quotation marks, and truncates it if necessary. Quotation marks within it become single. */
export function quoted(text: string, most = longest): string {
	const inner = text.replace(/[“”„]/g, (mark) => '‘’‚'.charAt('“”„'.indexOf(mark)));
	const characters = Array.from(inner.replace(/\s+/gu, ' ').trim());
	return `“${characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : characters.join('')}”`;
}

const mostNamed = 6;

/** Joins items, as in "a, b and c". In a long list, replaces the remaining items with their number. */
export const someInSeries = (items: readonly string[], most = mostNamed): string =>
	inSeries(items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items);

// The maximum length of a string that is shown in full. Longer strings are cut to a few words around the difference.
const shortText = 80;
const context = 3;

/** Returns the parts in which two strings differ, with a few words before and after. Short strings are returned in full. */
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
