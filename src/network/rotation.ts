import type { BoardSeat } from '../schema/board.ts';
import { boundsOf, compareDates, type DayBounds } from '../schema/edtf.ts';
import { hostTurn } from '../schema/host-turn.ts';
import { type ChairSpan, chairSpansDuring, isChaired } from './chair.ts';
import { forEver, inTime } from './happened.ts';
import { hostCountry, meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/*
 * Who sat on the Executive Board by its rule: one representative each of the previous, the current and the future host country of
 * the conference, and one of the country that hosts the Secretariat (content/network.yaml, boardRule; adopted at the fourth
 * meeting). No source says how the rule applies to a meeting that moves, or that has no host country. The convention is ours:
 *
 * - A turn belongs to the country that hosted a meeting of the conference (where no source states a host, that of its place) or,
 *   where another country was first planned as its host, to that country. A meeting online is nobody's turn, and neither is one that an international organization hosted.
 * - From the meeting of its turn until the meeting of the next a country is the current host; the turn before gives the previous
 *   host, the turn after the future one. The Secretariat's seat goes with the chair of the time.
 * - Where no next turn is on record, and a source names exactly one country on the Board that no turn and no chair places, that
 *   country has the seat left open, by elimination.
 *
 * All of it is derived, and it is shown as such.
 */

/** The seats that go from host to host, in the order in which a country passes through them backwards. */
export const hostSeats = ['previous-host', 'current-host', 'future-host'] as const satisfies BoardSeat[];
export type HostSeat = (typeof hostSeats)[number];

/** What the line below the name of a country says that has a seat (see `SeatHolder`). */
export const seatLines =
	'A dashed line is derived from the rule, a dotted one by elimination, a solid one is stated by a source.';

/** A country's turn as host, by the convention. */
export interface Turn {
	country: Entry<'members'>;
	meeting: Entry<'meetings'>;
	/** Whether the country was first planned as the host and the meeting was held elsewhere. */
	wasMoved: boolean;
}

/** Who has a seat, and by what it follows. */
export type SeatHolder = { country: Entry<'members'> } & (
	| { by: 'turn'; turn: Turn }
	/** A source names the seat, or the country, which fits no other. */
	| { by: 'source' | 'elimination'; composition: Entry<'board'> }
);

/** What a stated composition says of a period. */
export interface Comparison {
	composition: Entry<'board'>;
	/** Countries that it names and for which the rule has no seat, or another. */
	against: Entry<'members'>[];
	/** Countries that the rule places and that it does not name. */
	unnamed: Entry<'members'>[];
}

/** The time from one turn to the next, in which the hosts' seats stay the same. */
export interface BoardPeriod {
	/** The meeting with which it begins. */
	meeting: Entry<'meetings'>;
	turn: Turn;
	/** The turn that ends it, where one is on record. */
	next: Turn | undefined;
	hosts: Readonly<Record<HostSeat, SeatHolder | undefined>>;
	/** The terms in the chair during it, and the spans without. */
	chairs: readonly ChairSpan[];
	comparisons: Comparison[];
	/** What sources say: the same as the rule, as far as they go; something else; or nothing. */
	verdict: 'agrees' | 'differs' | 'unstated';
}

/** The turns as host, in order of date. */
export const turnsOf = memoize((network: Network): readonly Turn[] =>
	hostChain(network).flatMap(({ turn }) => turn ?? []),
);

type Frame = Pick<BoardPeriod, 'meeting' | 'turn' | 'next' | 'hosts'>;

/** The periods before what compositions add to them: a turn each, from the one that was running when the Board was established. */
function framesOf(network: Network): Frame[] {
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

/** The first day on which a period can have begun and, where a turn ends it, the last on which it can have ended. */
const daysOf = ({ meeting, next }: Frame): DayBounds => ({
	earliest: boundsOf(meeting.dates).earliest,
	latest: next ? boundsOf(next.meeting.dates).latest : forEver,
});

/** Whether a composition can have been current at no other time than during a period. */
function isWithin({ period }: Entry<'board'>, frame: Frame): boolean {
	const own = boundsOf(period);
	return own.earliest >= boundsOf(frame.meeting.dates).latest && own.latest <= daysOf(frame).latest;
}

/** Compares a composition with the seats of a period, and fills the seat that it leaves open for one country only. */
function compare(
	network: Network,
	frame: Frame,
	composition: Entry<'board'>,
): { hosts: Frame['hosts']; comparison: Comparison } {
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
			against: against.map((id) => find(network, 'members', id)),
			unnamed: [...placed].filter((id) => !named.has(id)).map((id) => find(network, 'members', id)),
		},
	};
}

/** The periods of the Executive Board, in order, each with its seats by the rule and with what sources state. */
export const boardPeriods = memoize((network: Network): readonly BoardPeriod[] => {
	const frames = framesOf(network);
	const framesInTime = inTime(frames, daysOf);
	const statedIn = new Map(frames.map((frame) => [frame, [] as Entry<'board'>[]]));
	for (const composition of network.entries.board) {
		const { earliest, latest } = boundsOf(composition.period);
		const touched = framesInTime.during(earliest, latest);
		// A composition whose time touches two periods speaks of the one that it fits, and of both when it fits neither.
		const fitting = touched.filter(
			(frame) => compare(network, frame, composition).comparison.against.length === 0,
		);
		for (const frame of fitting.length > 0 ? fitting : touched) statedIn.get(frame)?.push(composition);
	}
	return frames.map((frame) => {
		const comparisons: Comparison[] = [];
		let { hosts } = frame;
		for (const composition of statedIn.get(frame) ?? []) {
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
			chairs: chairSpansDuring(network, earliest, latest),
			verdict: comparisons.length === 0 ? 'unstated' : differs ? 'differs' : 'agrees',
		};
	});
});

const periodsInTime = memoize((network: Network) =>
	inTime(boardPeriods(network), ({ meeting }) => boundsOf(meeting.dates)),
);

/** The periods that a day lies in: the one that has surely begun, and the one after it that has perhaps, where a date leaves it open. */
export function boardPeriodsOn(
	network: Network,
	day: string,
): { now: BoardPeriod | undefined; perhaps: BoardPeriod | undefined } {
	const { last, perhaps } = periodsInTime(network).around(day);
	return { now: last, perhaps: perhaps.at(-1) };
}

/** The numbered meetings of the conference, and any other that is a turn, with their hosts, in order of date. */
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
