import { isExact } from './dates.ts';
import { monthNamed } from './date-slips.ts';
import { memoizeByText } from './words.ts';

/* Finds dates and numbers in quotes, to compare them with the values that the quotes support. */

/** A date in a text. The year, the month or the day may be missing. */
export interface DateMention {
	readonly year?: string | undefined;
	readonly month?: string | undefined;
	/** One day, or the first and last day, as in "22 and 23 February". */
	readonly days: readonly string[];
	/** The date as written in the text. */
	readonly words: string;
}

export interface Mentions {
	readonly dates: readonly DateMention[];
	readonly numbers: readonly number[];
}

// Dates such as 06.12.2021, 27/04/2021 and 2021-12-06
const inFigures = /(?<!\d)(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)/g;

// A word that may be a month, with the days before it ("22 – 23 February 2023")
const day = String.raw`(\d{1,2})(?:st|nd|rd|th|\.|º|°)?(?!\d)`;
const join = String.raw`\s*(?:[-–—/,]|and|to|и|до|i|e|și|dhe|und)\s*`;
const daysBefore = new RegExp(
	String.raw`(?<!\d)${day}(?:${join}${day})?\s*(?:of\s|d[ei]\s)?(\p{L}{3,})\.?(?:,?\s(\d{4})(?!\d))?`,
	'gu',
);

// A word that may be a month, with the days after it ("May 27, 2016") or without a day
const daysAfter = new RegExp(
	String.raw`(\p{L}{3,})\.?(?:\s${day}(?:${join}${day})?)?(?:,?\s(\d{4})(?!\d))?`,
	'gu',
);

const aloneYear = /(?<![\d.,])(?:19|20)\d{2}(?!\d)/g;

const cardinals =
	'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' ',
	);
const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' ',
	);

const twoFigures = (number: string): string => number.padStart(2, '0');

/** Returns the dates and numbers in a text. Numbers written as words are only found in English. */
export const mentionsIn = memoizeByText((text: string): Mentions => {
	const dates: DateMention[] = [];
	const found = (words: string, year?: string, month?: string, ...days: (string | undefined)[]): string => {
		const known = days.filter((each) => each !== undefined);
		dates.push({ year, month: month && twoFigures(month), days: known.map(twoFigures), words: words.trim() });
		return ' ';
	};
	const ofMonth = (all: string, name: string, year?: string, ...days: (string | undefined)[]): string => {
		// Excludes "may" and "march" as verbs.
		const isName = /^\p{Lu}/u.test(name) || [year, ...days].some((each) => each !== undefined);
		const month = isName ? monthNamed(name.toLowerCase()) : undefined;
		return month === undefined ? all : found(all, year, String(month), ...days);
	};
	type Groups = (string | undefined)[];
	const rest = text
		.replaceAll(inFigures, (all, ...[d, m, year, y, month, day]: Groups) =>
			found(all, year ?? y, m ?? month, d ?? day),
		)
		.replaceAll(daysBefore, (all, ...[from, to, name = '', year]: Groups) =>
			ofMonth(all, name, year, from, to),
		)
		.replaceAll(daysAfter, (all, ...[name = '', from, to, year]: Groups) =>
			ofMonth(all, name, year, from, to),
		)
		.replaceAll(aloneYear, (year) => found(year, year));
	const words = rest.toLowerCase().match(/\p{L}+|(?<![\d.,])\d{1,4}(?![\d.,]*\d)/gu) ?? [];
	const numbers = words.flatMap((word) => {
		const number = Math.max(cardinals.indexOf(word), ordinals.indexOf(word)) + 1 || Number(word);
		return number > 0 ? [number] : [];
	});
	return { dates, numbers };
});

const fits = (date: string, { year, month, days: [first, last = first] }: DateMention): boolean => {
	const [y, m = month, d = first] = date.split('-');
	return (year ?? y) === y && (month ?? m) === m && !(d && first && last && (d < first || last < d));
};

// Words such as "tomorrow". A quote with such a word often names a different day from the day of the event.
const relativeDay =
	/(?<!\p{L})(?:tomorrow|yesterday|today|утре|вчера|днес|domani|ieri|oggi|sutra|juče|jučer|danas)(?!\p{L})/iu;

/** Returns whether a text mentions a date, neither more nor less exactly. */
export const statesDate = (text: string, date: string): boolean =>
	date.split('/').every((end) => {
		const [, month, day] = end.split('-');
		return mentionsIn(text).dates.some(
			(mention) =>
				fits(end, mention) &&
				(mention.month === undefined) === (month === undefined) &&
				(day === undefined ? mention.days.length === 0 : mention.days.includes(day)),
		);
	});

/** Returns whether a date matches a quote. If the quote contains no date, every date matches. */
export function agreesWith(words: string, date: string): boolean {
	const { dates } = mentionsIn(words);
	const mentions = relativeDay.test(words) ? dates.map((each) => ({ ...each, days: [] })) : dates;
	const ends = date.split('/');
	const fitting = mentions.filter((mention) => ends.some((end) => fits(end, mention)));
	// If the quote names a first and a last day, both must match.
	const exact = ends.length > 1 && isExact(date) ? fitting.filter(({ days }) => days.length > 1) : [];
	if (exact.length > 0)
		return exact.some(({ days, ...rest }) =>
			ends.every((end, index) => fits(end, { ...rest, days: days.slice(index, index + 1) })),
		);
	return mentions.length === 0 || fitting.length > 0;
}

const wordsIn = (text: string): string[] =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** Returns whether two words are the same, apart from their endings. */
function isSameWord(a: string, b: string): boolean {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length >= Math.max(4, Math.max(a.length, b.length) - 3);
}

/** Returns whether a text contains all words of a name, at least half of them, or fewer. Word endings and word order may differ. */
export function mentionOf(name: string, text: string): 'same' | 'similar' | 'none' {
	const known = wordsIn(text);
	const words = wordsIn(name);
	const missing = words.filter((word) => !known.some((each) => isSameWord(word, each)));
	return missing.length === 0 ? 'same' : missing.length * 2 <= words.length ? 'similar' : 'none';
}
