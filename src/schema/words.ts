/* Helpers for English sentences on pages, in messages and in commands. */

/** Returns a text with a capital letter, for the start of a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a title with a small letter, for use within a sentence. */
export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Returns a count with its noun: "1 meeting", "3 meetings". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${String(count)} ${count === 1 ? one : many}`;

/** The first sentence of a description for use within another sentence. Abbreviations keep their capitals. */
export function withinSentence(description: string): string {
	const [sentence = ''] = description.split(/\.(?= |$)/, 1);
	return /^\p{Lu}(?!\p{Lu})/u.test(sentence) ? uncapitalized(sentence) : sentence;
}

const series = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Returns a list in words: "a, b and c". */
export const inSeries = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : series.format(items);

/** Returns the separator before an item of "a, b and c", for lists that are written item by item. */
export const beforeInSeries = (index: number, length: number): string =>
	index === 0 ? '' : index === length - 1 ? ' and ' : ', ';

const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** Returns an ordinal number: "9th". */
export const ordinal = (number: number): string =>
	`${String(number)}${ordinalEndings[ordinalRules.select(number)] ?? 'th'}`;

/** Memoizes a pure function of a text. A lookup is a hundred times faster than a call of `Intl`. */
export function memoizeByText<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		let found = known.get(text);
		if (found === undefined) known.set(text, (found = work(text)));
		return found;
	};
}

/** Returns a noun with "a" or "an" before it. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
