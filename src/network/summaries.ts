import { dateInWords, whenInWords } from '../schema/dates.ts';
import { capitalized, counted, inSeries, titleWithin } from '../schema/words.ts';
import { chairAnswers, endByLength, lastNamedInWords, uncertaintyOf } from './chair.ts';
import { citationsOf } from './citations.ts';
import { doubtsAbout, publishersOf } from './doubt.ts';
import { growth } from './members.ts';
import { meetingLine, meetingsOf, underWayInWords } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { seatedHosts } from './rotation.ts';
import {
	boardAnswers,
	boardTimeInWords,
	type NetworkState,
	stateInWords,
	stateNames,
	stateNow,
	stateOn,
} from './state.ts';
import { disputesWithin, type TurningPoint } from './turning-points.ts';

/* The leads of pages as plain text. Search answers questions with them. */

export const membersInWords = (network: Network): string =>
	`${capitalized(stateInWords(network, stateNow(network)).members)}. The countries joined by signing the Declaration of Intent: ${inSeries(
		growth(network).map(
			({ date, joined }) =>
				`${joined.length === 1 ? joined[0].name : counted(joined.length, 'country', 'countries')} ${whenInWords(date)}`,
		),
	)}.`;

export const memberSinceInWords = ({ joined }: Entry<'members'>): string =>
	`Member since ${dateInWords(joined.date)}.`;

export const meetingsInWords = (network: Network): string =>
	`The record contains ${counted(meetingsOf(network, 'conference').length, 'meeting')} of the network and ${meetingsOf(network, 'executive-board').length} of its Executive Board. Agendas are included if sources state them.`;

/** Describes how to reach the editors, or names the publisher if there is no address. */
export function contactInWords({ site: { contact, repository, publisher } }: Network): string {
	const ways = [contact && new URL(contact).host, repository && 'open an issue'].filter(Boolean);
	if (ways.length > 0) return `Contact the editors: ${ways.join(', or ')}.`;
	return publisher === undefined
		? 'This copy of the site does not name a publisher.'
		: `Published by ${publisher}.`;
}

/** Describes the meetings of the conference that are under way or announced. */
export function nextMeetingInWords(network: Network): string {
	const { ongoing, next } = stateNow(network).meetings;
	const meetings = [
		...ongoing.map((meeting) => `${meeting.title}, ${underWayInWords(meeting)}`),
		...(next ? [`${next.title}, ${meetingLine(network, next)}`] : []),
	];
	return meetings.length > 0 ? meetings.join('; ') : 'no announcement found';
}

/** Describes the current chair. For the same sentence with links and sources, see `ChairStanding`. */
export function chairNowInWords(network: Network): string {
	const { chair } = stateNow(network);
	const { is, last } = chair;
	const isNamed = is === 'stated' || is === 'derived';
	const terms = (last ? [last] : chair.spans).map((span) => {
		const { term, until } = span;
		const isOpen = (isNamed || last) && until === undefined;
		const end = isOpen ? endByLength(network, term) : undefined;
		return [
			`${is === 'uncertain' ? ': perhaps ' : ''}${find(network, 'members', term.country).name}, `,
			`${find(network, 'offices', term.office).name}, `,
			is === 'uncertain' ? uncertaintyOf(span, network.today).words : `since ${dateInWords(term.from)}`,
			isOpen && is !== 'stated' ? `; ${lastNamedInWords(network, term)}` : '',
			end ? ` (${end.words})` : '',
		].join('');
	});
	return `Current chair: ${isNamed ? '' : chairAnswers[is]}${last ? '; last known chair: ' : ''}${terms.join('')}.`;
}

/** Describes the current Executive Board. For the same sentences with links and sources, see the page of the Board. */
export function boardNowInWords(network: Network): string {
	const { board, stated, chair } = stateNow(network);
	const hosts = seatedHosts(board?.hosts);
	const chairing = (chair.is === 'uncertain' ? [] : chair.spans).map(
		({ term }) => find(network, 'members', term.country).name,
	);
	return [
		stated
			? `${stated.isOver ? 'Last members' : 'Members'} named by a source: ${statedBoardInWords(network, stated)}.`
			: 'We found no source that names the members of the Board.',
		board &&
			`According to the rule, the seats since the ${titleWithin(board.meeting.title)} belong to ${inSeries(hosts)} as hosts${chairing.length > 0 ? `, and to ${inSeries(chairing)} for the Secretariat` : ''} (derived).`,
	]
		.filter(Boolean)
		.join(' ');
}

/** Describes the Executive Board during a period. For the same sentences with links and sources, see the page of the period. */
export function boardDuringInWords(network: Network, point: TurningPoint): string {
	const state = stateOn(network, point.day);
	const { board, boardIs, stated } = state;
	const disputes = boardDisputesWithin(network, point);
	return [
		boardIs !== 'set-up' && `Executive Board: ${boardAnswers[boardIs]}.`,
		board && `${stateNames.hosts}: ${stateInWords(network, state).hosts}.`,
		stated
			? `${stated.isOver ? 'Last stated' : 'Stated'}: ${statedBoardInWords(network, stated)}.`
			: board && noBoardInWords(disputes),
		...(board && !stated ? disputes.map(({ question }) => `Sources differ: ${question}`) : []),
	]
		.filter(Boolean)
		.join(' ');
}

/** Says that no source lists the members of the Board. The disputes about them follow this sentence. */
export const noBoardInWords = (disputes: readonly Entry<'disputes'>[]): string =>
	disputes.length === 0
		? 'No source states the members of the Board.'
		: 'No source gives a full list of the members of the Board for this time.';

/** Returns the disputes about the members of the Board that touch a period. */
export const boardDisputesWithin = (network: Network, point: TurningPoint): readonly Entry<'disputes'>[] => {
	const ofBoard = network.entries.board.flatMap((list) => doubtsAbout(network, list, ['members']));
	return disputesWithin(network, point).filter((dispute) => ofBoard.includes(dispute));
};

/** Describes a stated list of Board members. For the same words with links, see `BoardMembers`. */
function statedBoardInWords(network: Network, { composition }: NonNullable<NetworkState['stated']>): string {
	const names = composition.members.map(({ country }) => find(network, 'members', country).name);
	const publishers = publishersOf(network, citationsOf(composition, 'members'));
	return `${inSeries(names)}, ${boardTimeInWords(composition)}; source: ${inSeries(publishers)}`;
}
