/* Helpers for writing English sentences on pages, in messages and in commands. */

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns a title with its first letter in lower case, for use within a sentence. */
export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Returns a number with its noun: "1 meeting", "3 meetings". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${String(count)} ${count === 1 ? one : many}`;

/** Returns the first sentence of a description, for use within another sentence. Abbreviations stay in capital letters. */
export function withinSentence(description: string): string {
	const [sentence = ''] = description.split(/\.(?= |$)/, 1);
	return /^\p{Lu}(?!\p{Lu})/u.test(sentence) ? uncapitalized(sentence) : sentence;
}

const series = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Joins items into a list: "a, b and c". */
export const inSeries = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : series.format(items);

/** Returns the separator that comes before an item in "a, b and c", for code that writes one item at a time. */
export const beforeInSeries = (index: number, length: number): string =>
	index === 0 ? '' : index === length - 1 ? ' and ' : ', ';

const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** Returns an ordinal number, such as "9th". */
export const ordinal = (number: number): string =>
	`${String(number)}${ordinalEndings[ordinalRules.select(number)] ?? 'th'}`;

/** Memoizes a pure function of a string. A cache lookup is about a hundred times faster than a call to `Intl`. */
export function memoizeByText<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		let found = known.get(text);
		if (found === undefined) known.set(text, (found = work(text)));
		return found;
	};
}

export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
