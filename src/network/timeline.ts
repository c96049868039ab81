import { compareDates } from '../schema/edtf.ts';
import { dateInWords, yearsOf } from '../schema/dates.ts';
import { recordKinds } from '../schema/index.ts';
import type { EventKind } from '../schema/kinds.ts';
import { counted, inSeries } from '../schema/words.ts';
import { type ChairSpan, chairSpansDuring } from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { growth } from './members.ts';
import { meetingsOf, placeInWords } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { stateOn } from './state.ts';
import { type TurningPoint, turningPointBy, turningPoints } from './turning-points.ts';

/** What one event of a kind is called, and many: as its records are, where no other name says more. */
export const eventKindNames: Record<EventKind, { one: string; many: string }> = {
	...recordKinds,
	board: { one: 'Executive Board', many: 'Executive Board' },
	members: { one: 'Membership', many: 'Membership' },
	secretariat: { one: 'Secretariat', many: 'Secretariat' },
};

/** One entry of the timeline. */
export interface TimelineEvent {
	kind: EventKind;
	date: string;
	title: string;
	text?: string | undefined;
	/** The records that say so. */
	entries: readonly [Entry, ...Entry[]];
	/** The disputes about what is shown of it. */
	disputes: readonly Entry<'disputes'>[];
}

/** Everything that the record dates, in order of date: by the earliest day, then by the latest. */
export const timelineOf = memoize((network: Network): readonly TimelineEvent[] => {
	const { meetings, secretariat, board, documents, milestones } = network.entries;
	const memberNamed = (id: string): string => find(network, 'members', id).name;
	/** What a record says of a date, with the fields from which its words are made. */
	const event = (
		kind: EventKind,
		entry: Entry,
		told: Pick<TimelineEvent, 'date' | 'title' | 'text'>,
		fields: readonly string[],
	): TimelineEvent => {
		const disputes = doubtsAbout(network, entry, fields, { whole: true });
		return { kind, ...told, entries: [entry], disputes };
	};
	return [
		...meetings.map((meeting) => {
			const title = [meeting.title, placeInWords(network, meeting)].filter(Boolean).join(', ');
			const fields = ['title', 'dates', 'body', 'number', 'place', 'mode'];
			const kind = meeting.body === 'conference' ? 'meetings' : 'board';
			return event(kind, meeting, { date: meeting.dates, title }, fields);
		}),
		...joiningEvents(network),
		...secretariat.flatMap((term) => {
			const { name } = find(network, 'offices', term.office);
			const title = `${memberNamed(term.country)} takes the chair of the Secretariat`;
			const text = `${name}. ${term.began.how}`;
			const fields = ['country', 'office', 'from', 'began'];
			const began = event('secretariat', term, { date: term.from, title, text }, fields);
			if (term.until === undefined || term.ended === undefined) return [began];
			const ended = { date: term.until, title: `Term of the ${name} ends`, text: term.ended.how };
			return [began, event('secretariat', term, ended, ['office', 'until', 'ended'])];
		}),
		...board.map((composition) => {
			const { period: date, periodNote: text = `Current ${dateInWords(date)}.`, members } = composition;
			const title = `Board: ${inSeries(members.map(({ country }) => memberNamed(country)))}`;
			return event('board', composition, { date, title, text }, ['members', 'period']);
		}),
		...documents.map((document) => {
			const { date, title, dateNote: text } = document;
			return event('documents', document, { date, title, text }, ['title', 'date']);
		}),
		...milestones.map((milestone) => {
			const { date, title, text } = milestone;
			return event('milestones', milestone, { date, title, text }, Object.keys(milestone));
		}),
	].sort((a, b) => compareDates(a.date, b.date));
});

const joiningEvents = (network: Network): TimelineEvent[] =>
	growth(network).map(({ date, joined, total }) => {
		const [first] = joined;
		const alone = joined.length === 1;
		const disputes = joined.flatMap((member) => doubtsAbout(network, member, ['joined'], { whole: true }));
		return {
			kind: 'members',
			date,
			title: alone ? `${first.name} joins` : `${counted(joined.length, 'country', 'countries')} join`,
			text: alone
				? `${first.joined.how} ${counted(total, 'member')} from then on.`
				: `${inSeries(joined.map(({ name }) => name))}.`,
			entries: joined,
			disputes: [...new Set(disputes)],
		};
	});

/** The year under which the timeline shows an event: the one in which it began. */
export const yearOf = ({ date }: TimelineEvent): string => date.slice(0, 4);

/** A year on the timeline, and what held in it. */
export interface TimelineYear {
	year: string;
	/** What began in it, in order of date. */
	events: readonly TimelineEvent[];
	/** Whether no annual meeting of the conference is recorded, though the network had met before. */
	lacksMeeting: boolean;
	/** The terms in the chair in it, and the spans for which no source names one. */
	chairs: readonly ChairSpan[];
	/** How many countries had surely joined by its end, or by today if that is earlier; derived. */
	memberCount: number;
	isOver: boolean;
	/** The last turning point by then, once there was a network. */
	end: TurningPoint | undefined;
}

/** The years in which anything is dated or turns, and every year between the first meeting of the conference and the last event. */
export const timelineYears = memoize((network: Network): TimelineYear[] => {
	const events = Map.groupBy(timelineOf(network), yearOf);
	const conference = meetingsOf(network, 'conference');
	const withMeeting = new Set(conference.flatMap(({ dates }) => yearsOf(dates)));
	const first = conference[0]?.dates.slice(0, 4);
	const last = [...events.keys()].sort().at(-1);
	const between =
		first !== undefined && last !== undefined && first <= last ? yearsOf(`${first}/${last}`) : [];
	const turns = turningPoints(network).map(({ day }) => day.slice(0, 4));
	return [...new Set([...events.keys(), ...between, ...turns])].sort().map((year) => {
		const lastDay = `${year}-12-31`;
		const isOver = lastDay <= network.today;
		const until = isOver ? lastDay : network.today;
		return {
			year,
			events: events.get(year) ?? [],
			lacksMeeting: first !== undefined && year > first && !withMeeting.has(year),
			chairs: chairSpansDuring(network, `${year}-01-01`, lastDay),
			memberCount: stateOn(network, until).members.length,
			isOver,
			end: turningPointBy(network, until),
		};
	});
});

/** Returns the years that have events of a kind, with only these events. */
export const yearsWith = (network: Network, kind: EventKind): TimelineYear[] =>
	timelineYears(network)
		.map((year) => ({ ...year, events: year.events.filter((event) => event.kind === kind) }))
		.filter(({ events }) => events.length > 0);
