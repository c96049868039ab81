import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { capitalized } from '../schema/words.ts';
import { stretchOf } from './axis.ts';
import { type ChairRun, chairRuns, chairSpanInWords, otherChairs, uncertaintyOf } from './chair.ts';
import { type Entry, find, type Network } from './network.ts';
import { boardPeriods, type HostSeat } from './rotation.ts';
import { boardTimeInWords } from './state.ts';
import { networkAxis } from './strip.ts';
import { addDays } from './time.ts';

/** A bar on a lane, with a solid, dashed or dotted line. The position and width of a bar are percentages of the axis. */
export interface Bar {
	from: number;
	width: number;
	line: 'stated' | 'derived' | 'unknown';
	title: string;
}

/** A named row of bars below the line of meetings. */
export interface Lane {
	id: string;
	name: string;
	bars: readonly Bar[];
}

export type LanePart = ReturnType<typeof laneParts>[number];

/** Returns the sections of the chair's lane, from the founding of the Secretariat until today. */
export const laneParts = (network: Network, axis = networkAxis(network)) =>
	chairRuns(network, axis.first, network.today)
		.filter(({ is }) => is !== 'not-yet')
		.map((run) => ({ ...run, ...stretchOf(axis, ...run.days), ...wordsOf(network, run) }));

/** Returns the line and the title of a section, and the term of the chair or, if sources disagree, the dispute about it. */
function wordsOf(network: Network, { is, spans: [span], last, gap, days: [first] }: ChairRun) {
	if (span && is !== 'uncertain') {
		const { name } = find(network, 'members', span.term.country);
		const how = is === 'derived' ? 'derived' : chairSpanInWords(network, span);
		const line: Bar['line'] = is === 'derived' ? is : 'stated';
		return { line, title: `${name}, ${how}`, entry: span.term };
	}
	const title = gap
		? capitalized(chairSpanInWords(network, gap))
		: span
			? `${find(network, 'members', span.term.country).name}: ${uncertaintyOf(span, first).words}`
			: 'No source names a chair';
	const entry: Entry | undefined = (gap && otherChairs(network, gap)[0]?.dispute) ?? (span ?? last)?.term;
	return { line: 'unknown' as const, title, entry };
}

/**
 * Returns a lane for each country that held the chair. A period without a known chair appears on the lane of the last known chair. If
 * several countries may have held the chair, each country's lane has a bar.
 */
export const chairLanes = memoize((network: Network): readonly Lane[] => {
	const lanes = new Map<string, Bar[]>();
	let latest: string[] = [];
	for (const { spans, last, is, days, from, width, line, title } of laneParts(network)) {
		const named = [...spans, ...(last ? [last] : [])];
		if (named.length > 0) latest = [...new Set(named.map(({ term }) => term.country))];
		for (const country of latest) {
			const span = is === 'uncertain' ? named.find(({ term }) => term.country === country) : undefined;
			const words = span
				? `${find(network, 'members', country).name}: ${uncertaintyOf(span, days[0]).words}`
				: title;
			lanes.set(country, [...(lanes.get(country) ?? []), { from, width, line, title: words }]);
		}
	}
	return [...lanes].map(([id, bars]) => ({ id, name: find(network, 'members', id).name, bars }));
});

/** Returns the bars for each seat on the Board. Each bar extends from one country's turn as host to the next turn. */
export const seatLanes = memoize((network: Network) => {
	const axis = networkAxis(network);
	const { today } = network;
	const hosted = (seat: HostSeat) =>
		boardPeriods(network).flatMap(({ meeting, next, hosts, comparisons }) => {
			const holder = hosts[seat];
			const first = boundsOf(meeting.dates).earliest;
			const last = next ? addDays(boundsOf(next.meeting.dates).earliest, -1) : today;
			if (!holder || first > today) return [];
			const { country, by } = holder;
			const lists = comparisons.filter(({ composition }) =>
				composition.members.some((member) => member.country === country.id),
			);
			// The periods for which a source names the country as a member of the Board. A list with a derived period was valid at an unknown
			// time within the period, so it is only in the title.
			const named = lists.flatMap(({ composition: { period, periodNote } }) => {
				const { earliest, latest } = boundsOf(period);
				return periodNote === undefined
					? [stretchOf(axis, earliest < first ? first : earliest, latest > last ? last : latest)]
					: [];
			});
			const how =
				by === 'source' ? 'seat stated by a source' : by === 'turn' ? 'derived' : 'derived by elimination';
			const times = lists.map(({ composition }) => `, named as a member ${boardTimeInWords(composition)}`);
			const title = [`${country.name}, ${how}`, ...times].join('');
			return { ...stretchOf(axis, first, last), line: 'derived' as const, title, country, named };
		});
	const chairs = boardPeriods(network)
		.flatMap((period) => period.chairs)
		.flatMap(({ is, spans: [span], days }) => {
			if (!span || is === 'uncertain') return [];
			const country = find(network, 'members', span.term.country);
			const title = `${country.name}, derived`;
			return [{ ...stretchOf(axis, ...days), line: 'derived', title, country, named: [] }];
		});
	return {
		'previous-host': hosted('previous-host'),
		'current-host': hosted('current-host'),
		'future-host': hosted('future-host'),
		secretariat: chairs,
	};
});
