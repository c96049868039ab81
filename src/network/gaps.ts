import type { Kind } from '../schema/kinds.ts';
import { officesOf } from './members.ts';
import { modeOf } from './meetings.ts';
import { hostCountryOf } from '../schema/host-turn.ts';
import type { Entry, Network } from './network.ts';

type Questions<K extends Kind> = readonly (readonly [
	words: string,
	isKnown: (entry: Entry<K>, network: Network) => boolean,
])[];

const questionsOf: { readonly [K in Kind]?: Questions<K> } = {
	members: [['member office', (member, network) => officesOf(network, member).length > 0]],
	offices: [
		['membership of this office', ({ membership }) => membership === 'stated'],
		['seat', ({ seat }) => seat !== undefined],
		['website', ({ website }) => website !== undefined],
	],
	meetings: [
		['place', (meeting) => modeOf(meeting) !== undefined],
		[
			'host',
			(meeting) =>
				meeting.host !== undefined ||
				meeting.organizers !== undefined ||
				hostCountryOf(meeting) !== undefined,
		],
		[
			'host institution',
			(meeting) =>
				meeting.mode === 'online' ||
				hostCountryOf(meeting) === undefined ||
				meeting.host?.institution !== undefined ||
				meeting.host?.office !== undefined,
		],
		['agenda', ({ agenda }) => agenda !== undefined],
		['participating countries', ({ participants }) => participants?.countries !== undefined],
		['decisions or outcomes', ({ decisions, outcomes }) => decisions !== undefined || outcomes !== undefined],
	],
	secretariat: [['end of the term', ({ until }) => until !== undefined]],
	board: [['seat of each country', ({ members }) => members.every(({ seat }) => seat !== undefined)]],
	documents: [
		['meeting at which it was adopted', ({ meeting }) => meeting !== undefined],
		['text', ({ textAddress }) => textAddress !== undefined],
		['contents', ({ content, textAddress }) => content !== undefined || textAddress !== undefined],
	],
	projects: [
		['dates', ({ dates }) => dates !== undefined],
		['organization in charge', ({ runBy }) => runBy !== undefined],
		['funders', ({ funders }) => funders !== undefined],
		['beneficiaries', ({ beneficiaries }) => beneficiaries !== undefined],
	],
	sources: [['date of publication', ({ published }) => published !== undefined]],
};

export function missingIn<K extends Kind>(network: Network, entry: Entry<K>): string[] {
	const questions = questionsOf[entry.kind] ?? [];
	return questions.filter(([, isKnown]) => !isKnown(entry, network)).map(([words]) => words);
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
