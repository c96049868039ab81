import { boundsOf, compareText } from '../schema/edtf.ts';
import { kindOf } from '../schema/index.ts';
import { titleOf } from './labels.ts';
import { everyEntry, type Network } from './network.ts';

/** A day on which pages change without a change to the content, because an event begins or ends. */
type PassingDay = ReturnType<typeof passingDaysSince>[number];

/**
 * Returns all events that began or ended between a given day and today. A month or year begins on its first day and ends on its last.
 *
 * @param since `YYYY-MM-DD`; this day is excluded
 */
export const passingDaysSince = (network: Network, since: string) =>
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

/** Describes an event's beginning or end, for example `2026-06-03: Twelfth meeting, "dates" begins`. */
export const passingDayInWords = (network: Network, { day, entry, field, what }: PassingDay): string =>
	`${day}: ${titleOf(network, entry)}, "${field}" ${what}`;
