import { seatNames } from '../schema/board.ts';
import { compareDates } from '../schema/edtf.ts';
import { doubtsAbout } from './doubt.ts';
import { byLastDay, narrowedTo } from './happened.ts';
import { placeInWords } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { remembered } from './remembered.ts';

/** One thing a member did, on the page of the record that says so. */
export interface MemberEvent {
	date: string;
	what: string;
	/** The record to link to after the words; absent where the member's own record says it. */
	entry?: Entry;
	/** What to add after the link to the record. */
	detail?: string;
	/** The disputes about what is shown of it. */
	disputes: readonly Entry<'disputes'>[];
}

/** The offices of a member, in the order in which they were in the network. */
export const officesOf = (network: Network, member: Entry<'members'>): Entry<'offices'>[] =>
	network.entries.offices.filter((office) => office.country === member.id);

/** What a member did in the network, in order of date: joined, signed, hosted, chaired, sat on the Board, took part. */
export const memberEvents = (network: Network, member: Entry<'members'>): MemberEvent[] =>
	[
		joiningEvent(network, member),
		...network.entries.documents.flatMap((document) => signaturesOf(network, member, document)),
		...network.entries.meetings.flatMap((meeting) => partsIn(network, member, meeting)),
		...network.entries.secretariat
			.filter(({ country }) => country === member.id)
			.flatMap((term) => termOf(network, term)),
		...network.entries.board.flatMap((composition) => seatOn(network, member, composition)),
	].sort((a, b) => compareDates(a.date, b.date));

const joiningEvent = (network: Network, member: Entry<'members'>): MemberEvent => {
	const { date, meeting } = member.joined;
	return {
		date,
		what: meeting === undefined ? 'Joined the network' : 'Joined the network at',
		...(meeting !== undefined && { entry: find(network, 'meetings', meeting) }),
		disputes: doubtsAbout(network, member, ['joined']),
	};
};

const signaturesOf = (network: Network, member: Entry<'members'>, entry: Entry<'documents'>): MemberEvent[] =>
	(entry.signatories ?? [])
		.filter(({ country }) => country === member.id)
		.map(({ date }) => ({
			date,
			what: 'Signed',
			entry,
			disputes: doubtsAbout(network, entry, ['signatories']),
		}));

function partsIn(network: Network, member: Entry<'members'>, entry: Entry<'meetings'>): MemberEvent[] {
	const place = placeInWords(network, entry);
	const parts: { what: string; field: string }[] = [];
	if (entry.host?.country === member.id) parts.push({ what: 'Hosted', field: 'host' });
	// A host takes part; saying so twice tells nothing.
	else if (entry.participants?.countries?.includes(member.id))
		parts.push({ what: 'Took part in', field: 'participants' });
	if (entry.hostFirstPlanned?.country === member.id)
		parts.push({ what: 'First planned as host of', field: 'hostFirstPlanned' });
	return parts.map(({ what, field }) => ({
		date: entry.dates,
		what,
		entry,
		...(place !== undefined && { detail: place }),
		disputes: doubtsAbout(network, entry, ['dates', 'place', field]),
	}));
}

const termOf = (network: Network, entry: Entry<'secretariat'>): MemberEvent[] => [
	{
		date: entry.from,
		what: 'Took the chair:',
		entry,
		disputes: doubtsAbout(network, entry, ['office', 'from', 'until']),
	},
	...(entry.until === undefined
		? []
		: [
				{
					date: entry.until,
					what: 'End of the term in the chair:',
					entry,
					disputes: doubtsAbout(network, entry, ['office', 'from', 'until']),
				},
			]),
];

const seatOn = (network: Network, member: Entry<'members'>, entry: Entry<'board'>): MemberEvent[] =>
	entry.members
		.filter(({ country }) => country === member.id)
		.map(({ seat }) => ({
			date: entry.period,
			what: 'Named on the Board:',
			entry,
			...(seat && { detail: seatNames[seat] }),
			disputes: doubtsAbout(network, entry, ['members', 'period']),
		}));

/** A country's date of joining, as exact as the meeting at which it joined makes it. */
export const joiningOf = (network: Network, { joined }: Entry<'members'>): string =>
	narrowedTo(joined.date, joined.meeting && find(network, 'meetings', joined.meeting).dates);

/** The members in the order in which they have surely joined. */
export const inOrderOfJoining = remembered((network: Network): readonly Entry<'members'>[] =>
	network.entries.members.toSorted((a, b) => byLastDay(joiningOf(network, a), joiningOf(network, b))),
);

/** Members that joined at one time, and how many had joined by its end; a derived count. */
export interface GrowthStep {
	/** When, as the sources state it. */
	date: string;
	/** The same, as exact as the meeting at which they joined makes it. */
	since: string;
	joined: readonly [Entry<'members'>, ...Entry<'members'>[]];
	total: number;
}

/** How the network grew, in the order in which its members have surely joined. */
export const growth = remembered((network: Network): readonly GrowthStep[] => {
	const steps: GrowthStep[] = [];
	for (const member of inOrderOfJoining(network)) {
		const last = steps.at(-1);
		const [date, since, total] = [member.joined.date, joiningOf(network, member), (last?.total ?? 0) + 1];
		if (last?.date === date && last.since === since) {
			steps[steps.length - 1] = { ...last, joined: [...last.joined, member], total };
		} else steps.push({ date, since, joined: [member], total });
	}
	return steps;
});

/** Members by the year in which they joined, in order; the members of a year in the order given. */
export function byJoiningYear(
	members: readonly Entry<'members'>[],
): { year: string; members: Entry<'members'>[] }[] {
	const yearOf = (member: Entry<'members'>): string => member.joined.date.slice(0, 4);
	const years = [...new Set(members.map(yearOf))].sort();
	return years.map((year) => ({ year, members: members.filter((member) => yearOf(member) === year) }));
}
