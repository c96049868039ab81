import { dateInWords, someTimeInWords, whenInWords } from '../schema/dates.ts';
import {
	capitalized,
	counted,
	countedInWords,
	inSeries,
	timesInWords,
	titleWithin,
} from '../schema/words.ts';
import { chairAnswers, endByLength, lastNamedInWords, uncertaintyOf } from './chair.ts';
import { citationsOf } from './citations.ts';
import { doubtsAbout, publishersOf } from './doubt.ts';
import { growth, meetingsWith } from './members.ts';
import { fromItsPlace, meetingLine, meetingsInSeries, meetingsOf, underWayInWords } from './meetings.ts';
import { memberNames, type Entry, find, type Network } from './network.ts';
import { hostSeats, possibleSeatsInWords, seatedHosts } from './rotation.ts';
import { meetingMarks } from './strip.ts';
import { boardTimeInWords, type NetworkState, stateNow, stateOn } from './state.ts';
import { dayAfter } from './time.ts';
import { disputesWithin, isPast, nextChangeAfter, type TurningPoint } from './turning-points.ts';

/* The first sentences of pages as plain text, which the search also uses to answer questions. */

export const membersInWords = (network: Network): string =>
	`${stateSentences(network, stateNow(network)).members} ${derivedMembers} The countries joined by signing the Declaration of Intent: ${inSeries(
		growth(network).map(
			({ date, joined }) =>
				`${joined.length === 1 ? joined[0].name : counted(joined.length, 'country', 'countries')} ${whenInWords(date)}`,
		),
	)}.`;

export const memberSinceInWords = ({ name, joined }: Entry<'members'>): string =>
	`${name} has been a member since ${dateInWords(joined.date)}.`;

export function meetingsInWords(network: Network): string {
	const held = meetingMarks(network).conference.filter(({ meeting }) => meeting.dates <= network.today);
	const [first] = held;
	const online = held.filter(({ isOnline }) => isOnline).length;
	const ofBoard = meetingsOf(network, 'executive-board').length;
	return [
		first
			? `The network has met ${timesInWords(held.length)} since ${dateInWords(first.meeting.dates.slice(0, 7))}${online > 0 ? `, ${timesInWords(online)} online` : ''}`
			: 'No meeting of the network is on record',
		`${countedInWords(ofBoard, 'meeting')} of its Executive Board ${ofBoard === 1 ? 'is' : 'are'} on record.`,
	].join('; ');
}

/** Describes how to reach the editors, or names the publisher if there is no address. */
export function contactInWords({ site: { contact, repository, publisher } }: Network): string {
	const ways = [contact && new URL(contact).host, repository && 'open an issue'].filter(Boolean);
	if (ways.length > 0) return `Contact the editors: ${ways.join(', or ')}.`;
	return publisher === undefined
		? 'This copy of the site does not name a publisher.'
		: `Published by ${publisher}.`;
}

export const independenceInWords = ({ account }: Network): string =>
	`The editors compile this record from public sources. It is independent of the ${account.name}, of its member offices and of any prosecution service, and does not speak for them.`;

export const proposalInWords =
	'Every change is a proposal. Nothing goes online until an editor of this site has compared it with its source.';

export function nextMeetingInWords(network: Network): string {
	const { ongoing, next } = stateNow(network).meetings;
	const meetings = [
		...ongoing.map((meeting) => `${meeting.title}, ${underWayInWords(meeting)}`),
		...(next ? [`${next.title}, ${meetingLine(network, next)}`] : []),
	];
	return meetings.length > 0 ? meetings.join('; ') : 'no announcement found';
}

