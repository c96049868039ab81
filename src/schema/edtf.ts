import { memoizeByText } from './words.ts';

/**
 * The first and last calendar day that an EDTF expression can mean, both inclusive, as `YYYY-MM-DD`.
 * Days written this way compare correctly as strings.
 */
export interface DayBounds {
	readonly earliest: string;
	readonly latest: string;
}

/** What a date field accepts, for schemas and messages. */
export const dateForms = '2022, 2016-05 or 2018-06-28';
export const intervalForms = `${dateForms}, or two of them with a slash: 2018-06-28/2018-06-30`;

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const lastDaysOfMonths = ['31', '30', '29', '28'];

/** Whether the calendar has a day: JavaScript takes 30 February for 2 March, so only one that reads back unchanged exists. */
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
 * Reads an EDTF level 0 date (`2022`, `2016-05`, `2018-06-28`) or interval of two dates (ISO 8601-2:2019). ECMAScript reads dates
 * of just these forms, as days in UTC.
 *
 * @returns its first and last day, or `undefined` when it is not such an expression, names a day that does not
 *   exist, or is an interval that runs backwards
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
 * The same for a value that has passed the schema.
 *
 * @throws {RangeError} when the text is not a valid expression
 */
export function boundsOf(text: string): DayBounds {
	const bounds = dayBounds(text);
	if (!bounds) throw new RangeError(`"${text}" is not an EDTF date or interval.`);
	return bounds;
}

/** Whether everything `a` can mean lies before everything `b` can mean. */
export const isSurelyBefore = (a: string, b: string): boolean => boundsOf(a).latest < boundsOf(b).earliest;

/** Orders two expressions by their earliest day, then by their latest. */
export function compareDates(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.earliest, y.earliest) || compareText(x.latest, y.latest);
}

/** Orders two strings by code unit: the same on every machine, unlike a locale's order. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
