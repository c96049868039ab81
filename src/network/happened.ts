import { boundsOf, compareText, type DayBounds } from '../schema/edtf.ts';

/** The last day of what has no end. */
export const forEver = '9999-12-31';

/** Whether a dated event had happened by the end of a day, as far as its date says. */
export type Happened = 'surely' | 'perhaps' | 'not-yet';

/**
 * Whether an event had happened by the end of a day. A date that is less exact than a day leaves it open until its last day:
 * in the middle of March something dated "March" has perhaps happened, for a month is never padded to its first day.
 *
 * @param date an EDTF date, or an interval for something that took days: it has happened when it is over
 * @param day `YYYY-MM-DD`
 */
export function happenedBy(date: string, day: string): Happened {
	const { earliest, latest } = boundsOf(date);
	if (latest <= day) return 'surely';
	return earliest <= day ? 'perhaps' : 'not-yet';
}

/**
 * A date narrowed down to another that the event fell within: "June 2019", at a meeting of 4–5 June 2019, is one of these two
 * days. Where the two have no day in common, the sources differ and the date stands as it is.
 *
 * @returns an EDTF date or interval
 */
export function narrowedTo(date: string, within: string | undefined): string {
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

/** The day a number of days after another, or before it, as `YYYY-MM-DD`. */
export const dayAfter = (day: string, days = 1): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Orders two dates by their last day, then by their first: the order in which they have surely passed. */
export function byLastDay(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.latest, y.latest) || compareText(x.earliest, y.earliest);
}

/** What lies around a day. */
export interface Around<T> {
	/** The last that is surely over by the end of the day, in the order of their first days. */
	readonly last: T | undefined;
	/** What has begun by then, or perhaps has, and is not surely over. */
	readonly perhaps: readonly T[];
	/** The first that has not begun. */
	readonly next: T | undefined;
}

/** Things in the order of time. Asking takes no longer where there are many: only those near the time asked for are looked at. */
export interface InTime<T> {
	/** What lies around the end of a day. */
	around(day: string): Around<T>;
	/** What can touch a time, from its first day to its last, or to no end. */
	during(first: string, last?: string): readonly T[];
}

/**
 * Puts things in the order of time, by their first day and then by their last.
 *
 * @param daysOf the first and the last day of a thing, or of what its date can mean; the last is `forEver` where it has no end
 */
export function inTime<T>(things: readonly T[], daysOf: (thing: T) => DayBounds): InTime<T> {
	const dated = things
		.map((thing) => ({ thing, ...daysOf(thing) }))
		.sort((a, b) => compareText(a.earliest, b.earliest) || compareText(a.latest, b.latest));
	let end = '';
	// By when everything up to a place is over: from the last to begin backwards, nothing before it need be looked at.
	const allOver = dated.map(({ latest }) => (end = latest > end ? latest : end));
	/** The place of the first that begins after a day, by halving. */
	const placeAfter = (day: string): number => {
		let [low, high] = [0, dated.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((dated[middle]?.earliest ?? '') > day) high = middle;
			else low = middle + 1;
		}
		return low;
	};
	const during = (first: string, last = forEver): T[] => {
		const touching: T[] = [];
		for (const [index, { thing, latest }] of backwards(dated, placeAfter(last))) {
			if ((allOver[index] ?? '') < first) break;
			if (latest >= first) touching.unshift(thing);
		}
		return touching;
	};
	return {
		around(day) {
			const next = placeAfter(day);
			const [, last] = backwards(dated, next).find(([, { latest }]) => latest <= day) ?? [];
			return { last: last?.thing, perhaps: during(dayAfter(day), day), next: dated[next]?.thing };
		},
		during,
	};
}

/** The items before a place, the last of them first, each with its own place. */
function* backwards<T>(items: readonly T[], before: number): Generator<[number, T]> {
	for (let index = before - 1; index >= 0; index -= 1) yield [index, items[index] as T];
}
