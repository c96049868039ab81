/*
 * Lists the citations of each page in reading order, so that sources can be numbered before the page is rendered. The build fails if the
 * list lacks a source that the page cites.
 */
import {
	chairCitations,
	type ChairState,
	endByLength,
	lastNaming,
	uncertaintyOf,
} from '../../network/chair.ts';
import { citationsOf, type RecordOrAccount } from '../../network/citations.ts';
import { hostCitations, itemCitations, itemsOfTheme } from '../../network/meetings.ts';
import { growth, joiningCitations, officesOf } from '../../network/members.ts';
import type { Entry, Network } from '../../network/network.ts';
import { boardPeriods, hostChain } from '../../network/rotation.ts';
import type { NetworkState } from '../../network/state.ts';
import type { Citation } from '../../schema/citation.ts';
import type { Kind } from '../../schema/kinds.ts';
import { chapterKinds } from '../../site/print.ts';

type Citations = readonly Citation[];

const inFields = (of: RecordOrAccount, ...fields: readonly string[]): Citations =>
	fields.flatMap((field) => citationsOf(of, ...field.split('.')));

export const citedInAccount = ({ account }: Network): Citations =>
	inFields(account, 'summary', 'account', 'aims', 'workings');

/** Returns the citations for the place and the dates of a meeting, as shown by `MeetingLine`. */
const citedInMeetingLine = (meeting: Entry<'meetings'>): Citations =>
	inFields(meeting, meeting.place ? 'place' : 'mode', 'dates');

export const citedInMeeting = (meeting: Entry<'meetings'>): Citations => [
	...citedInMeetingLine(meeting),
	...inFields(meeting, 'partOf', 'participants.count', 'hostFirstPlanned.country'),
	...inFields(meeting, 'agenda', 'decisions', 'outcomes', 'participants', 'support'),
	...inFields(meeting, 'host', 'mode', 'organizers', 'alsoCalled', 'notes'),
	...citationsOf(meeting),
];

export const citedInMember = (network: Network, member: Entry<'members'>): Citations => [
	...inFields(member, 'joined.date', 'name', 'joined.how', 'joined.order', 'joined.notes'),
	...officesOf(network, member).flatMap((office) => [
		...(office.nameIsOurTranslation ? [] : inFields(office, 'name')),
		...inFields(office, 'nativeNames', 'abbreviation', 'seat', 'membershipNote', 'since', 'until', 'notes'),
		...citationsOf(office),
	]),
	...inFields(member, 'notes'),
	...citationsOf(member),
];

export const citedInMembers = (network: Network): Citations => [
	...growth(network).flatMap(({ joined }) =>
		joined.flatMap((member) => citationsOf(member, 'joined', 'date')),
	),
	...citationsOf(network.account, 'counts'),
];

export const citedInSeats = (network: Network): Citations => [
	...boardPeriods(network).flatMap(({ comparisons }) =>
		comparisons.flatMap(({ composition }) => citationsOf(composition, 'members')),
	),
	...hostChain(network).flatMap(({ meeting }) => [
		...hostCitations(meeting),
		...citationsOf(meeting, 'hostFirstPlanned'),
	]),
];

/** Returns the citations for the chair on a given day, as shown by `ChairStanding`. */
export const citedInChair = (network: Network, { is, spans, last }: ChairState, day: string): Citations => [
	...(is === 'not-yet' ? citationsOf(network.account, 'secretariat') : []),
	...(last ? [last] : spans).flatMap((span) => {
		const { term, until } = span;
		const isOpen = is !== 'uncertain' && until === undefined;
		return [
			...inFields(term, 'office'),
			...(is === 'uncertain'
				? chairCitations(network, span, uncertaintyOf(span, day).field)
				: inFields(term, 'from')),
			...(isOpen && is !== 'stated' ? (lastNaming(network, term)?.citations ?? []) : []),
			...(isOpen ? (endByLength(network, term)?.citations ?? []) : []),
		];
	}),
];

export const citedInTerms = (network: Network): Citations =>
	network.entries.secretariat
		.toReversed()
		.flatMap((term) => [
			...inFields(term, 'country', 'office', 'from', 'began', 'until', 'ended', 'statedLength', 'notes'),
			...citationsOf(term),
		]);

export const citedInTheme = (network: Network, theme: Entry<'themes'>): Citations => [
	...itemsOfTheme(network, theme.id).flatMap(itemCitations),
	...citationsOf(theme),
];

export function citedInState(
	network: Network,
	state: NetworkState,
	within: readonly Entry<'meetings'>[],
): Citations {
	const { members, possibleMembers, chair, board, boardIs, stated, meetings, offices } = state;
	const held = [meetings.last, ...within, state.boardMeeting].filter((meeting) => meeting !== undefined);
	return [
		...members.flatMap((member) => citationsOf(member, 'joined', 'date')),
		...possibleMembers.flatMap((member) => joiningCitations(network, member)),
		...citedInChair(network, chair, state.day),
		...(board || boardIs !== 'set-up' ? citationsOf(network.account, 'boardRule') : []),
		...(stated ? citationsOf(stated.composition, 'members') : []),
		...held.flatMap(citedInMeetingLine),
		...offices.flatMap(({ citations }) => citations),
		...[...state.documents, ...state.possibleDocuments].flatMap((document) => citationsOf(document, 'date')),
	];
}

/** Returns the citations of records for pages that show all fields in the order of the schema. */
export const citedInRecords = (entries: readonly Entry[]): Citations =>
	entries.flatMap((entry) => citationsOf(entry));

export const citedInPrint = (network: Network): Citations => {
	const { entries, account } = network;
	const chapters: Partial<Record<Kind, Citations>> = {
		members: [
			...citedInMembers(network),
			...entries.members.flatMap((member) => citedInMember(network, member)),
		],
		meetings: entries.meetings.flatMap(citedInMeeting),
		board: [...citationsOf(account, 'boardRule'), ...citedInSeats(network), ...citedInRecords(entries.board)],
		secretariat: citedInTerms(network),
		themes: entries.themes.flatMap((theme) => citedInTheme(network, theme)),
	};
	return [
		...citedInAccount(network),
		...chapterKinds.flatMap((kind) => chapters[kind] ?? citedInRecords(entries[kind])),
	];
};
