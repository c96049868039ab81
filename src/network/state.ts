import { dateInWords, someTimeInWords } from '../schema/dates.ts';
import { boundsOf } from '../schema/edtf.ts';
import { counted, inSeries } from '../schema/words.ts';
import { citationsOf } from './citations.ts';
import { chairInWords, chairOn, otherChairs, termsInRow, uncertaintyOf } from './chair.ts';
import { doubtsAbout, otherReadings } from './doubt.ts';
import { around, dayAfter, happenedBy } from './time.ts';
import { membersByJoining, joiningDate, officeCitations, officeJoined, officeStart } from './members.ts';
import { documentDate, meetingsOf } from './meetings.ts';
import { memberNames, type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { boardPeriodsOn, seatedHosts } from './rotation.ts';

/*
 * Describes the network at the end of a given day. Each part of the description is certain, excluded or possible. An event with only a
 * month as its date is certain from the end of that month. On earlier days of the month, the event is possible (see `happenedBy`). Uses the
 * dates of a meeting if a country joined, or a term began or ended, at that meeting. "Now" means the end of today.
 */

export type NetworkState = ReturnType<typeof stateOn>;

export const numberedMeetings = (network: Network): readonly Entry<'meetings'>[] =>
	meetingsOf(network, 'conference').filter(({ number }) => number !== undefined);

/**
 * Returns the members, chair, Board and meetings at the end of a given day.
 *
 * @param day `YYYY-MM-DD`
 */
export function stateOn(network: Network, day: string) {
	const byJoining = Map.groupBy(membersByJoining(network), (member) =>
		happenedBy(joiningDate(network, member), day),
	);
	const byDate = Map.groupBy(network.entries.documents, (document) =>
		happenedBy(documentDate(network, document), day),
	);
	const { current, possible } = boardPeriodsOn(network, day);
	return {
		day,
		/** The members in the order in which they joined, and the countries that may have joined by that day. */
		members: byJoining.get('yes') ?? [],
		possibleMembers: byJoining.get('maybe') ?? [],
		chair: chairOn(network, day),
		/** The current seats on the Board, and the next seats if the change may already have taken place. */
		board: current,
		possibleBoard: possible,
		boardIs: boardAnswer(network, day),
		stated: statedBoardOn(network, day),
		/** The previous, current and next numbered meeting of the conference. */
		meetings: around(numberedMeetings(network), ({ dates }) => boundsOf(dates), day),
		boardMeeting: meetingsOf(network, 'executive-board').findLast(
			({ dates }) => happenedBy(dates, day) === 'yes',
		),
		documents: byDate.get('yes') ?? [],
		possibleDocuments: byDate.get('maybe') ?? [],
		/** The member offices with a stated start date. */
		offices: network.entries.offices.flatMap((office) => officeOn(network, office, day)),
	};
}

/**
 * The possible answers to the question of whether the Board had been set up. If no source says when the Board was set up, it counts as set up.
 */
export const boardAnswers = {
	'not-yet': 'not yet set up',
	uncertain: 'not known for certain',
	'set-up': 'set up',
} as const;

function boardAnswer(network: Network, day: string): keyof typeof boardAnswers {
	const { establishedAt } = network.account.boardRule;
	if (establishedAt === undefined) return 'set-up';
	const isSet = happenedBy(find(network, 'meetings', establishedAt).dates, day);
	return isSet === 'yes' ? 'set-up' : isSet === 'no' ? 'not-yet' : 'uncertain';
}

/**
 * Returns the latest list of Board members that was valid by a given day. The list is only certain if a source states that it was valid on
 * this day. If the period is derived, the list was valid at an unknown time within the period.
 */
function statedBoardOn(network: Network, day: string) {
	const composition = network.entries.board.findLast(({ period }) => happenedBy(period, day) !== 'no');
	if (!composition) return undefined;
	const [start = '', end = start] = composition.period.split('/');
	return {
		composition,
		isOver: happenedBy(end, day) === 'yes',
		isCertain:
			composition.periodNote === undefined &&
			happenedBy(start, day) === 'yes' &&
			happenedBy(end, day) === 'no',
	};
}

/** Says when a list of Board members was valid: "at some time between November 2023 and December 2024 (derived)". */
export function boardTimeInWords({ period, periodNote }: Entry<'board'>): string {
	if (periodNote === undefined) return `for ${dateInWords(period)}`;
	const [start = '', end] = period.split('/').map(dateInWords);
	return `at some time ${end === undefined ? `in ${start}` : `between ${start} and ${end}`} (derived)`;
}

/** Describes each part of the network's state, for example "10 countries, perhaps also Hungary" or "Bulgaria (derived)". */
export function stateInWords(network: Network, state: NetworkState) {
	const { chair, board, possibleBoard, boardIs, stated } = state;
	const hosts = seatedHosts(board?.hosts);
	const named = inSeries(memberNames(network, stated?.composition.members ?? []));
	const noBoard = boardIs === 'set-up' ? 'none' : boardAnswers[boardIs];
	return {
		members: membersInWords(state),
		chair: chairInWords(network, chair),
		hosts:
			hosts.length === 0
				? noBoard
				: inSeries(hosts) + (possibleBoard ? '; perhaps already the next hosts' : ''),
		composition: stated
			? `${stated.isCertain || stated.isOver ? '' : 'perhaps '}${named}${stated.isOver ? ', as last stated' : ''}`
			: boardIs === 'set-up'
				? 'not stated'
				: boardAnswers[boardIs],
	};
}

function membersInWords({ members, possibleMembers }: NetworkState): string {
	const [one, ...others] = possibleMembers;
	const sure = counted(members.length, 'country', 'countries');
	if (!one) return sure;
	const possible = others.length === 0 ? one.name : counted(possibleMembers.length, 'country', 'countries');
	return members.length === 0 ? `perhaps ${possible}` : `${sure}, perhaps also ${possible}`;
}

/** Returns the disputes about each part of the network's state. */
export function doubtsAboutState(network: Network, state: NetworkState) {
	const { members, possibleMembers, chair, stated, meetings, boardMeeting, offices } = state;
	const about = (entries: readonly (Entry | undefined)[], ...fields: string[]) =>
		entries.flatMap((entry) => (entry ? doubtsAbout(network, entry, fields) : []));
	return {
		members: about([...members, ...possibleMembers], 'joined'),
		chair: [
			...[...chair.spans, ...(chair.last ? [chair.last] : [])].flatMap((span) => {
				const field = chair.is === 'uncertain' ? uncertaintyOf(span, state.day).field : 'from';
				return [
					...doubtsAbout(network, span.term, field === 'from' ? ['office'] : ['office', field]),
					...(field === 'from' ? doubtsAboutStart(network, span.term) : []),
				];
			}),
			...(chair.gap
				? [
						...otherChairs(network, chair.gap).map(({ dispute }) => dispute),
						...doubtsAboutStart(network, chair.gap.next),
					]
				: []),
		],
		board: about([stated?.composition], 'period', 'members'),
		meetings: about([meetings.last], ...meetingFields),
		boardMeetings: about([boardMeeting], ...meetingFields),
		offices: about(
			offices.map(({ office }) => office),
			'name',
			'since',
			'until',
		),
	};
}

const meetingFields = ['title', 'body', 'dates', 'place', 'mode'];

/** Returns the disputes about when a country took the chair. Consecutive terms of the same country count as one. */
const doubtsAboutStart = (network: Network, term: Entry<'secretariat'>): Entry<'disputes'>[] =>
	termsInRow(network, term).flatMap((each) =>
		doubtsAbout(network, each, ['from']).filter(
			(dispute) => each === term || otherReadings(network, dispute, each, 'from').length > 0,
		),
	);

export const stateNow = memoize((network: Network) => stateOn(network, network.today));

function officeOn(network: Network, office: Entry<'offices'>, day: string) {
	const { until } = office;
	const start = officeStart(network, office);
	const since = officeJoined(network, office);
	if (since === undefined || start === undefined) return [];
	const began = happenedBy(start, day);
	const ended = until === undefined ? 'no' : happenedBy(dayAfter(until), day);
	if (began === 'no' || ended === 'yes') return [];
	const uncertain = began === 'maybe' ? start : ended === 'maybe' ? until : undefined;
	return [
		{
			office,
			isCertain: uncertain === undefined,
			words:
				uncertain === undefined
					? since
					: `${began === 'maybe' ? 'joined' : 'left or closed'} ${someTimeInWords(uncertain)}`,
			citations:
				uncertain === undefined
					? citationsOf(office, 'since')
					: officeCitations(network, office, began === 'maybe' ? 'since' : 'until'),
		},
	];
}
