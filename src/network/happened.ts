import { boundsOf } from '../schema/edtf.ts';

/** Whether a dated event had happened by the end of a day, as far as its date says. */
export type Happened = 'surely' | 'perhaps' | 'not-yet';

/**
 * Whether an event had happened by the end of a day. A date that is less exact than a day leaves it open until its last day:
 * in the middle of March something dated "March" has perhaps happened (design section 3: a month is never padded to its first day).
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
