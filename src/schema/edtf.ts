import { memoizeByText } from './words.ts';

/** The first and last possible day of an EDTF date, in the format `YYYY-MM-DD`, so that days can be compared as strings. */
export interface DayBounds {
	readonly earliest: string;
	readonly latest: string;
}

export const dateForms = '2022, 2016-05 or 2018-06-28';
export const intervalForms = '2022, 2016-05, 2018-06-28 or 2018-06-28/2018-06-30';

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const lastDaysOfMonths = ['31', '30', '29', '28'];

/** Returns whether a day exists. JavaScript would read 30 February as 2 March. */
const isDay = (text: string): boolean => {
	const day = Date.parse(text);
	return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text);
};

const boundsOfDate = (text: string): DayBounds | undefined => {
	const earliest = `${text}-01-01`.slice(0, 10);
	if (!datePattern.test(text) || !isDay(earliest)) return undefined;
	const month = `${text}-12`.slice(0, 7);
	const last = lastDaysOfMonths.map((day) => `${month}-${day}`).find(isDay);
	return { earliest, latest: text === earliest ? text : (last ?? earliest) };
};

/**
 * Returns the first and last possible day of an EDTF level 0 date (`2022`, `2016-05`, `2018-06-28`) or interval (ISO 8601-2:2019).
 *
 * @returns `undefined` if the string is not a valid date, the day does not exist, or the interval ends before it starts
 */
export const dayBounds = memoizeByText((text: string): DayBounds | undefined => {
	const [start = '', end, ...rest] = text.split('/');
	const from = boundsOfDate(start);
	if (end === undefined) return from;
	const until = rest.length === 0 ? boundsOfDate(end) : undefined;
	if (!from || !until || from.earliest > until.earliest || from.latest > until.latest) return undefined;
	return { earliest: from.earliest, latest: until.latest };
});

/**
 * Returns the first and last possible day of a valid date or interval.
 *
 * @throws {RangeError} if the string is not a valid date
 */
export function boundsOf(text: string): DayBounds {
	const bounds = dayBounds(text);
	if (!bounds) throw new RangeError(`"${text}" is not an EDTF date or interval.`);
	return bounds;
}

export const isSurelyBefore = (a: string, b: string): boolean => boundsOf(a).latest < boundsOf(b).earliest;

/** Compares two dates by their earliest day, then by their latest day. */
export function compareDates(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.earliest, y.earliest) || compareText(x.latest, y.latest);
}

/** Compares two strings by code unit, so that the order is the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
