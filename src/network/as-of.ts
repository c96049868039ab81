import { boundsOf, compareText } from '../schema/edtf.ts';
import { type MeetingBody, bodyNames } from '../schema/meeting.ts';
import { type ChairedSpan, chairSpans, chairsOn, isChaired } from './chair.ts';
import { dateInWords, whenInWords } from '../schema/dates.ts';
import { doubtsAbout } from './doubt.ts';
import { type Happened, happenedBy, narrowedTo } from './happened.ts';
import { inSeries } from './labels.ts';
import { seatNames } from '../schema/board.ts';
import { meetingsOf, placeInWords } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { pathOf } from './paths.ts';
import { type BoardPeriod, boardPeriods, boardPeriodsOn, hostSeats } from './rotation.ts';
import { recordKinds } from '../schema/index.ts';

/*
 * The network on a date: what held at the end of a day. An event whose date is less exact than a day has surely happened on the
 * last day it can mean, and from the first on perhaps (see happened.ts). A country's joining and a term's ends count from the
 * meeting at which they happened, where the record names one.
 */

/** Something that holds at the end of a day, or perhaps does, where a date leaves it open. */
export interface Standing<T> {
	of: T;
	/** Since when: an EDTF date or interval. */
	since: string;
	isSure: boolean;
}

/** The meetings of one body around a day. */
export interface MeetingsAround {
	last: Entry<'meetings'> | undefined;
	/** Those that have perhaps been held, or are being held. */
	perhaps: Entry<'meetings'>[];
	next: Entry<'meetings'> | undefined;
}

/** The network at the end of a day. */
export interface NetworkOn {
	day: string;
	/** In order of joining. */
	members: Standing<Entry<'members'>>[];
	chairs: { span: ChairedSpan; isSure: boolean }[];
	/** The seats of the Board by its rule, and those that have perhaps taken their place. */
	board: BoardPeriod | undefined;
	boardPerhaps: BoardPeriod | undefined;
	/** The last composition that a source states for a time that has begun. */
	stated: { composition: Entry<'board'>; began: Happened; isOver: boolean } | undefined;
	meetings: Record<MeetingBody, MeetingsAround>;
	/** The offices that a source dates as belonging. */
	offices: Standing<Entry<'offices'>>[];
}

/** A country's date of joining, as exact as the meeting at which it joined makes it. */
export const joiningOf = (network: Network, { joined }: Entry<'members'>): string =>
	narrowedTo(joined.date, joined.meeting && find(network, 'meetings', joined.meeting).dates);

function standingOn<T>(of: T, since: string, until: string | undefined, day: string): Standing<T>[] {
	const began = happenedBy(since, day);
	const ended = until === undefined ? 'not-yet' : happenedBy(until, day);
	if (began === 'not-yet' || ended === 'surely') return [];
	return [{ of, since, isSure: began === 'surely' && ended === 'not-yet' }];
}

/** The meetings of a body that the record counts; special meetings of the conference have no number. */
const countedMeetings = (network: Network, body: MeetingBody): Entry<'meetings'>[] =>
	meetingsOf(network, body).filter(({ number }) => body !== 'conference' || number !== undefined);

function meetingsAround(network: Network, body: MeetingBody, day: string): MeetingsAround {
	const dated = countedMeetings(network, body).map((meeting) => ({
		meeting,
		held: happenedBy(meeting.dates, day),
	}));
	return {
		last: dated.findLast(({ held }) => held === 'surely')?.meeting,
		perhaps: dated.filter(({ held }) => held === 'perhaps').map(({ meeting }) => meeting),
		next: dated.find(({ held }) => held === 'not-yet')?.meeting,
	};
}

/** First and last part of a period of time. */
const endsOf = (period: string): { start: string; end: string } => {
	const [start = period, end = start] = period.split('/');
	return { start, end };
};

function statedBoardOn(network: Network, day: string): NetworkOn['stated'] {
	const stated = network.entries.board
		.map((composition) => {
			const { start, end } = endsOf(composition.period);
			return {
				composition,
				began: happenedBy(start, day),
				isOver: happenedBy(end, day) === 'surely',
			};
		})
		.filter(({ began }) => began !== 'not-yet');
	return stated.at(-1);
}

/**
 * What held at the end of a day.
 *
 * @param day `YYYY-MM-DD`
 */
