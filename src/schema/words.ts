/* Functions for English sentences on pages and in messages. */

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// Matches a phrase that begins with a name or an abbreviation.
const named = /^(?:(?:Executive )?Board|Secretariat)\b|^\p{Lu}{2}/u;

/** Returns a phrase in lower case, such as "agenda item", unless it begins with a name, such as "Secretariat term". */
export const uncapitalized = (text: string): string =>
	named.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

// Matches an ordinary word at the start of a title, as opposed to a name.
const common =
	/^(?:first|second|third|[a-z]+th|[a-z]+-(?:first|second|third|[a-z]+th)|special|extraordinary|annual|joint|online)$/i;

/**
 * Returns a title for use within a sentence. "Ninth meeting" becomes "ninth meeting", "Board meeting, May 2026" becomes "Board meeting of
 * May 2026", and "Rome meeting" stays the same.
 */
export function titleWithin(title: string): string {
	const [first = '', second = ''] = title.split(' ');
	const words = title.replace(/, (\p{Lu}\p{Ll}+ \d{4})$/u, ' of $1');
	return common.test(first) && !/^\p{Lu}/u.test(second) ? uncapitalized(words) : words;
}

/** Returns a number followed by a noun, such as "1 meeting" or "3 meetings". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${String(count)} ${count === 1 ? one : many}`;

const numbers = /* @__PURE__ */ 'zero one two three four five six seven eight nine ten eleven twelve'.split(
	' ',
);

/** Returns a number for running text. Numbers up to twelve are words. */
export const numberInWords = (number: number): string => numbers[number] ?? String(number);

/** Returns a number and a noun for running text, such as "three meetings". */
export const countedInWords = (count: number, one: string, many = `${one}s`): string =>
	`${numberInWords(count)} ${count === 1 ? one : many}`;

/** Returns how often something happened, for example "once" or "three times". */
export const timesInWords = (count: number): string =>
	count === 1 ? 'once' : count === 2 ? 'twice' : `${numberInWords(count)} times`;

/** Returns the first sentence of a description, for use within another sentence. Does not change abbreviations. */
export function withinSentence(description: string): string {
	const [sentence = ''] = description.split(/\.(?= |$)/, 1);
	return /^\p{Lu}(?!\p{Lu})/u.test(sentence) ? uncapitalized(sentence) : sentence;
}

const series = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Joins items into a list, such as "a, b and c". */
export const inSeries = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : series.format(items);

/** Renders items, such as links, with a separator between them. The separators " and " and " or " join only the last two items. */
export const separated = <T, R>(
	items: readonly T[],
	separator: string,
	render: (item: T, index: number) => R,
): (R | string)[] =>
	items.flatMap((item, index) => [
		index === 0 ? '' : /^ (?:and|or) $/.test(separator) && index < items.length - 1 ? ', ' : separator,
		render(item, index),
	]);

/** Returns the runs of consecutive items with the same key. */
export function runsOf<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
	const runs: T[][] = [];
	for (const [index, item] of items.entries()) {
		const last = items[index - 1];
		if (last && keyOf(last) === keyOf(item)) runs.at(-1)?.push(item);
		else runs.push([item]);
	}
	return runs;
}

const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** Returns an ordinal number, such as "9th". */
export const ordinal = (number: number): string =>
	`${String(number)}${ordinalEndings[ordinalRules.select(number)] ?? 'th'}`;

/** Memoizes a pure function of a string. The cache is about a hundred times faster than a call to `Intl`. */
export function memoizeByText<T>(work: (text: string) => T): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		let found = known.get(text);
		if (found === undefined) known.set(text, (found = work(text)));
		return found;
	};
}

export const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
