import { boundsOf } from '../schema/edtf.ts';
import { counted, inSeries } from '../schema/words.ts';
import { type ChairedSpan, chairsOn, lastStatedInWords, unchairedOn, unnamedInWords } from './chair.ts';
import { doubtsAbout } from './doubt.ts';
import { type Around, happenedBy, inTime } from './happened.ts';
import { inOrderOfJoining, joiningOf } from './members.ts';
import { meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { type BoardPeriod, boardPeriodsOn, hostSeats } from './rotation.ts';

/*
 * The network on a day: what held at its end. An event whose date is less exact than a day has surely happened on the last day it
 * can mean, and from the first on perhaps (see happened.ts). A country's joining and a term's ends count from the meeting at which
 * they happened, where the record names one. What holds now is what holds at the end of the day that counts as today.
 */

/** The network at the end of a day. */
export interface NetworkState {
	day: string;
	/** The countries that have surely joined, in the order of joining, and those that perhaps have. */
	members: Entry<'members'>[];
	perhapsMembers: Entry<'members'>[];
	chairs: { span: ChairedSpan; isSure: boolean }[];
	/** The seats of the Board by its rule, and those that have perhaps taken their place. */
	board: BoardPeriod | undefined;
	boardPerhaps: BoardPeriod | undefined;
	/** The last composition that a source states for a time that has begun, or perhaps has. */
	stated: { composition: Entry<'board'>; isOver: boolean } | undefined;
	/** The meetings of the conference around the day, but for special ones, which have no number. */
	meetings: Around<Entry<'meetings'>>;
	/** The offices that a source dates as belonging. */
	offices: { office: Entry<'offices'>; since: string; isSure: boolean }[];
}

const meetingsInTime = memoize((network: Network) =>
	inTime(
		meetingsOf(network, 'conference').filter(({ number }) => number !== undefined),
		({ dates }) => boundsOf(dates),
	),
);

const compositionsInTime = memoize((network: Network) =>
	inTime(network.entries.board, ({ period }) => {
		const { earliest } = boundsOf(period);
		return { earliest, latest: earliest };
	}),
);

/**
 * What held at the end of a day.
 *
 * @param day `YYYY-MM-DD`
 */
export function stateOn(network: Network, day: string): NetworkState {
	const byJoining = Map.groupBy(inOrderOfJoining(network), (member) =>
		happenedBy(joiningOf(network, member), day),
	);
	const { now, perhaps } = boardPeriodsOn(network, day);
	const composition = compositionsInTime(network).around(day).last;
	return {
		day,
		members: byJoining.get('surely') ?? [],
		perhapsMembers: byJoining.get('perhaps') ?? [],
		chairs: chairsOn(network, day),
		board: now,
		boardPerhaps: perhaps,
		stated: composition && { composition, isOver: boundsOf(composition.period).latest <= day },
		meetings: meetingsInTime(network).around(day),
		offices: network.entries.offices.flatMap((office) => officeOn(office, day)),
	};
}

/** What of a state is told in words, and what each is called. */
export const stateNames = {
	members: 'Members',
	chair: 'Chair of the Secretariat',
	hosts: 'Hosts on the Executive Board, by its rule',
	composition: 'Executive Board, as a source states it',
} as const;

/**
 * A state in words, each thing by itself: "12 countries", "Bulgaria, as last stated in December 2024".
 *
 * @param lastDay the last day for which it is told
 */
export function stateInWords(
	network: Network,
	state: NetworkState,
	lastDay: string,
): Record<keyof typeof stateNames, string> {
	const { members, chairs, board, stated } = state;
	const unchaired = unchairedOn(network, state.day);
	const named = chairs
		.filter(({ isSure }) => isSure)
		.map(
			({ span: { term } }) =>
				find(network, 'members', term.country).name + lastStatedInWords(network, term, lastDay),
		);
	const hosts = hostSeats.flatMap((seat) => board?.hosts[seat]?.country.name ?? []);
	const composition = stated?.composition.members.map(
		({ country }) => find(network, 'members', country).name,
	);
	const nobody = unchaired ? unnamedInWords(network, unchaired) : 'no source names one';
	return {
		members: counted(members.length, 'country', 'countries'),
		chair: named.length > 0 ? inSeries(named) : nobody,
		hosts: hosts.length > 0 ? inSeries(hosts) : 'none',
		composition: composition
			? inSeries(composition) + (stated?.isOver ? ', as last stated' : '')
			: 'not stated',
	};
}

/** The questions on which sources differ about a state. */
export function doubtsAboutState(network: Network, state: NetworkState): Entry<'disputes'>[] {
	const { members, perhapsMembers, chairs, stated, meetings, offices } = state;
	const { last } = meetings;
	return [
		...new Set([
			...[...members, ...perhapsMembers].flatMap((member) => doubtsAbout(network, member, ['joined'])),
			...chairs.flatMap(({ span, isSure }) =>
				doubtsAbout(network, span.term, ['office', 'from', ...(isSure ? [] : ['until'])]),
			),
			...(stated ? doubtsAbout(network, stated.composition, ['period', 'members']) : []),
			...(last ? doubtsAbout(network, last, ['title', 'body', 'dates', 'place', 'mode']) : []),
			...offices.flatMap(({ office }) => doubtsAbout(network, office, ['name', 'since', 'until'])),
		]),
	];
}

/** What holds now, on the day that counts as today. */
export const stateNow = memoize((network: Network) => stateOn(network, network.today));

function officeOn(office: Entry<'offices'>, day: string): NetworkState['offices'] {
	const { since, until } = office;
	if (since === undefined) return [];
	const began = happenedBy(since, day);
	const ended = until === undefined ? 'not-yet' : happenedBy(until, day);
	if (began === 'not-yet' || ended === 'surely') return [];
	return [{ office, since, isSure: began === 'surely' && ended === 'not-yet' }];
}
