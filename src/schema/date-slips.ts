import { dateInWords } from './dates.ts';
import { compareDates, dayBounds } from './edtf.ts';
import { slips } from './letters.ts';

/*
 * Suggests EDTF dates for dates in everyday formats: "12–13 October 2017" becomes 2017-10-12/2017-10-13. Error messages show these
 * suggestions as hints, because records only accept EDTF.
 */

/** The parts of a date. One end of an interval may be incomplete: in "12–13 October 2017", the 12 has no month and no year. */
type Parts = Readonly<Partial<Record<'year' | 'month' | 'day', string | undefined>>>;

// The languages of the network's sources.
export const languages = 'en bg bs de el fr hr hu it mk ro sl sq sr sr-Latn'.split(' ');

const romanMonths = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

// The names of the months are only loaded on first use, because most checks do not need them.
let monthsByName: readonly (readonly [name: string, month: number])[] | undefined;

/** Returns the names of the months in lower case. In some languages, the name is different next to a day, so both forms are included. */
const monthNames = (): readonly (readonly [name: string, month: number])[] =>
	languages.flatMap((language) =>
		[{}, { day: 'numeric' } as const].flatMap((options) => {
			const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', ...options });
			return Array.from({ length: 12 }, (_, index) => {
				const month = format.formatToParts(Date.UTC(2000, index)).find(({ type }) => type === 'month');
				return [month?.value.toLowerCase() ?? '', index + 1] as const;
			});
		}),
	);

/** Returns the number of a month, given its full name in lower case. */
export function monthNamed(name: string): number | undefined {
	monthsByName ??= monthNames();
	return monthsByName.find(([month]) => month === name)?.[1];
}

/** Returns the number of a month, given its name or an unambiguous abbreviation. */
function monthOf(name: string): string | undefined {
	const roman = romanMonths.indexOf(name) + 1;
	if (roman > 0) return String(roman);
	if (name.length < 3) return undefined;
	monthsByName ??= monthNames();
	const found = new Set(monthsByName.flatMap(([month, number]) => (month.startsWith(name) ? [number] : [])));
	const [only] = found;
	return found.size === 1 ? String(only) : undefined;
}

/** The two interpretations of a date such as "04/05/2019": 4 May in Europe, 5 April in the United States. */
const orders = [
	/^(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4}|\d{2})$/,
	/^(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4}|\d{2})$/,
];

/** Patterns for dates in everyday formats. The text must be in lower case. */
const forms = [
	// Dates such as 2017-20-10, in which 20 can only be the day
	/^(?<year>\d{4})[-./ ] ?(?<day>1[3-9]|[23]\d)[-./ ] ?(?<month>0?\d|1[0-2])\.?$/,
	// Dates such as 2017/10/12, 2017.10 and 2017-5-3
	/^(?<year>\d{4})(?:[-./ ] ?(?<month>\d{1,2})(?:[-./ ] ?(?<day>\d{1,2}))?)?\.?$/,
	/^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
	// Dates such as 12.10.2017 and 12.10.17, which always begin with the day
	/^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\.(?: ?(?<year>\d{4}|\d{2})\.?)?$/,
	// 10/2017
	/^(?<month>\d{1,2})[-./](?<year>\d{4})$/,
	// Dates such as 12 October 2017 and 12-Oct-2017
	/^(?<day>\d{1,2})\.?[- ]?(?<name>\p{L}+)\.?(?:[- ]?(?<year>\d{4})\.?)?$/u,
	// Dates such as 2017 October 12
	/^(?<year>\d{4})\.? (?<name>\p{L}+)\.? (?<day>\d{1,2})\.?$/u,
	// October 12 2017
	/^(?<name>\p{L}+)\.? (?<day>\d{1,2})(?: (?<year>\d{4}))?$/u,
	// October 2017
	/^(?<name>\p{L}+)\.?(?:[- ]?(?<year>\d{4}))?$/u,
	// The first or last day in "October 12–13, 2017" or "12–13 October 2017"
	/^(?<day>\d{1,2})\.?(?: (?<year>\d{4}))?$/,
];

function partsOf(text: string, order: RegExp): Parts | undefined {
	for (const form of [order, ...forms]) {
		const found = form.exec(text)?.groups;
		if (!found) continue;
		const { year, day, name } = found;
		const month = name === undefined ? found.month : monthOf(name);
		// A year with two digits is in this century, like all dates in the records.
		if (name === undefined || month) return { year: year?.length === 2 ? `20${year}` : year, month, day };
	}
	return undefined;
}

