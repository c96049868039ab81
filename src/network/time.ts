import { isExact } from '../schema/dates.ts';
import { boundsOf, compareText, type DayBounds } from '../schema/edtf.ts';

export const noEnd = '9999-12-31';

/**
 * Returns whether an event had happened by the end of a given day. For imprecise dates, the answer can be "maybe": in mid-March, an event
 * dated "March" may have happened.
 *
 * @param date an EDTF date or interval; an event of several days has happened once its last day is over
 * @param day `YYYY-MM-DD`
 */
export function happenedBy(date: string, day: string): 'yes' | 'maybe' | 'no' {
	const { earliest, latest } = boundsOf(date);
	if (latest <= day) return 'yes';
	return earliest <= day ? 'maybe' : 'no';
}

/**
 * Uses the dates of a meeting to make the date of an event more precise. For example, an event dated "June 2019" at a meeting on 4–5 June
 * 2019 happened on one of these two days. Returns the date unchanged if the dates do not overlap.
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

/** Adds a number of days to a date. Negative numbers subtract days. */
export const addDays = (day: string, days = 1): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Returns the day after an exact date. Less precise dates stay as they are. */
export const dayAfter = (date: string): string =>
	isExact(date) && !date.includes('/') ? addDays(date) : date;

/** Compares two dates by their last possible day, then by their first possible day. */
export function compareLastDays(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.latest, y.latest) || compareText(x.earliest, y.earliest);
}

/** Returns all items that may overlap a period. By default, the period is open-ended. */
export const during = <T>(
	things: readonly T[],
	daysOf: (thing: T) => DayBounds,
	first: string,
	last = noEnd,
) => things.filter((thing) => daysOf(thing).earliest <= last && daysOf(thing).latest >= first);

/** Returns the items around a day. The items must be in chronological order. */
export const around = <T>(things: readonly T[], daysOf: (thing: T) => DayBounds, day: string) => ({
	/** The latest item that had certainly ended by the end of the day. */
	last: things.findLast((thing) => daysOf(thing).latest <= day),
	/** Items that may have been under way. */
	ongoing: during(things, daysOf, addDays(day), day),
	/** The first item that had certainly not started. */
	next: things.find((thing) => daysOf(thing).earliest > day),
});
