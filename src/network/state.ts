import { boundsOf } from '../schema/edtf.ts';
import { counted, inSeries } from '../schema/words.ts';
import { chairsOn, lastStatedInWords, otherChairs, unchairedOn } from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { happenedBy, indexByTime } from './time.ts';
import { membersByJoining, joiningDate } from './members.ts';
import { meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { boardPeriodsOn, hostSeats } from './rotation.ts';

/*
 * These functions describe the network at the end of a day. An event that is dated to a month is known to have happened by the end of
 * that month. On earlier days of the month, the event counts as possible (see time.ts). If a country joined at a meeting, or a term
 * began or ended at a meeting, the dates of the meeting are used. "Now" means the end of today.
 */

export type NetworkState = ReturnType<typeof stateOn>;

const meetingsInTime = memoize((network: Network) =>
	indexByTime(
		meetingsOf(network, 'conference').filter(({ number }) => number !== undefined),
		({ dates }) => boundsOf(dates),
	),
);

const compositionsInTime = memoize((network: Network) =>
	indexByTime(network.entries.board, ({ period }) => {
		const { earliest } = boundsOf(period);
		return { earliest, latest: earliest };
	}),
);

/**
 * Returns the members, chair, Board and meetings at the end of a day.
 *
 * @param day `YYYY-MM-DD`
 */
export function stateOn(network: Network, day: string) {
	const byJoining = Map.groupBy(membersByJoining(network), (member) =>
		happenedBy(joiningDate(network, member), day),
	);
	const { current, possible } = boardPeriodsOn(network, day);
	const composition = compositionsInTime(network).around(day).last;
	return {
		day,
		/** The members in the order in which they joined, and countries that may have joined by that day. */
		members: byJoining.get('yes') ?? [],
		possibleMembers: byJoining.get('maybe') ?? [],
		chairs: chairsOn(network, day),
		/** The current seats of the Board, and the next seats if they may have taken effect. */
		board: current,
		possibleBoard: possible,
		/** The latest stated composition of the Board that had taken effect by that day. */
		stated: composition && { composition, isOver: boundsOf(composition.period).latest <= day },
		/** The previous, current and next numbered meeting of the conference. */
		meetings: meetingsInTime(network).around(day),
		/** The member offices with a stated start date. */
		offices: network.entries.offices.flatMap((office) => officeOn(office, day)),
	};
}

/** The labels for the parts of a state. */
export const stateNames = {
	members: 'Members',
	chair: 'Chair of the Secretariat',
	hosts: 'Hosts on the Executive Board, according to the rule',
	composition: 'Executive Board, as stated',
} as const;

/**
 * Describes each part of a state, for example "12 countries" or "Bulgaria, as last stated in December 2024".
 *
 * @param lastDay the last day on which the description must be accurate
 */
export function stateInWords(
	network: Network,
	state: NetworkState,
	lastDay: string,
): Record<keyof typeof stateNames, string> {
	const { members, chairs, board, stated } = state;
	const unchaired = unchairedOn(network, state.day);
	const named = chairs
		.filter(({ isCertain }) => isCertain)
		.map(
			({ span: { term } }) =>
				find(network, 'members', term.country).name + lastStatedInWords(network, term, lastDay),
		);
	const hosts = hostSeats.flatMap((seat) => board?.hosts[seat]?.country.name ?? []);
	const composition = stated?.composition.members.map(
		({ country }) => find(network, 'members', country).name,
	);
	const nobody =
		unchaired && otherChairs(network, unchaired).length > 0 ? 'sources differ' : 'no source names one';
	return {
		members: counted(members.length, 'country', 'countries'),
		chair: named.length > 0 ? inSeries(named) : nobody,
		hosts: hosts.length > 0 ? inSeries(hosts) : 'none',
		composition: composition
			? inSeries(composition) + (stated?.isOver ? ', as last stated' : '')
			: 'not stated',
	};
}

export function doubtsAboutState(network: Network, state: NetworkState): Entry<'disputes'>[] {
	const { members, possibleMembers, chairs, stated, meetings, offices } = state;
	const { last } = meetings;
	return [
		...new Set([
			...[...members, ...possibleMembers].flatMap((member) => doubtsAbout(network, member, ['joined'])),
			...chairs.flatMap(({ span, isCertain }) =>
				doubtsAbout(network, span.term, ['office', 'from', ...(isCertain ? [] : ['until'])]),
			),
			...(stated ? doubtsAbout(network, stated.composition, ['period', 'members']) : []),
			...(last ? doubtsAbout(network, last, ['title', 'body', 'dates', 'place', 'mode']) : []),
			...offices.flatMap(({ office }) => doubtsAbout(network, office, ['name', 'since', 'until'])),
		]),
	];
}

export const stateNow = memoize((network: Network) => stateOn(network, network.today));

function officeOn(office: Entry<'offices'>, day: string) {
	const { since, until } = office;
	if (since === undefined) return [];
	const began = happenedBy(since, day);
	const ended = until === undefined ? 'no' : happenedBy(until, day);
	if (began === 'no' || ended === 'yes') return [];
	return [{ office, since, isCertain: began === 'yes' && ended === 'no' }];
}
