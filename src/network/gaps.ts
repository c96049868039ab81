import type { Kind } from '../schema/kinds.ts';
import { chairSpans, isChaired, otherChairs } from './chair.ts';
import { officesOf } from './members.ts';
import { modeOf } from './meetings.ts';
import { hostCountryOf } from '../schema/meeting.ts';
import type { Entry, Network } from './network.ts';

/** What a record should state: a name for it, and a function that returns the value, if it is known. */
type Questions<K extends Kind> = readonly (readonly [
	words: string,
	answerOf: (entry: Entry<K>, network: Network) => unknown,
])[];

const questionsOf: { readonly [K in Kind]?: Questions<K> } = {
	members: [['member office', (member, network) => officesOf(network, member)[0]]],
	offices: [
		['membership of this office', ({ membership }) => membership === 'stated'],
		['seat', ({ seat }) => seat],
		['website', ({ website }) => website],
	],
	meetings: [
		['place', modeOf],
		['host', (meeting) => meeting.host ?? meeting.organizers ?? hostCountryOf(meeting)],
		[
			'host institution',
			(meeting) =>
				meeting.mode === 'online' ||
				hostCountryOf(meeting) === undefined ||
				(meeting.host?.institution ?? meeting.host?.office),
		],
		['agenda', ({ agenda }) => agenda],
		['participating countries', ({ participants }) => participants?.countries],
		['decisions or outcomes', ({ decisions, outcomes }) => decisions ?? outcomes],
	],
	secretariat: [
		['end of the term', ({ until }) => until],
		[
			'chair between this term and the next',
			(term, network) =>
				!chairSpans(network).some(
					(span) => !isChaired(span) && span.previous === term && otherChairs(network, span).length === 0,
				),
		],
	],
	board: [['seat of each country', ({ members }) => members.every(({ seat }) => seat !== undefined)]],
	documents: [
		['meeting at which it was adopted', ({ meeting }) => meeting],
		['text', ({ textAddress }) => textAddress],
		['contents', ({ content, textAddress }) => content ?? textAddress],
	],
	projects: [
		['dates', ({ dates }) => dates],
		['organization in charge', ({ runBy }) => runBy],
		['funders', ({ funders }) => funders],
		['beneficiaries', ({ beneficiaries }) => beneficiaries],
	],
	sources: [['date of publication', ({ published }) => published]],
};

export function missingIn<K extends Kind>(network: Network, entry: Entry<K>): string[] {
	const questions = questionsOf[entry.kind] ?? [];
	return questions.filter(([, answerOf]) => !answerOf(entry, network)).map(([words]) => words);
}

export const gapsByKind = (network: Network) =>
	(Object.keys(questionsOf) as Kind[])
		.map((kind) => ({
			kind,
			gaps: network.entries[kind]
				.map((entry: Entry) => ({ entry, missing: missingIn(network, entry) }))
				.filter(({ missing }) => missing.length > 0),
		}))
		.filter(({ gaps }) => gaps.length > 0);

export const gapsByFact = (network: Network) =>
	gapsByKind(network).map(({ kind, gaps }) => ({
		kind,
		facts: [
			...Map.groupBy(
				gaps.flatMap(({ entry, missing }) => missing.map((words) => ({ entry, words }))),
				({ words }) => words,
			),
		].map(([words, lacking]) => ({ words, entries: lacking.map(({ entry }) => entry) })),
	}));
