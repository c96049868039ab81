import { doubtsAbout } from '../../network/doubt.ts';
import { titleOf } from '../../network/labels.ts';
import { hostNames, meetingLine, modeOf } from '../../network/meetings.ts';
import { meetingsWith } from '../../network/members.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { doubtsAboutState, stateNow, stateOn } from '../../network/state.ts';
import {
	attendanceInWords,
	boardNowInWords,
	boardDuringInWords,
	chairNowInWords,
	contactInWords,
	independenceInWords,
	meetingsInWords,
	derivedMembers,
	membersDuringInWords,
	membersInWords,
	memberSinceInWords,
	nextMeetingInWords,
	proposalInWords,
	stateSentences,
	beginningInWords,
	endInWords,
} from '../../network/summaries.ts';
import { frequentThemeInWords, frequentThemes } from '../../network/themes.ts';
import { addDays } from '../../network/time.ts';
import { isPast, periodInWords, turningPoints } from '../../network/turning-points.ts';
import { boundsOf } from '../../schema/edtf.ts';
import { recordKinds } from '../../schema/index.ts';
import { capitalized, ordinal } from '../../schema/words.ts';
import { sitePageAt } from '../../site/navigation.ts';
import { asOfPath, pathOf, turningPointPath } from '../../site/paths.ts';

/** An answer to a question, with a link to a page that gives the same answer. */
export interface SearchAnswer {
	topic: string;
	/** The names of the subject, for questions with a subject. */
	about?: string[];
	/** The first and the last day for which the answer is true. */
	days?: [first: string, last: string];
	/** Whether the period lies entirely before or after the network's history. */
	isOutside?: true;
	text: string;
	url: string;
	title: string;
}

export const answersOf = (network: Network): SearchAnswer[] => [
	...answersNow(network),
	...answersOnDays(network),
	...network.entries.meetings.map((meeting) =>
		answerOf(network, meeting, {
			topic: 'meeting',
			about: namesOfMeeting(network, meeting),
			days: daysOf(meeting.dates),
			text: `${meeting.title}, ${meetingLine(network, meeting)}.`,
			fields: ['dates', 'place', 'mode'],
		}),
	),
	...network.entries.meetings.flatMap((meeting) => {
		const count = meeting.participants?.count;
		return count === undefined
			? []
			: answerOf(network, meeting, {
					topic: 'participants',
					about: namesOfMeeting(network, meeting),
					text: `${meeting.title}: ${capitalized(count)} took part.`,
					fields: ['participants.count'],
				});
	}),
	...network.entries.meetings.flatMap((meeting) => {
		const hosts = hostNames(network, meeting);
		return hosts.length === 0
			? []
			: answerOf(network, meeting, {
					topic: 'host',
					about: namesOfMeeting(network, meeting),
					text: `${meeting.title}. Host: ${hosts.join('; ')}.`,
					fields: ['host'],
				});
	}),
	...network.entries.projects.flatMap((project) => {
		const funders = (project.funders ?? []).map(({ text }) => text);
		return funders.length === 0
			? []
			: answerOf(network, project, {
					topic: 'funding',
					about: [project.title, ...funders].flatMap((text) => text.split(' ')),
					text: `${project.title}. Funded by: ${funders.join('; ')}.`,
					fields: ['funders'],
				});
	}),
	...network.entries.secretariat.map((term) =>
		answerOf(network, term, {
			topic: 'chair',
			about: namesOfMember(network, term.country),
			text: `${titleOf(network, term)}.`,
			fields: ['country', 'from', 'until'],
		}),
	),
	...network.entries.members.map((member) =>
		answerOf(network, member, {
			topic: 'joined',
			about: namesOfMember(network, member.id),
			text: memberSinceInWords(member),
			fields: ['joined'],
		}),
	),
	...network.entries.members.map((member) =>
		answerOf(network, member, {
			topic: 'attended',
			about: namesOfMember(network, member.id),
			text: attendanceInWords(network, member) + doubtNote(meetingsWith(network, member).disputes),
			fields: [],
		}),
	),
	...network.entries.glossary.map((entry) =>
		answerOf(network, entry, {
			topic: 'glossary',
			about: namesOfTerm(entry),
			text: `${[entry.term, entry.expansion].filter(Boolean).join(': ')}${entry.isOurTranslation ? '. Our translation' : ''}. ${entry.meaning}`,
			fields: ['term', 'expansion', 'meaning'],
		}),
	),
	...network.entries.languages.map((language) =>
		answerOf(network, language, {
			topic: 'glossary',
			about: [language.name],
			text: language.page.title,
			fields: [],
		}),
	),
];

/** Returns an answer with a link to a record. If sources disagree about the answer, adds a note. */
function answerOf(
	network: Network,
	entry: Entry,
	{ fields, text, ...answer }: Pick<SearchAnswer, 'topic' | 'about' | 'days' | 'text'> & { fields: string[] },
): SearchAnswer {
	return {
		...answer,
		text: text + doubtNote(doubtsAbout(network, entry, fields)),
		url: pathOf(entry),
		title: titleOf(network, entry),
	};
}

function doubtNote(disputes: readonly Entry<'disputes'>[]): string {
	const [one, ...others] = new Set(disputes);
	if (!one) return '';
	return ` Sources differ${others.length > 0 ? ` on ${others.length + 1} points.` : `: ${one.question}`}`;
}