/** Describes the current chair. The page about the Secretariat has the same sentences with links and sources. */
export function chairNowInWords(network: Network): string {
	const { chair } = stateNow(network);
	const { is, last, spans } = chair;
	const [span] = last ? [last] : spans;
	const isOpen = is !== 'uncertain' && span !== undefined && span.until === undefined;
	const end = span && endByLength(network, span.term);
	const terms = (last ? [last] : spans).map((each) => {
		const { country, office, from } = each.term;
		const when = is === 'uncertain' ? uncertaintyOf(each, network.today).words : `since ${dateInWords(from)}`;
		return `${find(network, 'members', country).name}, with its ${find(network, 'offices', office).name}, ${when}`;
	});
	return [
		`${chairOpenings[is]}${last ? '. The last known chair is ' : ''}${terms.join('; or ')}.`,
		is === 'derived' && 'This is derived.',
		isOpen && is !== 'stated' && `${capitalized(lastNamedInWords(network, span.term))}.`,
		isOpen && end && `${find(network, 'members', span.term.country).name}’s term was to last ${end.words}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** The beginning of the sentence about the current chair, for each possible answer. */
export const chairOpenings: Record<keyof typeof chairAnswers, string> = {
	'not-yet': 'The Secretariat is not yet set up',
	stated: 'The current chair is ',
	derived: 'The current chair is ',
	uncertain: 'The current chair is not known for certain; it may be ',
	disputed: 'Sources differ on the current chair',
	'not-stated': 'The current chair is not stated',
};

/** Says which meetings a member attended, and which ones it hosted (derived from where they were held). */
export function attendanceInWords(network: Network, member: Entry<'members'>): string {
	const { name } = member;
	const { attended, hosted } = meetingsWith(network, member);
	return [
		attended.length > 0
			? `Sources say that ${name} took part in the ${meetingsInSeries(attended)}.`
			: `No source says which meetings ${name} attended.`,
		hosted.length > 0 && `${name} hosted the ${meetingsInSeries(hosted)} (${fromItsPlace}).`,
	]
		.filter(Boolean)
		.join(' ');
}

/**
 * Returns the sentences about the current Executive Board. The first sentence begins with a verb, because the names of the members come
 * before it.
 */
export function boardSentences(network: Network) {
	const { board, stated, chair } = stateNow(network);
	const holders = hostSeats.flatMap((seat) => board?.hosts[seat] ?? []);
	const chairing = memberNames(network, chair.is === 'uncertain' ? [] : chair.spans.map(({ term }) => term));
	const eliminated = holders.filter(({ by }) => by === 'elimination').map(({ country }) => country.name);
	const isPeriodDerived = stated?.composition.periodNote !== undefined;
	return {
		stated:
			stated &&
			`are the members as ${stated.isOver ? 'last ' : ''}stated, ${boardTimeInWords(stated.composition).replace(' (derived)', '')}.`,
		rule:
			board &&
			`Under the rule, ${inSeries(holders.map(({ country }) => country.name))} ${holders.length === 1 ? 'has' : 'have'} held the hosts’ seats since the ${titleWithin(board.meeting.title)}${chairing.length > 0 ? `, and the seat of the Secretariat belongs to ${inSeries(chairing)}` : ''}.`,
		/** Explanations of derived values for the margin of the page. */
		derived: [
			...(isPeriodDerived ? ['The period is derived from the content of the source.'] : []),
			...(board ? ['These seats are derived from our reading of the rule.'] : []),
			...eliminated.map((name) => `${name}’s seat is derived by elimination.`),
		],
	};
}

/** Describes the current Executive Board. The page about the Board has the same sentences with links and sources. */
export function boardNowInWords(network: Network): string {
	const { stated } = stateNow(network);
	const sentences = boardSentences(network);
	const names = stated && memberNames(network, stated.composition.members);
	return [
		names ? `${inSeries(names)} ${sentences.stated ?? ''}` : noBoardFound,
		sentences.rule,
		...sentences.derived,
	]
		.filter(Boolean)
		.join(' ');
}

export const noBoardFound = 'We found no source that names the members of the Board.';

export const derivedMembers = 'The number is derived from the dates of joining.';

/** Describes the members during a period, including disputes about countries that may not have joined yet. */
export function membersDuringInWords(network: Network, point: TurningPoint): string {
	const state = stateOn(network, point.day);
	// A dispute about the next member to join only matters if the period ends when that member joins.
	const next = nextChangeAfter(network, point.day);
	const isNextJoining = point.until !== undefined && next?.first === dayAfter(point.until);
	const open = isNextJoining
		? network.entries.members.filter((member) => !state.members.includes(member))
		: state.possibleMembers;
	const doubts = open.flatMap((member) => doubtsAbout(network, member, ['joined']));
	const disputes = disputesWithin(network, point).filter((dispute) => doubts.includes(dispute));
	return [
		stateSentences(network, state, isPast(network, point)).members,
		derivedMembers,
		...disputes.map(({ question }) => `Sources disagree on this question: ${question}`),
	].join(' ');
}

/** Describes the members, the chair and, if possible, the Board on a day, each in one sentence, in the past tense for past periods. */
export function stateSentences(network: Network, state: NetworkState, inPast = false) {
	const { members, possibleMembers, chair, board, boardIs } = state;
	const is = inPast ? 'was' : 'is';
	const nameOf = ({ term }: (typeof chair.spans)[number]) => find(network, 'members', term.country).name;
	const countries = inSeries(chair.spans.map(nameOf));
	const perhaps = chair.spans.map((span) => `${nameOf(span)}: ${uncertaintyOf(span, state.day).words}`);
	const [more] = possibleMembers;
	const possible =
		possibleMembers.length > 1 ? countedInWords(possibleMembers.length, 'country', 'countries') : more?.name;
	const ofChair: Record<keyof typeof chairAnswers, string> = {
		'not-yet': `The Secretariat ${is} not yet set up.`,
		stated: `${countries} ${inPast ? 'chaired' : 'chairs'} the Secretariat.`,
		derived: `${countries} ${inPast ? 'chaired' : 'chairs'} the Secretariat (derived).`,
		uncertain: `The chair of the Secretariat is not known for certain; it may ${inPast ? 'have been' : 'be'} ${perhaps.join('; or ')}.`,
		disputed: 'Sources differ on the chair of the Secretariat.',
		'not-stated': 'The chair of the Secretariat is not stated.',
	};
	const hosts = board ? seatedHosts(board.hosts) : [];
	return {
		members: [
			(members.length > 0 || !possible) &&
				`The network ${inPast ? 'had' : 'has'} ${counted(members.length, 'member')}.`,
			possible &&
				`${capitalized(possible)} may already ${inPast ? 'have been' : 'be'} ${possibleMembers.length > 1 ? 'members' : 'a member'}.`,
		]
			.filter(Boolean)
			.join(' '),
		chair: ofChair[chair.is],
		board:
			hosts.length > 0
				? `Under the rule, ${inSeries(hosts)} ${hosts.length === 1 ? `${is} on the Board as host` : `${inPast ? 'were' : 'are'} on the Board as hosts`} (derived).`
				: boardIs === 'not-yet'
					? `The Board ${is} not yet set up.`
					: '',
	};
}

export function beginningInWords(network: Network): string {
	const [founded] = growth(network);
	return founded
		? `The network was founded ${someTimeInWords(founded.since)}. Before that, it had no members, chair or Board.`
		: '';
}

export const endInWords = ({ today }: Network): string =>
	`The record ends on ${dateInWords(today)}. It says nothing about later days.`;

/** Describes the Executive Board during a period. The page about the period has the same sentences with links and sources. */
export function boardDuringInWords(network: Network, point: TurningPoint): string {
	const state = stateOn(network, point.day);
	const { board, possibleBoard, stated } = state;
	const disputes = boardDisputesWithin(network, point);
	return [
		stateSentences(network, state, isPast(network, point)).board,
		possibleBoard && possibleSeatsInWords(possibleBoard, board !== undefined),
		stated
			? `${stated.isOver ? 'Last stated' : 'Stated'}: ${statedBoardInWords(network, stated)}.`
			: board && noBoardInWords(disputes),
		...(board && !stated
			? disputes.map(({ question }) => `Sources disagree on this question: ${question}`)
			: []),
	]
		.filter(Boolean)
		.join(' ');
}

/** Says that no source lists the members of the Board, and describes any disputes. */
export const noBoardInWords = (disputes: readonly Entry<'disputes'>[]): string =>
	disputes.length === 0
		? 'No source states the members of the Board.'
		: 'No source gives a full list of the members of the Board for this time.';

export const boardDisputesWithin = (network: Network, point: TurningPoint): readonly Entry<'disputes'>[] => {
	const ofBoard = network.entries.board.flatMap((list) => doubtsAbout(network, list, ['members']));
	return disputesWithin(network, point).filter((dispute) => ofBoard.includes(dispute));
};

/** Describes a list of Board members from a source. The page about the period has this sentence with links. */
function statedBoardInWords(network: Network, { composition }: NonNullable<NetworkState['stated']>): string {
	const publishers = publishersOf(network, citationsOf(composition, 'members'));
	return `${inSeries(memberNames(network, composition.members))}, ${boardTimeInWords(composition)}; source: ${inSeries(publishers)}`;
}
