import { boundsOf } from '../schema/edtf.ts';
import { yearsOf } from '../schema/dates.ts';
import { happenedBy } from './happened.ts';
import { growth, type GrowthStep } from './members.ts';
import type { Network } from './network.ts';

/** A number of countries or offices that sources state. */
export type StatedCount = NonNullable<Network['account']['counts']>[number];

/** A step of the derived line, with where it is on the time axis, from 0 to 1. */
export type PlacedStep = GrowthStep & { at: number };

/** A number stated for a day or month, to be drawn beside the line. */
export interface GrowthMark {
	of: 'countries' | 'offices';
	count: number;
	date: string;
	at: number;
	/** Its index among the account's counts: its row in the table. */
	row: number;
}

/** What the step chart of the network's growth shows. */
export interface GrowthChart {
	/** Each year with the place where it begins. */
	years: { year: string; at: number }[];
	steps: PlacedStep[];
	marks: GrowthMark[];
	/** The numbers without a date: they are in the table and not in the picture. */
	undated: StatedCount[];
	/** Where today is: the line ends there. */
	today: number;
	/** The highest number of all. */
	top: number;
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The growth of the network from the year of the first joining to the end of today's: derived totals and stated numbers. */
export function growthChart(network: Network): GrowthChart {
	// The line ends today: who has not begun to join by then is in the table.
	const steps = growth(network).filter(({ since }) => happenedBy(since, network.today) !== 'not-yet');
	const { counts } = network.account;
	const dated = counts.flatMap((count, row) =>
		count.date === undefined ? [] : [{ ...count, date: count.date, row }],
	);
	const firstYear = steps[0]?.date.slice(0, 4) ?? network.today.slice(0, 4);
	const lastYear = network.today.slice(0, 4);
	const [begin, end] = [day(`${firstYear}-01-01`), day(`${String(Number(lastYear) + 1)}-01-01`)];
	const at = (date: string): number => (day(date) - begin) / (end - begin);
	// A month stands at its middle: neither end of it is known.
	const middle = (date: string): number => {
		const { earliest, latest } = boundsOf(date);
		return (at(earliest) + at(latest)) / 2;
	};
	const marks = dated.flatMap(({ date, row, countries, offices }): GrowthMark[] => {
		const shared = { date, row, at: middle(date) };
		return [
			...(countries === undefined ? [] : [{ ...shared, of: 'countries' as const, count: countries }]),
			...(offices === undefined ? [] : [{ ...shared, of: 'offices' as const, count: offices }]),
		];
	});
	return {
		years: yearsOf(`${firstYear}/${lastYear}`).map((year) => ({ year, at: at(`${year}-01-01`) })),
		steps: steps.map((step) => ({ ...step, at: middle(step.since) })),
		marks,
		undated: counts.filter(({ date }) => date === undefined),
		today: at(network.today),
		top: Math.max(1, ...steps.map(({ total }) => total), ...marks.map(({ count }) => count)),
	};
}