const twoFigures = (number: string): string => number.padStart(2, '0');

/** Returns the date with the given parts, or `undefined` if a part is missing or the day does not exist. */
function dateOf({ year, month, day }: Parts): string | undefined {
	if (year === undefined || (month === undefined && day !== undefined)) return undefined;
	const date = [year, ...[month, day].filter((part) => part !== undefined).map(twoFigures)].join('-');
	return dayBounds(date) ? date : undefined;
}

/** Completes one end of an interval with the year and month of the other end. */
const completed = (end: Parts, other: Parts): Parts => ({
	year: end.year ?? other.year,
	month: end.month ?? (end.day === undefined ? undefined : other.month),
	day: end.day,
});

const separators = / ?[-–—/&] ?| (?:to|and|until|till) /g;

/** Returns every way to split a string into the two ends of an interval. Any dash, slash or word can be the separator. */
const endsIn = (text: string, order: RegExp): [Parts, Parts][] =>
	[...text.matchAll(separators)].flatMap(({ 0: separator, index }): [Parts, Parts][] => {
		const start = partsOf(text.slice(0, index), order);
		const end = partsOf(text.slice(index + separator.length), order);
		return start && end ? [[completed(start, end), completed(end, start)]] : [];
	});

function intervalsIn(text: string, order: RegExp): string[] {
	const intervals = endsIn(text, order).map((ends) => ends.map(dateOf).join('/'));
	return intervals.filter((interval) => dayBounds(interval));
}

const weekdays = /\b(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day\b|\b\.?)/gi;

const listOfDays =
	/\b(\d{1,2})(?:(?:, ?(?:and )?| and | ?& ?)\d{1,2}){1,8}(?:, ?(?:and )?| and | ?& ?)(\d{1,2})\b/g;

/** Writes consecutive days, such as "3, 4 and 5", as a range. */
const asRange = (days: string): string => {
	const [first = 0, ...others] = (days.match(/\d+/g) ?? []).map(Number);
	const isRange = others.every((day, index) => day === first + index + 1);
	return isRange ? `${String(first)}-${String(first + others.length)}` : days;
};

/** Removes weekdays, the time of day, "г." for "year", words such as "from" and "the", and the ending of "12th". */
const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(weekdays, '')
		.replace(/(?:[\st,]|at )*\d{1,2}:\d{2}.*$| ?г\.?$/, '')
		.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
		.replace(listOfDays, asRange)
		.replace(/\b(?:from|on|in|the|of)\b|,/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

// Longer strings are never dates, so they are not compared with the patterns.
const longest = 80;

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const inFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Corrects a wrong weekday in a date: for "Tuesday, 3 June 2026", returns "3 June 2026 is a Wednesday". */
function wrongWeekday(text: string, reading: string): string | undefined {
	const written = text.match(weekdays) ?? [];
	const days = reading.split('/').map((day) => new Date(`${day}T00:00:00Z`));
	const wrong = days.find((day, index) => {
		const name = written[index]?.toLowerCase();
		return name !== undefined && name.slice(0, 3) !== weekday.format(day).slice(0, 3).toLowerCase();
	});
	return wrong && `${inFull.format(wrong)} is a ${weekday.format(wrong)}`;
}

/** Returns all EDTF dates or intervals that a string could mean, in order. The list is empty if the format is unknown. */
export const readingsOf = (text: string): string[] =>
	allReadings(text).filter((reading) => wrongWeekday(text, reading) === undefined);

function allReadings(text: string): string[] {
	if (text.length > longest) return [];
	const words = plain(text);
	const readings = orders.flatMap((order) => {
		const parts = partsOf(words, order);
		const date = parts && dateOf(parts);
		return date === undefined ? intervalsIn(words, order) : [date];
	});
	return [...new Set(readings)].sort(compareDates);
}

const monthInWords = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** Explains why a date cannot exist, such as "June has 30 days". */
function impossibilityOf({ year, month, day }: Parts): string | undefined {
	const number = Number(month);
	if (month !== undefined && (number < 1 || number > 12)) return `there is no month ${String(number)}`;
	if (year === undefined) return month === undefined ? undefined : 'the year is missing';
	if (day === undefined) return undefined;
	if (month === undefined) return 'the month is missing';
	const last = new Date(Date.UTC(Number(year), number, 0));
	if (Number(day) >= 1 && Number(day) <= last.getUTCDate()) return undefined;
	return `${monthInWords.format(last)}${number === 2 ? ` ${year}` : ''} has ${String(last.getUTCDate())} days`;
}

/** Explains why the date in a string cannot exist. Returns `undefined` if the format is unknown. */
export function whyImpossible(text: string): string | undefined {
	if (text.length > longest) return undefined;
	const [reading] = allReadings(text);
	if (reading !== undefined) return wrongWeekday(text, reading);
	const words = plain(text);
	const reasons = orders.flatMap((order) => {
		const parts = partsOf(words, order);
		if (parts) return impossibilityOf(parts) ?? [];
		return endsIn(words, order).flatMap(
			(ends) => ends.map(impossibilityOf).find((each) => each !== undefined) ?? 'it ends before it begins',
		);
	});
	const [misspelt] = misspeltMonth(text) ?? [];
	// If day and month may be swapped, assumes the order with a valid month.
	return (
		reasons.find((reason) => !reason.includes('month')) ??
		reasons[0] ??
		(misspelt && `there is no month "${misspelt}"`)
	);
}

/** Returns a misspelt month, such as "Jnue", and the month that it must mean. */
function misspeltMonth(text: string): [word: string, month: string] | undefined {
	for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
		const written = word.toLowerCase();
		if (monthOf(written) !== undefined) continue;
		const near = (monthsByName ?? []).filter(([name]) => slips(written, name, 1) < 2);
		const [month] = near;
		if (month && near.every(([, number]) => number === month[1])) return [word, month[0]];
	}
	return undefined;
}

