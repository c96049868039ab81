import { seatNames } from '../schema/board.ts';
import { dateInWords, isExact, someTimeInWords, whenInWords, yearsOf } from '../schema/dates.ts';
import type { Citation } from '../schema/citation.ts';
import { boundsOf, compareText } from '../schema/edtf.ts';
import { bodyNames } from '../schema/meeting.ts';
import { capitalized, countedInWords, inSeries, titleWithin, uncapitalized } from '../schema/words.ts';
import { citationsOf } from './citations.ts';
import {
	chairCitations,
	chairLimits,
	chairSpans,
	endsWithOffice,
	isChaired,
	lastNaming,
	lengthEndOf,
} from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { addDays, dayAfter } from './time.ts';
import { growth, joiningCitations, officeCitations, officeStart } from './members.ts';
import { foundings, placeInWords } from './meetings.ts';
import { memberNames, addressOf, disputesAbout, type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { boardPeriods, type BoardPeriod, hostSeats } from './rotation.ts';
import { doubtsAboutState, stateOn } from './state.ts';

/** A single change, described in a sentence with links, such as "[Greece] joined." */
export interface Change {
	subject: 'members' | 'chair' | 'board' | 'offices' | 'meetings';
	/** Whether sources only stop stating a fact. The network itself may not have changed. */
	isLimit?: boolean;
	date: string;
	/** The first day on which the change applies, if this day is not within `date`. */
	day?: string;
	isDerived?: boolean;
	before: string;
	links: { label: string; to: Entry | BoardPeriod }[];
	after: string;
	/** The citations for the change; empty if it is derived. */
	citations: readonly Citation[];
	/** The second part of the sentence and its sources, such as ", held in Rome, Italy". */
	rest?: { words: string; citations: readonly Citation[] };
	disputes: readonly Entry<'disputes'>[];
}

export type DatedChanges = ReturnType<typeof datedChanges>[number];

/**
 * A period between two possible changes to the members, chair or Board. The network stays the same throughout the period, so one page
 * describes the whole period.
 */
export type TurningPoint = ReturnType<typeof turningPoints>[number];

const joinings = (network: Network): Change[] =>
	growth(network).map(({ since, joined }) => ({
		subject: 'members',
		date: since,
		before: '',
		links: joined.map((member) => ({ label: member.name, to: member })),
		after: ' joined.',
		citations: [...new Set(joined.flatMap((member) => joiningCitations(network, member)))],
		disputes: [...new Set(joined.flatMap((member) => doubtsAbout(network, member, ['joined'])))],
	}));

const foundingChanges = (network: Network): Change[] =>
	foundings(network).map(({ part, name, meeting, citations }) => ({
		subject: part === 'boardRule' ? 'board' : 'chair',
		date: meeting.dates,
		before: 'The ',
		links: [{ label: titleWithin(meeting.title), to: meeting }],
		after: ` set up the ${name}.`,
		citations,
		disputes: doubtsAbout(network, meeting, ['dates']),
	}));

const chairChanges = (network: Network): Change[] =>
	chairSpans(network)
		.filter(isChaired)
		.flatMap((span) =>
			(['from', 'until'] as const).flatMap((end) => {
				const { term, [end]: date, over } = span;
				if (date === undefined) return [];
				const what =
					end === 'from'
						? 'became chair of the Secretariat'
						: lengthEndOf(term) === term.until
							? 'was due to stop chairing the Secretariat'
							: `stopped chairing the Secretariat${endsWithOffice(span) ? ' (day derived from the closing of its office)' : ''}`;
				return {
					subject: 'chair',
					date,
					...(end === 'until' && isExact(date) && over !== undefined && { day: over }),
					before: '',
					links: [{ label: find(network, 'members', term.country).name, to: term }],
					after: ` (${find(network, 'offices', term.office).name})`,
					citations: citationsOf(term, 'office'),
					rest: {
						words: ` ${what}.`,
						citations: chairCitations(network, span, end),
					},
					disputes: doubtsAbout(network, term, [end, 'office']),
				};
			}),
		);

/** Returns a change for each day after which the chair is no longer stated, or no longer derived (see `chairLimits`). */
const chairLimitChanges = (network: Network): Change[] =>
	chairLimits(network).map(({ span: { term }, was, date, isDerived, day }) => {
		const [before, after] =
			was === 'derived'
				? ['', '’s term as chair would end about this day, based on its stated length.']
				: isDerived
					? ['The last source that names ', ' as chair may date from this time (derived).']
					: ['No later dated source names ', ' as chair.'];
		return {
			subject: 'chair',
			isLimit: true,
			date,
			day,
			isDerived,
			before,
			links: [{ label: find(network, 'members', term.country).name, to: term }],
			after,
			citations: was === 'stated' ? (lastNaming(network, term)?.citations ?? []) : [],
			disputes: [],
		};
	});

const seatChanges = (network: Network): Change[] =>
	boardPeriods(network).map((period) => {
		const { meeting, hosts } = period;
		const seats = hostSeats.flatMap((seat) => {
			const holder = hosts[seat];
			if (!holder) return [];
			const reason = holder.by === 'elimination' ? ', by elimination' : '';
			return [`${holder.country.name} (${uncapitalized(seatNames[seat])}${reason})`];
		});
		return {
			subject: 'board',
			date: meeting.dates,
			before: 'From this meeting on, the rule gives seats on the ',
			links: [{ label: 'Executive Board', to: period }],
			after: ` to ${inSeries(seats)}.`,
			citations: [],
			disputes: [],
		};
	});

const compositionChanges = (network: Network): Change[] =>
	network.entries.board.flatMap((composition, index, { length }) => {
		const list = index === length - 1 ? 'the last known' : 'a known';
		const { period, periodNote } = composition;
		const [start = '', end = start] = period.split('/');
		const { earliest, latest } = boundsOf(period);
		const names = inSeries(memberNames(network, composition.members));
		const isDerived = periodNote !== undefined;
		return [
			{ date: start, day: earliest, words: ['earliest', 'begins'] },
			{ date: end, day: latest, words: ['latest', 'ends'] },
		].map(({ date, day, words: [bound = '', what = ''] }) => ({
			subject: 'board',
			isLimit: true,
			date,
			// A derived period has no stated first or last day.
			...(isDerived && { day, isDerived }),
			before: capitalized(`${list} `),
			links: [{ label: 'list of Board members', to: composition }],
			after: ` (${names}) ${isDerived ? `dates from this time at the ${bound} (derived)` : `${what} here`}.`,
			citations: citationsOf(composition, 'members'),
			disputes: doubtsAbout(network, composition, ['period', 'members']),
		}));
	});

const meetingsHeld = (network: Network): Change[] =>
	network.entries.meetings.map((meeting) => {
		const place = placeInWords(network, meeting);
		const where = place === undefined ? '' : meeting.place ? ` in ${place}` : ` ${place}`;
		return {
			subject: 'meetings',
			date: meeting.dates,
			before: 'The ',
			links: [{ label: titleWithin(meeting.title), to: meeting }],
			after: meeting.body === 'conference' ? ' of the network' : bodyOf(meeting),
			citations: citationsOf(meeting, 'dates'),
			rest: {
				words: ` was held${where}.`,
				citations: citationsOf(meeting, meeting.place ? 'place' : 'mode'),
			},
			disputes: doubtsAbout(network, meeting, ['title', 'body', 'dates', 'place', 'mode']),
		};
	});

/** Returns the name of the body that met, unless the meeting's title already contains it. */
const bodyOf = ({ title, body }: Entry<'meetings'>): string =>
	title.includes(bodyNames[body]) ? '' : ` of the ${bodyNames[body]}`;

const officeChanges = (network: Network): Change[] =>
	(['since', 'until'] as const).flatMap((field) => {
		const dateOf = (office: Entry<'offices'>) =>
			field === 'since' ? officeStart(network, office) : office.until;
		return [...Map.groupBy(network.entries.offices, dateOf)].flatMap(([date, offices]): Change[] => {
			if (date === undefined) return [];
			const counted = countedInWords(offices.length, 'office');
			const left = `${counted} left the network or closed: `;
			return [
				{
					subject: 'offices',
					date,
					...(field === 'until' && isExact(date) && { day: dayAfter(date) }),
					before:
						field === 'since'
							? `${capitalized(counted)} joined the network: `
							: isExact(date)
								? `At the end of this day, ${left}`
								: capitalized(left),
					links: offices.map((office) => ({
						label: `${office.name} (${find(network, 'members', office.country).name})`,
						to: office,
					})),
					after: '.',
					citations: [...new Set(offices.flatMap((office) => officeCitations(network, office, field)))],
					disputes: [...new Set(offices.flatMap((office) => doubtsAbout(network, office, [field, 'name'])))],
				},
			];
		});
	});

/**
 * Groups all changes to the members, chair, offices and Board by date, together with the meetings on that date. The groups are sorted by
 * their last possible day.
 */
export const datedChanges = memoize((network: Network) => {
	const turns = [
		...joinings(network),
		...foundingChanges(network),
		...chairChanges(network),
		...chairLimitChanges(network),
		...officeChanges(network),
		...seatChanges(network),
		...compositionChanges(network),
	];
	const dates = new Set(turns.map(({ date }) => date));
	const held = meetingsHeld(network).filter(({ date }) => dates.has(date));
	return [...Map.groupBy([...held, ...turns], ({ date, day }) => `${date} ${day ?? ''}`).values()]
		.flatMap((changes) => {
			const [change] = changes;
			if (!change) return [];
			const { date, day, isDerived = false } = change;
			const { earliest, latest } = boundsOf(date);
			// The changes may have happened from the day `first` on, and are certain from the day `settled` on.
			return { date, first: day ?? earliest, settled: day ?? latest, isDerived, changes };
		})
		.sort((a, b) => compareText(a.settled, b.settled) || compareText(a.first, b.first));
});

/** Returns the changes with the most precise date. Stated dates take precedence over derived dates. */
const mostPrecise = (changes: readonly DatedChanges[]): DatedChanges | undefined =>
	changes.toSorted((a, b) => Number(a.isDerived) - Number(b.isDerived) || b.date.length - a.date.length)[0];

/**
 * Returns the first change after a day. If several changes begin on the same day, returns the one with a stated rather than a derived date.
 */
export function nextChangeAfter(network: Network, day: string): DatedChanges | undefined {
	return datedChanges(network)
		.filter(({ first }) => first > day)
		.sort((a, b) => compareText(a.first, b.first) || Number(a.isDerived) - Number(b.isDerived))[0];
}

export const turningPoints = memoize((network: Network) => {
	const all = datedChanges(network);
	const days = [...new Set(all.flatMap(({ first, settled }) => [first, settled]))].sort();
	return days.map((day, index) => {
		const next = days[index + 1];
		const settled = all.filter((changes) => changes.settled === day);
		const begun = all.filter(({ first, settled }) => first === day && settled > day);
		return {
			id: begun[0]?.date.replace(/\/.*/, '') ?? day,
			/** The first day of the period. */
			day,
			/** The last day of the period; undefined if no later change is recorded. */
			until: next === undefined ? undefined : addDays(next, -1),
			/** The change that the period begins with. */
			begun: mostPrecise([...settled, ...begun]),
			/** The changes that had certainly happened by the first day of the period. */
			settled,
			/** The changes that may have happened on any day of the period. */
			possible: all.filter(({ first, settled }) => first <= day && day < settled),
			next: mostPrecise(all.filter(({ first, settled }) => first === next || settled === next)),
		};
	});
});

/** Returns the previous turning point. */
export const pointBefore = (
	network: Network,
	{ settled, possible }: TurningPoint,
): TurningPoint | undefined => {
	const [first] = [...settled, ...possible].map((changes) => changes.first).sort();
	return first === undefined ? undefined : turningPointOn(network, addDays(first, -1));
};

/** Returns whether the period of a turning point is over. Only past periods can be compared with today. */
export const isPast = (network: Network, { until }: TurningPoint): boolean =>
	until !== undefined && until < network.today;

/**
 * Groups changes by year, from the first change until today or the last change, whichever is later. Each year begins with the turning point
 * that still applies on 1 January.
 */
export const turningPointYears = memoize((network: Network) => {
	const all = datedChanges(network);
	const byYear = Map.groupBy(all, ({ settled }) => settled.slice(0, 4));
	const [first, last] = [turningPoints(network)[0], all.at(-1)];
	if (!first || !last) return [];
	const end = last.settled > network.today ? last.settled : network.today;
	return yearsOf(`${first.day.slice(0, 4)}/${end.slice(0, 4)}`).map((year) => ({
		year,
		before: turningPointOn(network, `${String(Number(year) - 1)}-12-31`),
		changes: byYear.get(year) ?? [],
	}));
});

export const turningPointOn = (network: Network, day: string): TurningPoint | undefined =>
	turningPoints(network).findLast((point) => point.day <= day);

const meetingsByPoint = memoize((network: Network) =>
	Map.groupBy(network.entries.meetings, ({ dates }) => turningPointOn(network, boundsOf(dates).latest)),
);

/** Returns the meetings between a turning point and the next one. */
export const meetingsWithin = (network: Network, point: TurningPoint): Entry<'meetings'>[] =>
	(meetingsByPoint(network).get(point) ?? []).filter(({ dates }) =>
		point.settled.every(({ date }) => date !== dates),
	);

/**
 * Returns the disputes about the network and its meetings during a period. Includes disputes about the next change, because that change may
 * have happened within the period.
 */
export const disputesWithin = (network: Network, point: TurningPoint): readonly Entry<'disputes'>[] => {
	const { day, settled, possible } = point;
	const next = nextChangeAfter(network, day);
	const changes = [...settled, ...possible, ...(next ? [next] : [])].flatMap((dated) => dated.changes);
	return [
		...new Set([
			...Object.values(doubtsAboutState(network, stateOn(network, day))).flat(),
			...changes.flatMap(({ disputes }) => disputes),
			...meetingsWithin(network, point).flatMap((meeting) =>
				disputesAbout(network, meeting).filter(({ about }) =>
					about.some(({ record, field }) => record === addressOf(meeting) && field !== undefined),
				),
			),
		]),
	];
};

/** Says when a group of changes happened, for example "in March 2017 (day unknown)". */
export const changeTimeInWords = ({ date, first, settled, isDerived }: DatedChanges): string =>
	isDerived
		? `${whenInWords(date)} (derived)`
		: first === settled || isExact(date)
			? whenInWords(date)
			: someTimeInWords(date);

/** Returns the date of a group of changes in words, for example "March 2017 (day unknown)". */
export const changeDateInWords = (changes: DatedChanges): string =>
	changeTimeInWords(changes).replace(/^(?:in|on) /, '');

/** Describes the day on which a period begins or ends. For the last day of a month, this is "the end of March 2017". */
function boundaryInWords({ date }: DatedChanges, day: string, isStart: boolean): string {
	const [start = '', end = start] = date.split('/');
	const part = day > boundsOf(start).latest ? end : start;
	const { earliest, latest } = boundsOf(part);
	const isWhole = isExact(part) || day !== (isStart ? earliest : latest);
	return `${isWhole ? '' : `the ${isStart ? 'start' : 'end'} of `}${dateInWords(part)}`;
}

/** Describes the day on which a turning point begins, such as "6 December 2021", "the end of March 2017" or "after 24 February 2023". */
export function startInWords({ day, begun }: TurningPoint): string {
	if (!begun) return '';
	const isAfter = day > boundsOf(begun.date).latest;
	return `${isAfter ? 'after ' : ''}${boundaryInWords(begun, day, day < begun.settled)}${begun.isDerived ? ' (derived)' : ''}`;
}

/** Describes a period by the changes before and after it, for example "between March 2017 and 12 October 2017". */
export function periodInWords({ day, until, begun, possible, next }: TurningPoint): string {
	if (!begun) return '';
	const derived = begun.isDerived || next?.isDerived ? ' (derived)' : '';
	const start = boundaryInWords(begun, day, true);
	const isAfter = day > boundsOf(begun.date).latest;
	if (!next || until === undefined) return `${isAfter ? 'after' : 'since'} ${start}${derived}`;
	const whole = possible.find((changes) => changes.first === day && changes.settled === addDays(until));
	if (whole) return whenInWords(whole.date);
	if (day === until && begun.settled === day && isExact(begun.date)) return `on ${dateInWords(day)}`;
	const end = boundaryInWords(next, addDays(until), false);
	return `${isAfter ? `after ${start}, until` : `between ${start} and`} ${end}${derived}`;
}

/** Says on which days a turning point applies, or when its possible changes become certain. */
export function stateDaysInWords({ day, until, possible }: TurningPoint): string {
	const last = possible.toSorted((a, b) => compareText(a.settled, b.settled)).at(-1);
	if (last)
		return `The changes below certainly happened by the end of ${dateInWords(last.date.replace(/.*\//, ''))}, perhaps earlier.`;
	return day === until
		? `This page shows the network at the end of ${dateInWords(day)}.`
		: `This page shows the network ${until === undefined ? 'after the last change' : 'until the next change'}.`;
}
