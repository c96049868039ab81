import { boundsOf, compareText, type DayBounds } from '../schema/edtf.ts';

/** Stands for the last day of things without an end. */
export const noEnd = '9999-12-31';

/**
 * Returns whether an event had happened by the end of a day. A date without a day leaves it open until the last day it can mean: in
 * mid-March, an event dated "March" has perhaps happened.
 *
 * @param date an EDTF date or interval; an event over several days has happened when it is over
 * @param day `YYYY-MM-DD`
 */
export function happenedBy(date: string, day: string): 'yes' | 'maybe' | 'no' {
	const { earliest, latest } = boundsOf(date);
	if (latest <= day) return 'yes';
	return earliest <= day ? 'maybe' : 'no';
}

/**
 * Narrows the date of an event to the dates of a meeting: an event of "June 2019" at a meeting of 4–5 June 2019 happened on one of
 * these two days. If the dates have no day in common, the sources differ and the date stays as it is.
 *
 * @returns an EDTF date or interval
 */
export function narrowDate(date: string, within: string | undefined): string {
	if (within === undefined) return date;
	const [own, outer] = [boundsOf(date), boundsOf(within)];
	const earliest = own.earliest > outer.earliest ? own.earliest : outer.earliest;
	const latest = own.latest < outer.latest ? own.latest : outer.latest;
	if (earliest > latest) return date;
	const same = [date, within].find((text) => {
		const bounds = boundsOf(text);
		return bounds.earliest === earliest && bounds.latest === latest;
	});
	return same ?? (earliest === latest ? earliest : `${earliest}/${latest}`);
}

/** Returns the day a number of days later or, for a negative number, earlier. */
export const addDays = (day: string, days = 1): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Compares two dates by the last day that they can mean, then by the first. */
export function compareLastDays(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.latest, y.latest) || compareText(x.earliest, y.earliest);
}

/** The things around a day, such as the last meeting and the next. */
export interface Around<T> {
	/** The last that was certainly over by the end of the day, in order of first days. */
	readonly last: T | undefined;
	/** All that had begun by then, or perhaps had, and were not certainly over. */
	readonly ongoing: readonly T[];
	/** The first that had not begun. */
	readonly next: T | undefined;
}

/**
 * Sorts things by their first day and then by their last.
 *
 * @param daysOf the first and the last day that a thing can have had; the last is `noEnd` if it has no end
 */
export function indexByTime<T>(things: readonly T[], daysOf: (thing: T) => DayBounds) {
	const dated = things
		.map((thing) => ({ thing, ...daysOf(thing) }))
		.sort((a, b) => compareText(a.earliest, b.earliest) || compareText(a.latest, b.latest));
	/** Returns all that can overlap a period. Without a last day, the period is open-ended. */
	const during = (first: string, last = noEnd): T[] =>
		dated.filter(({ earliest, latest }) => earliest <= last && latest >= first).map(({ thing }) => thing);
	return {
		around: (day: string): Around<T> => ({
			last: dated.findLast(({ latest }) => latest <= day)?.thing,
			ongoing: during(addDays(day), day),
			next: dated.find(({ earliest }) => earliest > day)?.thing,
		}),
		during,
	};
}
