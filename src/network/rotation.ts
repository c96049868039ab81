import type { BoardSeat } from '../schema/board.ts';
import { boundsOf, compareDates, type DayBounds } from '../schema/edtf.ts';
import { whenInWords } from '../schema/dates.ts';
import { hostTurn } from '../schema/meeting.ts';
import { titleWithin } from '../schema/words.ts';
import { chairRuns, chairSpansDuring, isChaired } from './chair.ts';
import { around, during, noEnd } from './time.ts';
import { hostCountry, meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/*
 * The Executive Board has one seat each for the previous, current and future host country of the conference, and one for the country that
 * hosts the Secretariat. The rule for these seats was adopted at the fourth meeting (`boardRule` in content/network.yaml). No source
 * explains how the rule works if a meeting moves or has no host country. We therefore interpret the rule ourselves, and pages label all
 * seats as derived. The Board page explains this reading of the rule (`pages/board.astro`).
 */

/** The seats for host countries. A country starts in the last of these seats and moves up to the first. */
export const hostSeats = ['previous-host', 'current-host', 'future-host'] as const satisfies BoardSeat[];
export type HostSeat = (typeof hostSeats)[number];

type Turn = NonNullable<ReturnType<typeof hostChain>[number]['turn']>;

export type SeatHolder = { country: Entry<'members'> } & (
	| { by: 'turn'; turn: Turn }
	/**
	 * Either a source assigns the seat to the country (`source`), or a source names the country and only one seat is open (`elimination`).
	 */
	| { by: 'source' | 'elimination'; composition: Entry<'board'> }
);

/** Names the host countries on the Board, for example "Romania" or "Greece (by elimination)". */
export const seatedHosts = (hosts?: Readonly<Record<HostSeat, SeatHolder | undefined>>): string[] =>
	hostSeats.flatMap((seat) => {
		const holder = hosts?.[seat];
		return holder ? [holder.country.name + (holder.by === 'elimination' ? ' (by elimination)' : '')] : [];
	});

/** A list of Board members from a source, compared with the derived seats. */
export type Comparison = ReturnType<typeof compare>['comparison'];

/** The period between two turns as host, during which the host seats do not change. */
export type BoardPeriod = ReturnType<typeof boardPeriods>[number];

export const turnsOf = memoize((network: Network): readonly Turn[] =>
	hostChain(network).flatMap(({ turn }) => turn ?? []),
);

type Frame = ReturnType<typeof framesOf>[number];

/** Returns the periods between turns as host. The first period is the one in which the Board was set up. */
function framesOf(network: Network) {
	const turns = turnsOf(network);
	const { establishedAt } = network.account.boardRule;
	const established = establishedAt === undefined ? undefined : find(network, 'meetings', establishedAt);
	const holder = (turn: Turn | undefined): SeatHolder | undefined =>
		turn && { by: 'turn', country: turn.country, turn };
	return turns.flatMap((turn, index) => {
		const [previous, next] = [turns[index - 1], turns[index + 1]];
		if (established && next && compareDates(next.meeting.dates, established.dates) <= 0) return [];
		const isEarlier = established && compareDates(turn.meeting.dates, established.dates) < 0;
		return [
			{
				meeting: isEarlier ? established : turn.meeting,
				turn,
				next,
				hosts: {
					'previous-host': holder(previous),
					'current-host': holder(turn),
					'future-host': holder(next),
				},
			},
		];
	});
}

const daysOf = ({ meeting, next }: Frame): DayBounds => ({
	earliest: boundsOf(meeting.dates).earliest,
	latest: next ? boundsOf(next.meeting.dates).latest : noEnd,
});

function isWithin({ period }: Entry<'board'>, frame: Frame): boolean {
	const own = boundsOf(period);
	return own.earliest >= boundsOf(frame.meeting.dates).latest && own.latest <= daysOf(frame).latest;
}

/**
 * Compares a list of Board members from a source with the derived seats. If one seat is open and the source names one country without a
 * seat, that country gets the open seat.
 */
function compare(network: Network, frame: Frame, composition: Entry<'board'>) {
	const { earliest, latest } = boundsOf(composition.period);
	const chairs = chairSpansDuring(network, earliest, latest)
		.filter(isChaired)
		.map(({ term }) => term.country);
	const hosts = { ...frame.hosts };
	const against: string[] = [];
	for (const { country, seat } of composition.members) {
		if (seat === undefined) continue;
		const has = seat === 'secretariat' ? chairs : [hosts[seat]?.country.id].filter((id) => id !== undefined);
		if (has.length > 0 && !has.includes(country)) against.push(country);
		else if (seat !== 'secretariat') {
			hosts[seat] ??= { by: 'source', country: find(network, 'members', country), composition };
		}
	}
	const placed = new Set([...hostSeats.flatMap((seat) => hosts[seat]?.country.id ?? []), ...chairs]);
	const unplaced = composition.members
		.filter(({ country, seat }) => seat === undefined && !placed.has(country))
		.map(({ country }) => country);
	const open = hostSeats.filter((seat) => !hosts[seat]);
	const [left, ...others] = unplaced;
	const [seat, ...otherSeats] = open;
	const isOnlyChoice = others.length === 0 && otherSeats.length === 0 && chairs.length > 0;
	if (left !== undefined && seat && isOnlyChoice && isWithin(composition, frame)) {
		hosts[seat] = { by: 'elimination', country: find(network, 'members', left), composition };
	} else against.push(...unplaced);
	const named = new Set(composition.members.map(({ country }) => country));
	const fromList = hostSeats.flatMap((seat) => {
		const holder = hosts[seat];
		return holder && holder.by !== 'turn' && holder.composition === composition ? [holder.country] : [];
	});
	return {
		hosts,
		comparison: {
			composition,
			/** Countries on the list that have a seat even without the list. */
			agrees: [...named]
				.map((id) => find(network, 'members', id))
				.filter((member) => !against.includes(member.id) && !fromList.includes(member)),
			/** Countries that got the open seat because the list names them. The list does not confirm these seats. */
			fromList,
			/** Countries on the list that have another seat or no seat under the rule. */
			against: against.map((id) => find(network, 'members', id)),
			/** Countries that have a seat under the rule but are not on the list. */
			unnamed: [...placed].filter((id) => !named.has(id)).map((id) => find(network, 'members', id)),
		},
	};
}

/** Returns all periods of the Board in chronological order, with the derived seats and the members according to sources. */
export const boardPeriods = memoize((network: Network) => {
	const frames = framesOf(network);
	const compositionsOf = new Map(frames.map((frame) => [frame, [] as Entry<'board'>[]]));
	for (const composition of network.entries.board) {
		const { earliest, latest } = boundsOf(composition.period);
		const touched = during(frames, daysOf, earliest, latest);
		// For a list of members that overlaps several periods, prefers the periods with seats that match the list.
		const fitting = touched.filter(
			(frame) => compare(network, frame, composition).comparison.against.length === 0,
		);
		for (const frame of fitting.length > 0 ? fitting : touched) compositionsOf.get(frame)?.push(composition);
	}
	return frames.map((frame) => {
		const comparisons: Comparison[] = [];
		let { hosts } = frame;
		for (const composition of compositionsOf.get(frame) ?? []) {
			const result = compare(network, { ...frame, hosts }, composition);
			({ hosts } = result);
			comparisons.push(result.comparison);
		}
		const differs = comparisons.some(({ against }) => against.length > 0);
		const { earliest, latest } = daysOf(frame);
		return {
			...frame,
			hosts,
			comparisons,
			chairs: chairRuns(network, earliest, latest < network.today ? latest : network.today),
			verdict: differs
				? ('differs' as const)
				: comparisons.some(({ agrees }) => agrees.length > 0)
					? ('agrees' as const)
					: ('unstated' as const),
		};
	});
});

/** Returns the Board's period at the end of a day. Includes the next period if that period may already have begun. */
export function boardPeriodsOn(network: Network, day: string) {
	const { last, ongoing } = around(boardPeriods(network), ({ meeting }) => boundsOf(meeting.dates), day);
	return { current: last, possible: ongoing.at(-1) };
}

/** Says that a meeting in progress may already have set up the Board or changed its seats. */
export const possibleSeatsInWords = ({ meeting: { title, dates } }: BoardPeriod, hasBoard: boolean): string =>
	`The ${titleWithin(title)}, ${whenInWords(dates)}, may already have ${hasBoard ? 'changed the seats on' : 'set up'} the Board.`;

/** Returns all numbered conference meetings and other meetings that count as a turn as host, each with its host country. */
export const hostChain = memoize((network: Network) =>
	meetingsOf(network, 'conference')
		.map((meeting) => {
			const planned = meeting.hostFirstPlanned && find(network, 'members', meeting.hostFirstPlanned.country);
			const host = hostCountry(network, meeting);
			const id = hostTurn(meeting);
			const country = id === undefined ? undefined : find(network, 'members', id);
			/** If a meeting was moved, it counts as the turn of the country that was first planned as host. */
			const turn = country && { country, meeting, wasMoved: country !== host?.country };
			return { meeting, planned, host, turn };
		})
		.filter(({ meeting, turn }) => meeting.number !== undefined || turn),
);
