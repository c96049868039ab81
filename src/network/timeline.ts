import { compareDates } from '../schema/edtf.ts';
import { dateInWords, yearsOf } from '../schema/dates.ts';
import { kindOf, recordKinds } from '../schema/index.ts';
import { type EventKind, eventKinds } from '../schema/kinds.ts';
import { counted, inSeries, titleWithin } from '../schema/words.ts';
import { chairRuns } from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { titleOf } from './labels.ts';
import { growth } from './members.ts';
import { foundings, meetingsOf, placeInWords } from './meetings.ts';
import { memberNames, type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { stateInWords, stateOn } from './state.ts';
import { turningPointOn, turningPoints } from './turning-points.ts';

/** The names of the types of event. Most are the same as the names of the kinds of record. */
export const eventKindNames: Record<EventKind, { one: string; many: string }> = {
	...recordKinds,
	board: { one: 'Executive Board', many: 'Executive Board' },
	members: { one: 'Membership', many: 'Membership' },
	secretariat: { one: 'Secretariat', many: 'Secretariat' },
};

export interface TimelineEvent {
	kind: EventKind;
	date: string;
	title: string;
	text?: string | undefined;
	/** The records of the event. If several countries joined together, each country has its own record. */
	entries: readonly [Entry, ...Entry[]];
	/** Disputes about the values that are shown with the event. */
	disputes: readonly Entry<'disputes'>[];
}

type EventWords = Pick<TimelineEvent, 'date' | 'title' | 'text'>;

const eventOf = (
	network: Network,
	kind: EventKind,
	entry: Entry,
	words: EventWords,
	fields: readonly string[],
): TimelineEvent => {
	const disputes = doubtsAbout(network, entry, fields, { whole: true });
	return { kind, ...words, entries: [entry], disputes };
};

const foundingEvents = (network: Network): TimelineEvent[] =>
	foundings(network).map(({ part, name, meeting }) => {
		const title = `The ${titleWithin(meeting.title)} sets up the ${name}`;
		const kind = part === 'boardRule' ? 'board' : part;
		return eventOf(network, kind, meeting, { date: meeting.dates, title }, ['dates']);
	});

const meetingEvents = (network: Network): TimelineEvent[] =>
	network.entries.meetings.map((meeting) => {
		const title = [meeting.title, placeInWords(network, meeting)].filter(Boolean).join(', ');
		const fields = ['title', 'dates', 'body', 'number', 'place', 'mode'];
		const kind = meeting.body === 'conference' ? 'meetings' : 'board';
		return eventOf(network, kind, meeting, { date: meeting.dates, title }, fields);
	});

const compositionEvents = (network: Network): TimelineEvent[] =>
	network.entries.board.map((composition) => {
		const { period: date, periodNote: text = `List of ${dateInWords(date)}.`, members } = composition;
		const title = `Board: ${inSeries(memberNames(network, members))}`;
		return eventOf(network, 'board', composition, { date, title, text }, ['members', 'period']);
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
				? `${first.joined.how} The network then had ${counted(total, 'member')} (derived).`
				: `${inSeries(joined.map(({ name }) => name))}.`,
			entries: joined,
			disputes: [...new Set(disputes)],
		};
	});

const termEvents = (network: Network): TimelineEvent[] =>
	network.entries.secretariat.flatMap((term) => {
		const { name } = find(network, 'offices', term.office);
		const title = `${find(network, 'members', term.country).name} takes the chair of the Secretariat`;
		const text = `${name}. ${term.began.how}`;
		const fields = ['country', 'office', 'from', 'began'];
		const began = eventOf(network, 'secretariat', term, { date: term.from, title, text }, fields);
		if (term.until === undefined || term.ended === undefined) return [began];
		const ended = { date: term.until, title: `End of the term of the ${name}`, text: term.ended.how };
		return [began, eventOf(network, 'secretariat', term, ended, ['office', 'until', 'ended'])];
	});

const milestoneEvents = (network: Network): TimelineEvent[] =>
	network.entries.milestones.map((milestone) => {
		const { date, title, text } = milestone;
		return eventOf(network, 'milestones', milestone, { date, title, text }, Object.keys(milestone));
	});

/** Returns one event for each record of a kind, using the record's first date. */
const recordEvents = (network: Network, kind: EventKind): TimelineEvent[] =>
	network.entries[kind].flatMap((entry: Entry): TimelineEvent[] => {
		const [first] = Object.entries(kindOf(kind).dates?.(entry) ?? {});
		const [field, date] = first ?? [];
		if (field === undefined || date === undefined) return [];
		const words = {
			date,
			title: titleOf(network, entry),
			text: 'dateNote' in entry ? entry.dateNote : undefined,
		};
		return [eventOf(network, kind, entry, words, ['title', field])];
	});

/** Functions that return the events for a kind of record. For all other kinds, `recordEvents` returns the events. */
const eventsByKind: Partial<Record<EventKind, (network: Network) => TimelineEvent[]>> = {
	meetings: meetingEvents,
	board: compositionEvents,
	members: joiningEvents,
	secretariat: termEvents,
	milestones: milestoneEvents,
};

/** Returns all timeline events in chronological order. Imprecise dates are sorted by their earliest day, then by their latest day. */
export const timelineOf = memoize((network: Network): readonly TimelineEvent[] =>
	eventKinds
		.flatMap((kind) => [
			...foundingEvents(network).filter((event) => event.kind === kind),
			...(eventsByKind[kind]?.(network) ?? recordEvents(network, kind)),
		])
		.sort((a, b) => compareDates(a.date, b.date)),
);

/** Returns the year in which an event started. The timeline lists the event under this year. */
export const yearOf = ({ date }: TimelineEvent): string => date.slice(0, 4);

/**
 * Returns all years on the timeline: the years with events or turning points, and every year from the first conference meeting
 * to the last event.
 */
export const timelineYears = memoize((network: Network) => {
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
			/** The events that started in this year, in chronological order. */
			events: events.get(year) ?? [],
			/** Whether the year has no conference meeting on record, although there were earlier meetings. */
			lacksMeeting: first !== undefined && year > first && !withMeeting.has(year),
			chairs: chairRuns(network, `${year}-01-01`, until),
			/** The number of members at the end of the year, or today if the year is not over (derived). */
			members: stateInWords(network, stateOn(network, until)).members,
			isOver,
			end: turningPointOn(network, until),
		};
	});
});

/** Returns all years with events of a given kind, and only these events. */
export const yearsWith = (network: Network, kind: EventKind) =>
	timelineYears(network)
		.map((year) => ({ ...year, events: year.events.filter((event) => event.kind === kind) }))
		.filter(({ events }) => events.length > 0);
