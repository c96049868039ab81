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

/** The names of events: those of their kind of record, with some exceptions. */
export const eventKindNames: Record<EventKind, { one: string; many: string }> = {
	...recordKinds,
	board: { one: 'Executive Board', many: 'Executive Board' },
	members: { one: 'Membership', many: 'Membership' },
	secretariat: { one: 'Secretariat', many: 'Secretariat' },
};

/** An event on the timeline. */
export interface TimelineEvent {
	kind: EventKind;
	date: string;
	title: string;
	text?: string | undefined;
	/** The records that state it; several for countries that joined together. */
	entries: readonly [Entry, ...Entry[]];
	/** The disputes about the values shown. */
	disputes: readonly Entry<'disputes'>[];
}

/** Returns all events of the timeline, in order of date: by the earliest day, then by the latest. */
export const timelineOf = memoize((network: Network): readonly TimelineEvent[] => {
	const { meetings, secretariat, board, documents, milestones } = network.entries;
	const memberNamed = (id: string): string => find(network, 'members', id).name;
	/** @param fields the fields that the texts are made from */
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
			const { period: date, periodNote: text = `List of ${dateInWords(date)}.`, members } = composition;
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

/** Returns the year in which an event began. The timeline shows the event under this year. */
export const yearOf = ({ date }: TimelineEvent): string => date.slice(0, 4);

/** A year on the timeline. */
export interface TimelineYear {
	year: string;
	/** The events that began in this year, in order of date. */
	events: readonly TimelineEvent[];
	/** Whether no meeting of the conference is recorded in this year, though there were earlier ones. */
	lacksMeeting: boolean;
	/** The terms of chairs in this year, and the times without a named chair. */
	chairs: readonly ChairSpan[];
	/** The number of members at the end of the year, or today if that is earlier (derived). */
	memberCount: number;
	isOver: boolean;
	/** The last turning point by then; absent before the first. */
	end: TurningPoint | undefined;
}

/** Returns all years with events or turning points, and all years from the first conference meeting to the last event. */
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
