import { seatNames } from '../schema/board.ts';
import { compareDates } from '../schema/edtf.ts';
import { doubtsAbout } from './doubt.ts';
import { byLastDay, narrowedTo } from './happened.ts';
import { fromItsPlace, hostCountry, placeInWords } from './meetings.ts';
import { type Entry, find, groupInto, type Network } from './network.ts';
import { bounds, type ListPage, pagesOfItems, stepsOfDate } from './parts.ts';
import { pathOf } from './paths.ts';
import { remembered } from '../records/remembered.ts';

/** One thing a member did, on the page of the record that says so. */
export interface MemberEvent {
	date: string;
	what: string;
	/** The record to link to after the words; absent where the member's own record says it. */
	entry?: Entry | undefined;
	/** What to add after the link to the record. */
	detail?: string | undefined;
	/** How it was concluded, where no source states it. */
	derived?: string | undefined;
	/** The disputes about what is shown of it. */
	disputes: readonly Entry<'disputes'>[];
}

/** The offices of a member, in the order in which they were in the network. */
export const officesOf = (network: Network, member: Entry<'members'>): readonly Entry<'offices'>[] =>
	byCountry(network).get(member.id) ?? [];

const byCountry = remembered(({ entries }: Network) =>
	Map.groupBy(entries.offices, ({ country }) => country),
);

/** What a member did in the network, in order of date: joined, signed, hosted, chaired, sat on the Board, took part. */
export const memberEvents = (network: Network, member: Entry<'members'>): readonly MemberEvent[] =>
	eventsByMember(network).get(member.id) ?? [];

/** The pages that tell what a member did. */
export const pagesOfMember = (network: Network, member: Entry<'members'>): ListPage<MemberEvent>[] =>
	pagesOfItems(pathOf(member), memberEvents(network, member), ({ date }) => stepsOfDate(date), bounds.rows);

/** An event with the id of its member. */
type OwnEvent = readonly [member: string, event: MemberEvent];

const eventsByMember = remembered((network: Network) => {
	const { members, documents, meetings, secretariat, board } = network.entries;
	const events = [
		...members.map((member) => joiningEvent(network, member)),
		...documents.flatMap((document) => signatures(network, document)),
		...meetings.flatMap((meeting) => parts(network, meeting)),
		...secretariat.flatMap((term) => boundaries(network, term)),
		...board.flatMap((composition) => seats(network, composition)),
	];
	return groupInto(events.sort(([, a], [, b]) => compareDates(a.date, b.date)));
});

function joiningEvent(network: Network, member: Entry<'members'>): OwnEvent {
	const { date, meeting } = member.joined;
	const event = {
		date,
		what: meeting === undefined ? 'Joined the network' : 'Joined the network at',
		entry: meeting === undefined ? undefined : find(network, 'meetings', meeting),
		disputes: doubtsAbout(network, member, ['joined']),
	};
	return [member.id, event];
}

function signatures(network: Network, entry: Entry<'documents'>): OwnEvent[] {
	return (entry.signatories ?? []).map(({ country, date }) => [
		country,
		{ date, what: 'Signed', entry, disputes: doubtsAbout(network, entry, [`signatories.${country}`]) },
	]);
}

function parts(network: Network, entry: Entry<'meetings'>): OwnEvent[] {
	const { dates, hostFirstPlanned, participants } = entry;
	const host = hostCountry(network, entry);
	const place = placeInWords(network, entry);
	const part = (country: string | undefined, what: string, field: string, derived?: string): OwnEvent[] => {
		if (country === undefined) return [];
		const disputes = doubtsAbout(network, entry, ['dates', 'place', field]);
		return [[country, { date: dates, what, entry, detail: place, derived, disputes }]];
	};
	return [
		...part(host?.country.id, 'Hosted', 'host', host?.derived ? `host ${fromItsPlace}` : undefined),
		// A host takes part; saying so twice tells nothing.
		...(participants?.countries ?? [])
			.filter((country) => country !== host?.country.id)
			.flatMap((country) => part(country, 'Took part in', 'participants')),
		...part(hostFirstPlanned?.country, 'First planned as host of', 'hostFirstPlanned'),
	];
}

function boundaries(network: Network, entry: Entry<'secretariat'>): OwnEvent[] {
	const disputes = doubtsAbout(network, entry, ['office', 'from', 'until']);
	const began = { date: entry.from, what: 'Took the chair:', entry, disputes };
	if (entry.until === undefined) return [[entry.country, began]];
	const ended = { date: entry.until, what: 'End of the term in the chair:', entry, disputes };
	return [
		[entry.country, began],
		[entry.country, ended],
	];
}

function seats(network: Network, entry: Entry<'board'>): OwnEvent[] {
	const disputes = doubtsAbout(network, entry, ['members', 'period']);
	return entry.members.map(({ country, seat }) => [
		country,
		{ date: entry.period, what: 'Named on the Board:', entry, detail: seat && seatNames[seat], disputes },
	]);
}

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
	const byYear = Map.groupBy(members, ({ joined }) => joined.date.slice(0, 4));
	return [...byYear.keys()].sort().map((year) => ({ year, members: byYear.get(year) ?? [] }));
}
