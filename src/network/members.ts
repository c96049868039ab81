import { seatNames } from '../schema/board.ts';
import { dateInWords, whenInWords } from '../schema/dates.ts';
import { compareDates } from '../schema/edtf.ts';
import type { Citation } from '../schema/citation.ts';
import { citationsOf } from './citations.ts';
import { doubtsAbout } from './doubt.ts';
import { compareLastDays, narrowDate } from './time.ts';
import { fromItsPlace, hostCountry, placeInWords } from './meetings.ts';
import { disputesAbout, type Entry, find, indexed, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

export interface MemberEvent {
	date: string;
	what: string;
	/** The record to link to. Events in the member's own record have no link. */
	entry?: Entry | undefined;
	/** The text after the link to the record. */
	detail?: string | undefined;
	/** If no source states the event, an explanation of how it was derived. */
	derived?: string | undefined;
	/** The disputes about the member's role in the event. */
	disputes: readonly Entry<'disputes'>[];
	/** The disputes about other displayed values of the event, such as the date of a meeting. */
	doubts?: readonly Entry<'disputes'>[];
}

/** Returns a member's offices, in the order in which the offices joined the network. */
export const officesOf = ({ entries }: Network, { id }: Entry<'members'>): readonly Entry<'offices'>[] =>
	entries.offices.filter(({ country }) => country === id);

/** Returns the history of a member in chronological order: when it joined, signed documents, hosted meetings and took the chair. */
export const memberEvents = indexed((network) => {
	const { members, documents, meetings, secretariat, board } = network.entries;
	const events: (readonly [member: string, event: MemberEvent])[] = [
		...members.map((member) => {
			const { date, meeting } = member.joined;
			const entry = meeting === undefined ? undefined : find(network, 'meetings', meeting);
			const what = entry ? 'Joined the network at' : 'Joined the network';
			return [member.id, { date, what, entry, disputes: doubtsAbout(network, member, ['joined']) }] as const;
		}),
		...documents.flatMap((entry) =>
			(entry.signatories ?? []).map(({ country, date }) => {
				const disputes = disputesAbout(network, entry, `signatories.${country}`);
				return [country, { date, what: 'Signed', entry, disputes }] as const;
			}),
		),
		...meetings.flatMap((entry) => partsIn(network, entry)),
		...secretariat.flatMap((entry) => {
			const disputes = doubtsAbout(network, entry, ['office', 'from', 'until']);
			const ends = [
				[entry.from, 'Took the chair with its'],
				[entry.until, 'End of the term as chair, held by its'],
			] as const;
			return ends.flatMap(([date, what]) =>
				date === undefined ? [] : [[entry.country, { date, what, entry, disputes }] as const],
			);
		}),
		...board.flatMap((entry) => {
			const derived = entry.periodNote === undefined ? undefined : 'period derived';
			const shared = { date: entry.period, what: 'Named as a member of the', entry, derived };
			return entry.members.map(({ country, seat }) => {
				const disputes = disputesAbout(network, entry, `members.${country}`);
				const doubts = doubtsAbout(network, entry, ['period']);
				return [country, { ...shared, doubts, detail: seat && seatNames[seat], disputes }] as const;
			});
		}),
	];
	return events.sort(([, a], [, b]) => compareDates(a.date, b.date));
});

/** Lists how members were involved in a meeting: as host, participant or originally planned host. */
function partsIn(network: Network, entry: Entry<'meetings'>) {
	const { dates, hostFirstPlanned, participants } = entry;
	const host = hostCountry(network, entry);
	const detail = placeInWords(network, entry);
	const part = (country: string | undefined, what: string, field: string, derived?: string) => {
		if (country === undefined) return [];
		const disputes = disputesAbout(network, entry, field);
		const doubts = doubtsAbout(network, entry, ['dates', 'place']);
		return [[country, { date: dates, what, entry, detail, derived, disputes, doubts }] as const];
	};
	return [
		...part(host?.country.id, 'Hosted', 'host', host?.derived ? `host ${fromItsPlace}` : undefined),
		// Leaves out hosts, because they always take part.
		...(participants?.countries ?? [])
			.filter((country) => country !== host?.country.id)
			.flatMap((country) => part(country, 'Took part in', `participants.countries.${country}`)),
		...part(hostFirstPlanned?.country, 'Was first planned as host of', 'hostFirstPlanned'),
	];
}

/**
 * Returns the meetings that a member attended or hosted according to sources, and the meetings that it hosted according to their place
 * (derived). Includes the disputes that affect whether the member attended a meeting.
 */
export function meetingsWith(network: Network, member: Entry<'members'>) {
	const { meetings } = network.entries;
	const listed = (meeting: Entry<'meetings'>) => meeting.participants?.countries?.includes(member.id);
	const attended = meetings.filter(
		(meeting) => listed(meeting) === true || meeting.host?.country === member.id,
	);
	const hosted = meetings.filter(
		(meeting) => !attended.includes(meeting) && hostCountry(network, meeting)?.country === member,
	);
	const joined = joiningDate(network, member);
	const missed = meetings.filter(
		(meeting) =>
			meeting.body === 'conference' && listed(meeting) === false && compareDates(meeting.dates, joined) > 0,
	);
	return {
		attended,
		hosted,
		disputes: [
			...new Set([
				...attended.flatMap((meeting) => [
					...disputesAbout(network, meeting, `participants.countries.${member.id}`),
					...disputesAbout(network, meeting, 'host'),
				]),
				...missed.flatMap((meeting) => doubtsAbout(network, meeting, ['participants'])),
			]),
		],
	};
}

/** Returns the date on which a country joined. If the country joined at a meeting, the meeting's dates make the date more precise. */
export const joiningDate = (network: Network, { joined }: Entry<'members'>): string =>
	narrowDate(joined.date, joined.meeting && find(network, 'meetings', joined.meeting).dates);

/**
 * Returns the date on which an office joined. For an office that joined in the same month as its country, returns the country's more
 * precise date.
 */
export const officeStart = (network: Network, { country, since }: Entry<'offices'>): string | undefined =>
	since === undefined
		? undefined
		: narrowDate(since, joiningDate(network, find(network, 'members', country)));

/**
 * Says when an office joined the network. If no end date is known, adds the date of the latest source, because sources say nothing about
 * later years.
 */
export function officeJoined(network: Network, office: Entry<'offices'>): string | undefined {
	if (office.since === undefined) return undefined;
	const joined = `joined ${whenInWords(office.since)}`;
	const published = citationsOf(office, 'since')
		.flatMap(({ id }) => find(network, 'sources', id).published ?? [])
		.toSorted(compareLastDays)
		.at(-1);
	return published === undefined || office.until !== undefined
		? joined
		: `${joined}, according to a source of ${dateInWords(published)}`;
}

/** Returns the citations for a country's date of joining, including the dates of the meeting if the country joined at a meeting. */
export const joiningCitations = (network: Network, member: Entry<'members'>): readonly Citation[] => {
	const { date, meeting } = member.joined;
	const isNarrowed = meeting !== undefined && joiningDate(network, member) !== date;
	return [
		...citationsOf(member, 'joined', 'date'),
		...(isNarrowed ? citationsOf(find(network, 'meetings', meeting), 'dates') : []),
	];
};

/**
 * Returns the citations for the date on which an office joined or left. Includes the citations for the country's date if this makes the
 * office's date more precise.
 */
export const officeCitations = (
	network: Network,
	office: Entry<'offices'>,
	field: 'since' | 'until',
): readonly Citation[] => {
	const isNarrowed = field === 'since' && officeStart(network, office) !== office.since;
	const own = citationsOf(office, field);
	return isNarrowed ? [...own, ...joiningCitations(network, find(network, 'members', office.country))] : own;
};

/** Returns the members in the order in which they joined. Imprecise dates are sorted by their last possible day. */
export const membersByJoining = memoize((network: Network): readonly Entry<'members'>[] =>
	network.entries.members.toSorted((a, b) =>
		compareLastDays(joiningDate(network, a), joiningDate(network, b)),
	),
);

/** Returns the members that joined together, with the total number of members afterwards (derived). */
export const growth = memoize((network: Network) => {
	const groups = Map.groupBy(membersByJoining(network), (member) =>
		JSON.stringify([member.joined.date, joiningDate(network, member)]),
	);
	let total = 0;
	return [...groups.values()].map((members) => {
		const joined = members as [Entry<'members'>, ...Entry<'members'>[]];
		total += joined.length;
		// If members joined at a meeting, the meeting's dates make `since` more precise than `date`.
		return { date: joined[0].joined.date, since: joiningDate(network, joined[0]), joined, total };
	});
});
