import { boundsOf, compareDates } from '../schema/edtf.ts';
import { seatNames } from './labels.ts';
import { placeInWords } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** One thing a member did, on the page of the record that says so. */
export interface MemberEvent {
	date: string;
	what: string;
	entry: Entry;
	/** What to add after the link to the record. */
	detail?: string;
}

/** The offices of a member, in the order in which they were in the network. */
export const officesOf = (network: Network, member: Entry<'members'>): Entry<'offices'>[] =>
	network.entries.offices.filter((office) => office.country === member.id);

/** What a member did in the network, in order of date: joined, hosted, chaired, sat on the Board, took part. */
export function memberEvents(network: Network, member: Entry<'members'>): MemberEvent[] {
	const { meetings, secretariat, board, documents } = network.entries;
	const events: MemberEvent[] = [
		...documents.flatMap((entry) =>
			(entry.signatories ?? [])
				.filter(({ country }) => country === member.id)
				.map(({ date }) => ({ date, what: 'Signed', entry })),
		),
		...meetings.flatMap((entry): MemberEvent[] => {
			const place = placeInWords(network, entry);
			const roles = [
				entry.host?.country === member.id ? 'Hosted' : undefined,
				entry.hostFirstPlanned?.country === member.id ? 'First planned as host of' : undefined,
				entry.participants?.countries?.includes(member.id) ? 'Took part in' : undefined,
			].filter((what) => what !== undefined);
			// A host takes part; saying so twice tells nothing.
			const shown = roles.includes('Hosted') ? roles.filter((what) => what !== 'Took part in') : roles;
			return shown.map((what) => ({
				date: entry.dates,
				what,
				entry,
				...(place !== undefined && { detail: place }),
			}));
		}),
		...secretariat
			.filter(({ country }) => country === member.id)
			.map((entry) => ({ date: entry.from, what: 'Took the chair:', entry })),
		...board.flatMap((entry) =>
			entry.members
				.filter(({ country }) => country === member.id)
				.map(({ seat }) => ({
					date: entry.period,
					what: 'Named on the Board:',
					entry,
					...(seat && { detail: seatNames[seat] }),
				})),
		),
	];
	return events.sort((a, b) => compareDates(a.date, b.date));
}

/** How many countries had joined by the end of each day on which one did, in order of date; a derived count. */
export function growth(network: Network): { date: string; joined: Entry<'members'>[]; total: number }[] {
	const members = network.entries.members.toSorted((a, b) => compareDates(a.joined.date, b.joined.date));
	const dates = [...new Set(members.map((member) => member.joined.date))];
	return dates.map((date) => ({
		date,
		joined: members.filter((member) => member.joined.date === date),
		total: members.filter((member) => compareDates(member.joined.date, date) <= 0).length,
	}));
}

/** The members at the end of a day: those that had joined by then at the latest reading of their date. */
export const membersOn = (network: Network, day: string): Entry<'members'>[] =>
	network.entries.members.filter((member) => boundsOf(member.joined.date).latest <= day);