export function networkOn(network: Network, day: string): NetworkOn {
	const { now, perhaps } = boardPeriodsOn(network, day);
	const members = network.entries.members
		.flatMap((member) => standingOn(member, joiningOf(network, member), undefined, day))
		.sort((a, b) => byLastDay(a.since, b.since));
	const offices = network.entries.offices.flatMap((office) =>
		office.since === undefined ? [] : standingOn(office, office.since, office.until, day),
	);
	return {
		day,
		members,
		chairs: chairsOn(network, day),
		board: now,
		boardPerhaps: perhaps,
		stated: statedBoardOn(network, day),
		meetings: {
			conference: meetingsAround(network, 'conference', day),
			'executive-board': meetingsAround(network, 'executive-board', day),
		},
		offices,
	};
}

/** One thing that changed, as a sentence around links: "[Greece] joined." */
export interface Change {
	/** When, as an EDTF date or interval. */
	date: string;
	before: string;
	links: { label: string; path: string }[];
	after: string;
	/** The sources that state it, or from which it is derived. */
	sources: readonly string[];
	isDerived: boolean;
	/** The questions on which sources differ about its date. */
	disputes: readonly Entry<'disputes'>[];
}

/** A date on which anything changed: the page of the network on that date tells of the state at its end. */
export interface ChangePoint {
	/** An EDTF date or interval. */
	date: string;
	/** Its last day: the state on its page is that at the end of this day. */
	day: string;
	path: string;
	changes: Change[];
}

/** Orders two dates by their last day, then by their first: the order in which they have surely passed. */
export function byLastDay(a: string, b: string): number {
	const [x, y] = [boundsOf(a), boundsOf(b)];
	return compareText(x.latest, y.latest) || compareText(x.earliest, y.earliest);
}

const joinings = (network: Network): Change[] => {
	const groups = Map.groupBy(network.entries.members, (member) => joiningOf(network, member));
	return [...groups].map(([date, members]) => ({
		date,
		before: '',
		links: members.map((member) => ({ label: member.name, path: pathOf(member) })),
		after: ' joined.',
		sources: [...new Set(members.flatMap(({ joined, sources }) => joined.sources ?? sources))],
		isDerived: false,
		disputes: [...new Set(members.flatMap((member) => doubtsAbout(network, member, ['joined'])))],
	}));
};

const chairChanges = (network: Network): Change[] =>
	chairSpans(network)
		.filter(isChaired)
		.flatMap(({ term, from, until }): Change[] => {
			const link = { label: find(network, 'members', term.country).name, path: pathOf(term) };
			const office = find(network, 'offices', term.office).name;
			const began: Change = {
				date: from,
				before: '',
				links: [link],
				after: ` took the chair of the Secretariat, with its ${office}.`,
				sources: term.began.sources ?? term.sources,
				isDerived: false,
				disputes: doubtsAbout(network, term, ['from', 'office']),
			};
			if (until === undefined) return [began];
			const ended: Change = {
				date: until,
				before: 'The term of ',
				links: [link],
				after: ` in the chair of the Secretariat, with its ${office}, ended.`,
				sources: term.ended?.sources ?? term.sources,
				isDerived: false,
				disputes: doubtsAbout(network, term, ['until', 'office']),
			};
			return [began, ended];
		});

const meetingsHeld = (network: Network): Change[] =>
	network.entries.meetings.map((meeting) => {
		const place = placeInWords(network, meeting);
		const where = place === undefined ? '' : place === 'online' ? ' online' : ` in ${place}`;
		return {
			date: meeting.dates,
			before: '',
			links: [{ label: meeting.title, path: pathOf(meeting) }],
			after: `${meeting.body === 'conference' ? ' of the conference' : bodyOf(meeting)}, held${where}.`,
			sources: meeting.sources,
			isDerived: false,
			disputes: doubtsAbout(network, meeting, ['title', 'body', 'dates', 'place', 'mode']),
		};
	});

/** Titles of Board meetings mostly say whose they are. */
const bodyOf = ({ title, body }: Entry<'meetings'>): string =>
	title.includes(bodyNames[body]) ? '' : ` of the ${bodyNames[body]}`;

