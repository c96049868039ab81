import type { BoardSeat } from '../schema/board.ts';
import { boundsOf, compareDates, type DayBounds } from '../schema/edtf.ts';
import { hostTurn } from '../schema/host-turn.ts';
import { chairSpansDuring, isChaired } from './chair.ts';
import { noEnd, indexByTime } from './time.ts';
import { hostCountry, meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/*
 * The Executive Board by its rule: one seat each for the previous, the current and the future host country of the conference, and one
 * for the country that hosts the Secretariat (`boardRule` in content/network.yaml; adopted at the fourth meeting). No source says how
 * the rule applies if a meeting moves or has no host country. We apply it like this:
 *
 * - Each meeting of the conference is the turn of its host country. If no source states a host, the turn belongs to the country of the
 *   place. If another country was first planned as host, the turn belongs to that country. Online meetings and meetings hosted by an
 *   international organization are no turns.
 * - A country is the current host from the meeting of its turn until the next turn. The turn before gives the previous host, the turn
 *   after gives the future host. The country in the chair has the seat of the Secretariat.
 * - If no next turn is recorded and a source names exactly one country without a seat, this country gets the open seat, by elimination.
 *
 * All of this is derived, and pages label it so.
 */

/** The hosts' seats. A country moves through them from the last to the first. */
export const hostSeats = ['previous-host', 'current-host', 'future-host'] as const satisfies BoardSeat[];
export type HostSeat = (typeof hostSeats)[number];

/** Explains the lines under the names of countries (see `SeatHolder`). */
export const seatLines =
	'Solid line: stated. Dashed line: derived from the rule. Dotted line: derived by elimination.';

/** The turn of a country as host. */
export interface Turn {
	country: Entry<'members'>;
	meeting: Entry<'meetings'>;
	/** Whether the country was planned as host but the meeting was held elsewhere. */
	wasMoved: boolean;
}

/** A country with a seat, and the reason for it. */
export type SeatHolder = { country: Entry<'members'> } & (
	| { by: 'turn'; turn: Turn }
	/** A source names the country for this seat, or names a country that fits no other seat. */
	| { by: 'source' | 'elimination'; composition: Entry<'board'> }
);

/** A stated composition, compared with the seats of a period. */
export type Comparison = ReturnType<typeof compare>['comparison'];

/** The time from one turn to the next, with the same hosts' seats. */
export type BoardPeriod = ReturnType<typeof boardPeriods>[number];

/** Returns the turns, in order of date. */
export const turnsOf = memoize((network: Network): readonly Turn[] =>
	hostChain(network).flatMap(({ turn }) => turn ?? []),
);

type Frame = ReturnType<typeof framesOf>[number];

/** Returns the periods by the rule alone, from the turn that was current when the Board was established. */
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
				/** The meeting at which the period begins. */
				meeting: isEarlier ? established : turn.meeting,
				turn,
				/** The turn at which the period ends, if it is recorded. */
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

/** Returns the first and the last day that a period can have had. */
const daysOf = ({ meeting, next }: Frame): DayBounds => ({
	earliest: boundsOf(meeting.dates).earliest,
	latest: next ? boundsOf(next.meeting.dates).latest : noEnd,
});

/** Returns whether the whole time of a composition is within a period. */
function isWithin({ period }: Entry<'board'>, frame: Frame): boolean {
	const own = boundsOf(period);
	return own.earliest >= boundsOf(frame.meeting.dates).latest && own.latest <= daysOf(frame).latest;
}

/** Compares a composition with the seats of a period, and gives an open seat to the only country left. */
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
	return {
		hosts,
		comparison: {
			composition,
			/** Countries that the source names, but the rule gives no seat or another one. */
			against: against.map((id) => find(network, 'members', id)),
			/** Countries with a seat by the rule that the source does not name. */
			unnamed: [...placed].filter((id) => !named.has(id)).map((id) => find(network, 'members', id)),
		},
	};
}

/** Returns the periods of the Board in order, with the seats by the rule and the stated compositions. */
export const boardPeriods = memoize((network: Network) => {
	const frames = framesOf(network);
	const framesInTime = indexByTime(frames, daysOf);
	const compositionsOf = new Map(frames.map((frame) => [frame, [] as Entry<'board'>[]]));
	for (const composition of network.entries.board) {
		const { earliest, latest } = boundsOf(composition.period);
		const touched = framesInTime.during(earliest, latest);
		// A composition that overlaps two periods belongs to the one it agrees with or, if it agrees with neither, to both.
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
			/** The terms of chairs in the period, and the times without a named chair. */
			chairs: chairSpansDuring(network, earliest, latest),
			verdict:
				comparisons.length === 0
					? ('unstated' as const)
					: differs
						? ('differs' as const)
						: ('agrees' as const),
		};
	});
});

const periodsInTime = memoize((network: Network) =>
	indexByTime(boardPeriods(network), ({ meeting }) => boundsOf(meeting.dates)),
);

/** Returns the period at the end of a day, and the next period if it has perhaps begun. */
export function boardPeriodsOn(network: Network, day: string) {
	const { last, ongoing } = periodsInTime(network).around(day);
	return { current: last, possible: ongoing.at(-1) };
}

/** Returns the numbered meetings of the conference, and all others that are turns, with their hosts. */
export const hostChain = memoize((network: Network) =>
	meetingsOf(network, 'conference')
		.map((meeting) => {
			const planned = meeting.hostFirstPlanned && find(network, 'members', meeting.hostFirstPlanned.country);
			const host = hostCountry(network, meeting);
			const id = hostTurn(meeting);
			const country = id === undefined ? undefined : find(network, 'members', id);
			const turn: Turn | undefined = country && { country, meeting, wasMoved: country !== host?.country };
			return { meeting, planned, host, turn };
		})
		.filter(({ meeting, turn }) => meeting.number !== undefined || turn),
);
