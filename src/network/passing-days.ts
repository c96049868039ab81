import { boundsOf, compareText } from '../schema/edtf.ts';
import { kindOf } from '../schema/index.ts';
import { titleOf } from './labels.ts';
import { type Entry, everyEntry, type Network } from './network.ts';

/** A day on which the site says something else than the day before, though the record has not changed. */
export interface PassingDay {
	readonly day: string;
	readonly entry: Entry;
	/** What it is that has begun, or ended, by the name of the date's field. */
	readonly field: string;
	readonly what: 'begins' | 'ends';
}

/**
 * What has begun or ended after a day, up to today. A date that is less exact than a day turns on the first and
 * on the last day it can mean.
 *
 * @param since `YYYY-MM-DD`: a day whose turns are known already
 */
export const passingDaysSince = (network: Network, since: string): PassingDay[] =>
	everyEntry(network)
		.flatMap((entry) =>
			Object.entries(kindOf(entry.kind).dates?.(entry) ?? {}).flatMap(([field, date]) => {
				if (date === undefined) return [];
				const { earliest, latest } = boundsOf(date);
				return [
					{ day: earliest, entry, field, what: 'begins' as const },
					...(latest === earliest ? [] : [{ day: latest, entry, field, what: 'ends' as const }]),
				];
			}),
		)
		.filter(({ day }) => since < day && day <= network.today)
		.sort((a, b) => compareText(a.day, b.day));

/** A turn as a line of a list: `2026-06-03: Twelfth meeting, "dates" begins`. */
export const passingDayInWords = (network: Network, { day, entry, field, what }: PassingDay): string =>
	`${day}: ${titleOf(network, entry)}, "${field}" ${what}`;
