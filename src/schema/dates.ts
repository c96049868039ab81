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
 * An EDTF date or interval in words, never more exact than it is: "May 2016", "28–30 June 2018",
 * "1 September 2022 – September 2025".
 *
 * @throws {RangeError} when the text is not valid EDTF of level 0
 */
export const dateInWords = memoizeByText(writeDate);

function writeDate(date: string): string {
	const [start = '', end] = date.split('/');
	const { earliest, latest } = boundsOf(date);
	const format = formats[precisionOf(start)];
	if (end === undefined) return format.format(atNoon(earliest));
	if (precisionOf(start) !== precisionOf(end)) return `${writeDate(start)} – ${writeDate(end)}`;
	// CLDR sets thin spaces around the dash; English sets none between days: "28–30 June 2018".
	return format
		.formatRange(atNoon(earliest), atNoon(latest))
		.replace(/\s*–\s*/u, ' – ')
		.replace(/(?<=^\d+) – (?=\d+ )/u, '–');
}

/** The same after a preposition: "in March 2017", "on 6 December 2021", "from 22 to 23 February 2023" as "on 22–23 …". */
export function whenInWords(date: string): string {
	return `${isExact(date) ? 'on' : 'in'} ${dateInWords(date)}`;
}

/** When an event was that has perhaps happened: "some time in October 2021", "some time on 4–5 June 2019". */
export const someTimeInWords = (date: string): string => `some time ${whenInWords(date)}`;

/** Whether a date, or both ends of an interval, are given to the day. */
export const isExact = (date: string): boolean =>
	date.split('/').every((part) => precisionOf(part) === 'day');

/** The span between two days as in "Serbia, October 2017 – October 2021"; without an end, "since …" is for the caller to say. */
export const termInWords = (from: string, until?: string): string =>
	`${dateInWords(from)} – ${until === undefined ? 'end not stated' : dateInWords(until)}`;

/** The value for `<time datetime>`, which HTML does not define for intervals. */
export const machineDate = (date: string): string | undefined => (date.includes('/') ? undefined : date);

/** The years that a date or interval touches, first to last. */
export function yearsOf(date: string): string[] {
	const { earliest, latest } = boundsOf(date);
	const first = Number(earliest.slice(0, 4));
	const last = Number(latest.slice(0, 4));
	return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