function answersNow(network: Network): SearchAnswer[] {
	const now = stateNow(network);
	const doubts = doubtsAboutState(network, now);
	const { last } = now.meetings;
	const [frequent] = frequentThemes(network);
	const { account, site } = network;
	const titles = account.workings.flatMap(({ title }) => title.split(' '));
	const onPage = (topic: string, path: string, text: string): SearchAnswer => ({
		topic,
		text,
		url: path,
		title: sitePageAt(network, path)?.title ?? network.account.name,
	});
	return [
		onPage('chair', recordKinds.secretariat.list, chairNowInWords(network) + doubtNote(doubts.chair)),
		onPage('board', recordKinds.board.list, boardNowInWords(network) + doubtNote(doubts.board)),
		{
			...onPage('board', recordKinds.board.list, boardNowInWords(network) + doubtNote(doubts.board)),
			about: network.entries.members.flatMap(({ id }) => namesOfMember(network, id)),
		},
		onPage('rule', recordKinds.board.list, account.boardRule.text),
		onPage('offices', '/network/', account.summary),
		onPage('founded', asOfPath, beginningInWords(network)),
		...account.workings.map(({ title, text }) => ({
			...onPage('working', '/network/', `${title}. ${text}`),
			about: `${title} ${text}`
				.split(/[^\p{L}]+/u)
				.filter((word) => title.includes(word) || !titles.includes(word)),
		})),
		...(site.licence
			? [
					onPage(
						'licence',
						'/about/',
						`You may use our texts under ${site.licence.name}. Please credit this site by name and address. Quotes belong to their publishers.`,
					),
				]
			: []),
		onPage('edit', '/contribute/', proposalInWords),
		onPage('members', recordKinds.members.list, membersInWords(network) + doubtNote(doubts.members)),
		onPage('meetings', recordKinds.meetings.list, meetingsInWords(network)),
		onPage('report', '/about/', contactInWords(network)),
		onPage('official', '/about/', independenceInWords(network)),
		{
			...onPage(
				'glossary',
				'/about/',
				'If we worked out a date, a count or a state, and readers could take it for a statement of a source, we mark it as derived.',
			),
			about: ['derived'],
		},
		onPage('next', '/', `Next meeting: ${nextMeetingInWords(network)}.`),
		...(frequent ? [onPage('theme', recordKinds.themes.list, `${frequentThemeInWords(frequent)}.`)] : []),
		...(last
			? [
					answerOf(network, last, {
						topic: 'last',
						text: `${last.title}, ${meetingLine(network, last)}.`,
						fields: ['dates', 'place', 'mode'],
					}),
				]
			: []),
	];
}

/** Returns answers about each period in the network's history, and about the time before and after its history. */
function answersOnDays(network: Network): SearchAnswer[] {
	const points = turningPoints(network).filter(({ day }) => day <= network.today);
	const [first] = points;
	const periods = points.flatMap((point) => {
		const state = stateOn(network, point.day);
		const sentences = stateSentences(network, state, isPast(network, point));
		const answer = (topic: string, text: string): SearchAnswer => ({
			topic,
			days: [point.day, point.until ?? network.today],
			text,
			url: turningPointPath(point),
			title: `The network ${periodInWords(point)}`,
		});
		const doubts = doubtsAboutState(network, state);
		return [
			answer('chair', sentences.chair + (state.chair.is === 'disputed' ? '' : doubtNote(doubts.chair))),
			answer('members', membersDuringInWords(network, point)),
			answer(
				'day',
				[sentences.members, derivedMembers, sentences.chair, sentences.board].filter(Boolean).join(' ') +
					doubtNote([...doubts.members, ...doubts.chair, ...doubts.board]),
			),
			answer('board', boardDuringInWords(network, point)),
		];
	});
	if (!first) return [];
	const outside = (days: [string, string], text: string): SearchAnswer[] =>
		['chair', 'members', 'board'].map((topic) => ({
			topic,
			days,
			isOutside: true,
			text,
			url: asOfPath,
			title: 'The network on a day',
		}));
	return [
		...outside(['0000-01-01', addDays(first.day, -1)], beginningInWords(network)),
		...periods,
		...outside([addDays(network.today), '9999-12-31'], endInWords(network)),
	];
}

const daysOf = (date: string): [string, string] => {
	const { earliest, latest } = boundsOf(date);
	return [earliest, latest];
};

const namesOfMember = (network: Network, id: string): string[] => {
	const { name, searchWords = [] } = find(network, 'members', id);
	return [name, ...name.split(' '), ...searchWords];
};

/** Returns the names of a glossary entry, such as "DNA (Italy)" and "DNA", or "SIDDA/SIDNA", "SIDDA" and "SIDNA". */
const namesOfTerm = ({ term, expansion, searchWords = [] }: Entry<'glossary'>): string[] => [
	term,
	term.replace(/ \(.*\)/, ''),
	...term.split('/'),
	...(expansion === undefined ? [] : [expansion]),
	...searchWords,
];

/**
 * Returns the names of a meeting: its place, its number and the words of its title. A meeting number without the name of a body never
 * refers to a Board meeting.
 */
function namesOfMeeting(network: Network, meeting: Entry<'meetings'>): string[] {
	const { title, number, place, body } = meeting;
	const own = [...title.split(' '), ...(number === undefined ? [] : [String(number), ordinal(number)])];
	return [
		...(body === 'conference' ? own : ['board', ...own.map((name) => `board ${name}`)]),
		...(place ? [place.city, ...namesOfMember(network, place.country)] : [modeOf(meeting)?.words ?? '']),
	].filter(Boolean);
}