const boardChanges = (network: Network): Change[] => [
	...boardPeriods(network).map((period): Change => {
		const seats = hostSeats.flatMap((seat) => {
			const holder = period.hosts[seat];
			return holder ? [`${holder.country.name} (${seatNames[seat].toLowerCase()})`] : [];
		});
		return {
			date: period.meeting.dates,
			before: 'The hosts’ seats on the ',
			links: [{ label: 'Executive Board', path: `${recordKinds.board.list}#from-${period.meeting.id}` }],
			after: `, by its rule, from this meeting: ${inSeries(seats)}.`,
			sources: [],
			isDerived: true,
			disputes: [],
		};
	}),
	...network.entries.board.flatMap((composition): Change[] => {
		const { start, end } = endsOf(composition.period);
		const names = inSeries(composition.members.map(({ country }) => find(network, 'members', country).name));
		const link = { label: 'composition of the Executive Board', path: pathOf(composition) };
		const { sources } = composition;
		return [
			{
				date: start,
				before: 'The time begins for which a source states a ',
				links: [link],
				after: `: ${names}.`,
				sources,
				isDerived: false,
				disputes: doubtsAbout(network, composition, ['period', 'members']),
			},
			{
				date: end,
				before: 'The time ends for which a source states a ',
				links: [link],
				after: `: ${names}.`,
				sources,
				isDerived: false,
				disputes: doubtsAbout(network, composition, ['period', 'members']),
			},
		];
	}),
];

const officeChanges = (network: Network): Change[] =>
	(['since', 'until'] as const).flatMap((field) => {
		const groups = Map.groupBy(network.entries.offices, (office) => office[field]);
		return [...groups].flatMap(([date, offices]): Change[] => {
			if (date === undefined) return [];
			return [
				{
					date,
					before: `In the network ${field} then: `,
					links: offices.map((office) => ({
						label: `${office.name} (${find(network, 'members', office.country).name})`,
						path: pathOf(office),
					})),
					after: '.',
					sources: [...new Set(offices.flatMap(({ sources }) => sources))],
					isDerived: false,
					disputes: [...new Set(offices.flatMap((office) => doubtsAbout(network, office, [field, 'name'])))],
				},
			];
		});
	});

/** The path of the page that lists all dates. */
export const asOfPath = '/as-of/';

/** The dates on which anything changed, in the order in which they have surely passed, each with what changed. */
export function changePoints(network: Network): ChangePoint[] {
	const changes = [
		...meetingsHeld(network),
		...joinings(network),
		...chairChanges(network),
		...officeChanges(network),
		...boardChanges(network),
	];
	const taken = new Set<string>();
	return [...Map.groupBy(changes, ({ date }) => date)]
		.sort(([a], [b]) => byLastDay(a, b))
		.map(([date, changesThen]) => {
			// The address is the first day; a second date that begins with the same gives both of its ends.
			const { start } = endsOf(date);
			const slug = taken.has(start) ? date.replace('/', '--') : start;
			taken.add(slug);
			return {
				date,
				day: boundsOf(date).latest,
				path: `${asOfPath}${slug}/`,
				changes: changesThen,
			};
		});
}

/** The last date by the end of a day on which anything had changed: its page tells of that day. */
export const changePointFor = (points: readonly ChangePoint[], day: string): ChangePoint | undefined =>
	points.findLast((point) => point.day <= day);

/** The sources on which a page of the network on a date rests, in the order in which the page comes to them. */
export function sourcesOn(network: Network, changes: readonly Change[], then: NetworkOn): string[] {
	const { boardRule, sources } = network.account;
	const shown = [
		then.stated?.composition,
		...Object.values(then.meetings).flatMap(({ last, perhaps, next }) => [last, ...perhaps, next]),
		...then.offices.map(({ of }) => of),
	].filter((entry) => entry !== undefined);
	return [
		...new Set([
			...changes.flatMap((change) => change.sources),
			...then.members.flatMap(({ of: { joined, sources: own } }) => joined.sources ?? own),
			...then.chairs.flatMap(({ span: { term } }) => term.began.sources ?? term.sources),
			...(boardRule.sources ?? sources),
			...shown.flatMap((entry) => entry.sources),
		]),
	];
}

/** A change point in words: "after 4–5 June 2019", or, where no source gives the day, "by the end of March 2017". */
export function momentInWords(date: string): string {
	const { end } = endsOf(date);
	return `${end.length === 10 ? 'after' : 'by the end of'} ${dateInWords(date)}`;
}

/** When an event was that has perhaps happened: "some time in October 2021", "some time on 4–5 June 2019". */
export const someTimeInWords = (date: string): string => `some time ${whenInWords(date)}`;
