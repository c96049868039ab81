/*
 * Words as English sentences need them, of the site, of the check's messages and of commands alike.
 */

/** A text as the beginning of a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title as the middle of a sentence has it. */
export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A count with its noun: "1 meeting", "3 meetings". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${String(count)} ${count === 1 ? one : many}`;

const series = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "a, b and c". */
export const inSeries = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : series.format(items);

/** What stands before an item of a series that is written item by item: as in "a, b and c". */
export const beforeInSeries = (index: number, length: number): string =>
	index === 0 ? '' : index === length - 1 ? ' and ' : ', ';

const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** A number as a place in an order: "9th". */
export const ordinal = (number: number): string =>
	`${String(number)}${ordinalEndings[ordinalRules.select(number)] ?? 'th'}`;

/** What follows from a text alone, worked out once: `Intl` takes a hundred times as long as finding it again, and is asked often. */
export function memoizeByText<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		let found = known.get(text);
		if (found === undefined) known.set(text, (found = work(text)));
		return found;
	};
}

/** A noun with "a" or "an" before it. */
export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
