import { seatNames } from '../schema/board.ts';
import { dateInWords, yearsOf } from '../schema/dates.ts';
import type { Citation } from '../schema/citation.ts';
import { boundsOf } from '../schema/edtf.ts';
import { bodyNames } from '../schema/meeting.ts';
import { inSeries } from '../schema/words.ts';
import { citationsOf } from './citations.ts';
import { chairSpans, isChaired } from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { compareLastDays, addDays, indexByTime } from './time.ts';
import { growth } from './members.ts';
import { placeInWords } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { boardPeriods, type BoardPeriod, hostSeats } from './rotation.ts';

/** A single change, described in a sentence with links, such as "[Greece] joined." */
export interface Change {
	date: string;
	before: string;
	links: { label: string; to: Entry | BoardPeriod }[];
	after: string;
	/** The citations for the change. Empty for derived changes. */
	citations: readonly Citation[];
	/** The second part of the sentence, with separate sources, such as ", held in Rome, Italy". */
	rest?: { words: string; citations: readonly Citation[] };
	disputes: readonly Entry<'disputes'>[];
}

/** A date on which the members, chair or Board changed. Its page shows the network until the next turning point. */
export type TurningPoint = ReturnType<typeof turningPoints>[number];

const joinings = (network: Network): Change[] =>
	growth(network).map(({ since, joined }) => ({
		date: since,
		before: '',
		links: joined.map((member) => ({ label: member.name, to: member })),
		after: ' joined.',
		citations: joined.flatMap((member) => citationsOf(member, 'joined', 'date')),
		disputes: [...new Set(joined.flatMap((member) => doubtsAbout(network, member, ['joined'])))],
	}));

const ends = [
	{ end: 'from', before: 'Chair of the Secretariat from then on: ' },
	{ end: 'until', before: 'Chair of the Secretariat until then: ' },
] as const;

const chairChanges = (network: Network): Change[] =>
	chairSpans(network)
		.filter(isChaired)
		.flatMap(({ term, ...dates }) =>
			ends.flatMap(({ end, before }) => {
				const { [end]: date } = dates;
				if (date === undefined) return [];
				return {
					date,
					before,
					links: [{ label: find(network, 'members', term.country).name, to: term }],
					after: '',
					citations: citationsOf(term, end),
					rest: {
						words: ` (${find(network, 'offices', term.office).name}).`,
						citations: citationsOf(term, 'office'),
					},
					disputes: doubtsAbout(network, term, [end, 'office']),
				};
			}),
		);

const seatChanges = (network: Network): Change[] =>
	boardPeriods(network).map((period) => {
		const { meeting, hosts } = period;
		const seats = hostSeats.flatMap((seat) => {
			const holder = hosts[seat];
			return holder ? [`${holder.country.name} (${seatNames[seat].toLowerCase()})`] : [];
		});
		return {
			date: meeting.dates,
			before: 'Hosts on the ',
			links: [{ label: 'Executive Board', to: period }],
			after: ` from this meeting on, according to the rule: ${inSeries(seats)}.`,
			citations: [],
			disputes: [],
		};
	});

const compositionChanges = (network: Network): Change[] =>
	network.entries.board.flatMap((composition, index, { length }) => {
		const before = index === length - 1 ? 'The last known ' : 'A known ';
		const [start = '', end = start] = composition.period.split('/');
		const derived = composition.periodNote === undefined ? '' : ' (derived)';
		const names = inSeries(composition.members.map(({ country }) => find(network, 'members', country).name));
		return [
			{ date: start, what: 'begins' },
			{ date: end, what: 'ends' },
		].map(({ date, what }) => ({
			date,
			before,
			links: [{ label: 'list of Board members', to: composition }],
			after: ` ${what} here${derived}: ${names}.`,
			citations: citationsOf(composition, 'members'),
			disputes: doubtsAbout(network, composition, ['period', 'members']),
		}));
	});

const meetingsHeld = (network: Network): Change[] =>
	network.entries.meetings.map((meeting) => {
		const place = placeInWords(network, meeting);
		const where = place === undefined ? '' : meeting.place ? ` in ${place}` : ` ${place}`;
		return {
			date: meeting.dates,
			before: '',
			links: [{ label: meeting.title, to: meeting }],
			after: meeting.body === 'conference' ? ' of the conference' : bodyOf(meeting),
			citations: citationsOf(meeting, 'dates'),
			rest: { words: `, held${where}.`, citations: citationsOf(meeting, meeting.place ? 'place' : 'mode') },
			disputes: doubtsAbout(network, meeting, ['title', 'body', 'dates', 'place', 'mode']),
		};
	});

