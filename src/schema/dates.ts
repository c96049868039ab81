import { boundsOf } from './edtf.ts';
import { memoizeByText } from './words.ts';

type Precision = 'year' | 'month' | 'day';

const precisionOf = (date: string): Precision =>
	date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

const formatOf = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });

const formats: Record<Precision, Intl.DateTimeFormat> = {
	year: formatOf({ year: 'numeric' }),
	month: formatOf({ year: 'numeric', month: 'long' }),
	day: formatOf({ year: 'numeric', month: 'long', day: 'numeric' }),
};

const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/**
 * Formats an EDTF date or interval without adding precision: "May 2016", "28–30 June 2018", "1 September 2022 – September 2025".
 *
 * @throws {RangeError} if the string is not valid EDTF level 0
 */
export const dateInWords = memoizeByText(writeDate);

function writeDate(date: string): string {
	const [start = '', end] = date.split('/');
	const { earliest, latest } = boundsOf(date);
	const format = formats[precisionOf(start)];
	if (end === undefined) return format.format(atNoon(earliest));
	if (precisionOf(start) !== precisionOf(end)) return `${writeDate(start)} – ${writeDate(end)}`;
	// Removes the thin spaces around the dash, because English writes "28–30 June 2018".
	return format
		.formatRange(atNoon(earliest), atNoon(latest))
		.replace(/\s*–\s*/u, ' – ')
		.replace(/(?<=^\d+) – (?=\d+ )/u, '–');
}

/** Returns a date without its year, such as "22–23 February", for use under a heading with the year. */
export const dateInYear = (date: string, year = ''): string =>
	year === '' || date === year || yearsOf(date).length > 1
		? dateInWords(date)
		: dateInWords(date).replace(` ${year}`, '');

/** Returns a date with the right preposition, for example "in March 2017", "on 6 December 2021", "on 22–23 February 2023". */
export function whenInWords(date: string): string {
	return `${isExact(date) ? 'on' : 'in'} ${dateInWords(date)}`;
}

/** Describes when something happened if the exact day is unknown, such as "in October 2021 (day unknown)" or "on 26 or 27 May 2016". */
export function someTimeInWords(date: string): string {
	const when = whenInWords(date);
	if (!isExact(date)) return `${when} (day unknown)`;
	const [start = '', end = start] = date.split('/');
	const isNextDay = Date.parse(end) - Date.parse(start) === 86_400_000;
	return isNextDay ? when.replace(/ ?– ?/u, ' or ') : when;
}

/** Returns whether a date is exact to the day. In an interval, both the start and the end must be exact. */
export const isExact = (date: string): boolean =>
	date.split('/').every((part) => precisionOf(part) === 'day');

/** Formats the dates of a term, for example "October 2017 – October 2021". */
export const termInWords = (from: string, until?: string): string =>
	`${dateInWords(from)} – ${until === undefined ? 'end not stated' : dateInWords(until)}`;

/** Returns the value for `<time datetime>`. HTML has no format for intervals. */
export const machineDate = (date: string): string | undefined => (date.includes('/') ? undefined : date);

export function yearsOf(date: string): string[] {
	const { earliest, latest } = boundsOf(date);
	const first = Number(earliest.slice(0, 4));
	const last = Number(latest.slice(0, 4));
	return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
