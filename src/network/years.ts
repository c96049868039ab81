import type { MeetingBody } from '../schema/meeting.ts';
import { type ChairSpan, chairSpansDuring } from './chair.ts';
import { yearsOf } from '../schema/dates.ts';
import { joiningOf } from './members.ts';
import { meetingsOf } from './meetings.ts';
import { citedSources, type Entry, type Network } from './network.ts';
import { stateOn } from './state.ts';
import { timelineOf, type TimelineEvent } from './timeline.ts';
import { type TurningPoint, turningPointBy } from './turning-points.ts';

/** What happened in a year. */
export interface YearOnRecord {
	year: string;
	/** Everything dated in it, in order of date; what spans several years is in each. */
	events: TimelineEvent[];
	/** The meetings held in it, numbered or not. */
	meetings: Record<MeetingBody, Entry<'meetings'>[]>;
	/** Whether the network held none of its annual meetings, though it met before. */
	lacksMeeting: boolean;
	/** The terms in the chair in it, and the spans for which no source names one. */
	chairs: readonly ChairSpan[];
	/** How many countries had surely joined by its end; derived. */
	memberCount: number;
	joined: Entry<'members'>[];
	/** The last turning point by its end, once there was a network. */
	end: TurningPoint | undefined;
}

/** The path of the page of a year. */
export const yearPath = (year: string): string => `/years/${year}/`;

/** The sources that state an event of the timeline. */
export const sourcesOfEvent = ({ entries }: TimelineEvent): string[] => [
	...new Set(
		entries.flatMap((entry) =>
			entry.kind === 'members'
				? (entry.joined.sources ?? entry.sources)
				: 'sources' in entry
					? entry.sources
					: citedSources(entry),
		),
	),
];

/** The years on record: those in which anything is dated, and every year between the first meeting and the last event. */
export function yearsOnRecord(network: Network): YearOnRecord[] {
	const events = timelineOf(network);
	const dated = new Set(events.flatMap(({ date }) => yearsOf(date)));
	const first = Number(meetingsOf(network, 'conference')[0]?.dates.slice(0, 4));
	const last = Math.max(...[...dated].map(Number));
	for (let year = first; year <= last; year += 1) dated.add(String(year));
	return [...dated].sort().map((year) => {
		const isIn = ({ dates }: Entry<'meetings'>): boolean => yearsOf(dates).includes(year);
		const meetings = {
			conference: meetingsOf(network, 'conference').filter(isIn),
			'executive-board': meetingsOf(network, 'executive-board').filter(isIn),
		};
		const [firstDay, lastDay] = [`${year}-01-01`, `${year}-12-31`];
		return {
			year,
			events: events.filter(({ date }) => yearsOf(date).includes(year)),
			meetings,
			lacksMeeting: Number(year) >= first && meetings.conference.length === 0,
			chairs: chairSpansDuring(network, firstDay, lastDay),
			memberCount: stateOn(network, lastDay).members.length,
			joined: network.entries.members.filter((member) => yearsOf(joiningOf(network, member)).includes(year)),
			end: turningPointBy(network, lastDay),
		};
	});
}