/** Returns a date in EDTF and in plain English: `"2019-05-04" for 4 May 2019`. */
const explained = (reading: string): string => `"${reading}" for ${dateInWords(reading)}`;

/** Returns a hint for a date in a common format, or `undefined` if the format is unknown. */
export function hintForDate(text: string, takesIntervals: boolean): string | undefined {
	const readings = readingsOf(text);
	const [first, ...others] = readings;
	if (first === undefined)
		return (
			hintForBackwardRange(text) ?? hintForIncompleteDate(text, takesIntervals) ?? hintForVagueDate(text)
		);
	// Only a date with an exact day can be ambiguous.
	if (others.length > 0) return `Write ${readings.map(explained).join(' or ')}.`;
	if (first.includes('/') && !takesIntervals) {
		const [start = '', end = ''] = first.split('/');
		return `Write one date: "${start}" or "${end}".`;
	}
	return `Did you mean "${first}"?`;
}

/** Returns a hint for a range that ends before it begins, such as "4–3 June 2026". */
function hintForBackwardRange(text: string): string | undefined {
	const [range] = orders
		.flatMap((order) => endsIn(plain(text), order))
		.map((ends) => ends.toReversed().map(dateOf).join('/'));
	return range !== undefined && dayBounds(range) ? `Did you mean "${range}"?` : undefined;
}

/** Returns a hint for a date without a year, with a misspelt month, or with a list of separate days. */
function hintForIncompleteDate(text: string, takesIntervals: boolean): string | undefined {
	if (text.length > longest) return undefined;
	const [word, month = ''] = misspeltMonth(text) ?? [];
	if (word !== undefined) return hintForDate(text.replace(word, month), takesIntervals);
	const [range] = readingsOf(text.toLowerCase().replace(listOfDays, '$1-$2'));
	if (range !== undefined) return `Write "${range}", and list the days in "notes".`;
	const [example] = whyImpossible(text) === 'the year is missing' ? readingsOf(`${text} 2026`) : [];
	return example && `Add the year, for example "${takesIntervals ? example : example.replace(/\/.*/, '')}".`;
}

const vague =
	/^(?:ca|c|circa|about|around|approx(?:imately)?|probably|perhaps|early|mid|late|(?:the )?(?:beginning|middle|end) of|spring|summer|autumn|fall|winter|before|after)\b[. ,-]*(?:of )?/i;

/** Returns a hint for a vague date, such as "early 2019". */
function hintForVagueDate(text: string): string | undefined {
	const [sure, ...others] = vague.test(text) ? readingsOf(text.replace(vague, '')) : [];
	return sure === undefined || others.length > 0
		? undefined
		: `Write "${sure}", which is certain, and quote the source's wording in "notes".`;
}
