import { boundsOf } from '../schema/edtf.ts';
import { addDays } from './time.ts';

/** The time axis of a picture. The first day is the start of a year, and `end` is the day after the last day. */
export type Axis = ReturnType<typeof axisOver>;

const daysBetween = (from: string, until: string): number =>
	(Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Returns the position of a day on the axis as a percentage. Days outside the axis get the position of the nearest end. */
export function positionOn({ first, end }: { first: string; end: string }, day: string): number {
	const share = daysBetween(first, day) / daysBetween(first, end);
	return Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 100;
}

export function axisOver(firstDay: string, lastDay: string) {
	const [firstYear, lastYear] = [firstDay, lastDay].map((day) => Number(day.slice(0, 4))) as [number, number];
	const ends = { first: `${firstYear}-01-01`, end: addDays(lastDay) };
	const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => {
		const year = String(firstYear + index);
		return { year, from: positionOn(ends, `${year}-01-01`) };
	});
	return { ...ends, years };
}

/** Returns the start and width of a period on the axis, as percentages. The period includes its first and last day. */
export function stretchOf(axis: Axis, firstDay: string, lastDay: string) {
	const from = positionOn(axis, firstDay);
	return { from, width: Math.round((positionOn(axis, addDays(lastDay)) - from) * 100) / 100 };
}

/** Returns the position of a date on the axis. An imprecise date has the position of its midpoint. */
export function middleOf(axis: Axis, date: string): number {
	const { from, width } = stretchOf(axis, boundsOf(date).earliest, boundsOf(date).latest);
	return Math.round((from + width / 2) * 100) / 100;
}