/** Returns the name of the body that met, or an empty string if the title already contains the name. */
const bodyOf = ({ title, body }: Entry<'meetings'>): string =>
	title.includes(bodyNames[body]) ? '' : ` of the ${bodyNames[body]}`;

const officeChanges = (network: Network): Change[] =>
	(['since', 'until'] as const).flatMap((field) => {
		const groups = Map.groupBy(network.entries.offices, (office) => office[field]);
		return [...groups].flatMap(([date, offices]): Change[] => {
			if (date === undefined) return [];
			return [
				{
					date,
					before:
						field === 'since'
							? 'Offices in the network from then on: '
							: 'Offices in the network until then: ',
					links: offices.map((office) => ({
						label: `${office.name} (${find(network, 'members', office.country).name})`,
						to: office,
					})),
					after: '.',
					citations: offices.flatMap((office) => citationsOf(office, field)),
					disputes: [...new Set(offices.flatMap((office) => doubtsAbout(network, office, [field, 'name'])))],
				},
			];
		});
	});

/** Returns all dates on which the members, chair or Board changed, sorted by their last possible day. */
export const turningPoints = memoize((network: Network) => {
	const turns = [...joinings(network), ...chairChanges(network)];
	const boardTurns = [...seatChanges(network), ...compositionChanges(network)];
	const dates = new Set([...turns, ...boardTurns].map(({ date }) => date));
	const changes = [...meetingsHeld(network), ...turns, ...officeChanges(network), ...boardTurns];
	const taken = new Set<string>();
	const points = [...Map.groupBy(changes, ({ date }) => date)]
		.filter(([date]) => dates.has(date))
		.sort(([a], [b]) => compareLastDays(a, b))
		.map(([date, changesThen]) => {
			const [start = ''] = date.split('/');
			// Use the first day as the id. If an earlier turning point has the same id, use the first and last day.
			const id = taken.has(start) ? date.replace('/', '--') : start;
			taken.add(id);
			// The turning point's page shows the network at the end of its last possible day.
			return { id, date, day: boundsOf(date).latest, changes: changesThen };
		});
	return points.map((point, index) => {
		const next = points.slice(index + 1).find(({ day }) => day > point.day);
		/** The last day before the next change. Missing if no later change is recorded. */
		const until = next && addDays(next.day, -1);
		return { ...point, until };
	});
});

/**
 * Groups turning points by year, from the first turning point to today or the last turning point, whichever is later. Each year also
 * includes the earlier turning point that still applies on 1 January.
 */
export const turningPointYears = memoize((network: Network) => {
	const points = turningPoints(network);
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return [];
	const byYear = Map.groupBy(points, ({ day }) => day.slice(0, 4));
	const end = last.day > network.today ? last.day : network.today;
	return yearsOf(`${first.day.slice(0, 4)}/${end.slice(0, 4)}`).map((year) => {
		const before = turningPointOn(network, `${String(Number(year) - 1)}-12-31`);
		return { year, before, points: byYear.get(year) ?? [] };
	});
});

const pointsInTime = memoize((network: Network) =>
	indexByTime(turningPoints(network), ({ day }) => ({ earliest: day, latest: day })),
);

/** Returns the latest turning point on or before a day. The turning point's page shows the network on that day. */
export const turningPointOn = (network: Network, day: string): TurningPoint | undefined =>
	pointsInTime(network).around(day).last;

const meetingsByPoint = memoize((network: Network) =>
	Map.groupBy(network.entries.meetings, ({ dates }) => turningPointOn(network, boundsOf(dates).latest)),
);

/** Returns the meetings between a turning point and the next one. */
export const meetingsWithin = (network: Network, point: TurningPoint): Entry<'meetings'>[] =>
	(meetingsByPoint(network).get(point) ?? []).filter(({ dates }) => dates !== point.date);

/** Describes the period until the next turning point, for example "from 6 December 2021 until 30 July 2022". */
export function periodInWords({ day, until }: TurningPoint): string {
	if (day === until) return `on ${dateInWords(day)}`;
	return `from ${dateInWords(day)} ${until === undefined ? 'on' : `until ${dateInWords(until)}`}`;
}
