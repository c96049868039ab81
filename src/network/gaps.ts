import type { Kind } from '../schema/kinds.ts';
import { officesOf } from './members.ts';
import { modeOf } from './meetings.ts';
import { hostCountryOf } from '../schema/host-turn.ts';
import type { Entry, Network } from './network.ts';

/** A record with the questions about it that no source found answers. */
export interface Gap {
	entry: Entry;
	missing: string[];
}

type Questions<K extends Kind> = readonly (readonly [
	words: string,
	isKnown: (entry: Entry<K>, network: Network) => boolean,
])[];

const questionsOf: { readonly [K in Kind]?: Questions<K> } = {
	members: [['which office is the member', (member, network) => officesOf(network, member).length > 0]],
	offices: [
		['whether this office is the member', ({ membership }) => membership === 'stated'],
		['where its seat is', ({ seat }) => seat !== undefined],
		['its website', ({ website }) => website !== undefined],
	],
	meetings: [
		['where or how it was held', (meeting) => modeOf(meeting) !== undefined],
		[
			'who hosted it',
			(meeting) =>
				meeting.host !== undefined ||
				meeting.organizers !== undefined ||
				hostCountryOf(meeting) !== undefined,
		],
		[
			'the host institution',
			(meeting) =>
				meeting.mode === 'online' ||
				hostCountryOf(meeting) === undefined ||
				meeting.host?.institution !== undefined ||
				meeting.host?.office !== undefined,
		],
		['its agenda', ({ agenda }) => agenda !== undefined],
		['which countries took part', ({ participants }) => participants?.countries !== undefined],
		[
			'what it decided or what came of it',
			({ decisions, outcomes }) => decisions !== undefined || outcomes !== undefined,
		],
	],
	secretariat: [['when the term ended', ({ until }) => until !== undefined]],
	board: [['who held which seat', ({ members }) => members.every(({ seat }) => seat !== undefined)]],
	documents: [
		['at which meeting it was adopted', ({ meeting }) => meeting !== undefined],
		['its text', ({ textAddress }) => textAddress !== undefined],
		['what it says', ({ content, textAddress }) => content !== undefined || textAddress !== undefined],
	],
	projects: [
		['when it ran', ({ dates }) => dates !== undefined],
		['who ran it', ({ runBy }) => runBy !== undefined],
		['who paid for it', ({ funders }) => funders !== undefined],
		['whom it was for', ({ beneficiaries }) => beneficiaries !== undefined],
	],
	sources: [['when it was published', ({ published }) => published !== undefined]],
};

/** The kinds on the page of open questions, in its order. */
export const kindsWithQuestions = Object.keys(questionsOf) as Kind[];

/** Returns the open questions about a record. */
export function missingIn<K extends Kind>(network: Network, entry: Entry<K>): string[] {
	const questions = questionsOf[entry.kind] ?? [];
	return questions.filter(([, isKnown]) => !isKnown(entry, network)).map(([words]) => words);
}

/** Returns the records of a kind that have open questions, in reading order. */
export const gapsOf = (network: Network, kind: Kind): Gap[] =>
	network.entries[kind]
		.map((entry: Entry) => ({ entry, missing: missingIn(network, entry) }))
		.filter(({ missing }) => missing.length > 0);

/** Returns the gaps by kind, without kinds that have none. */
export const gapsByKind = (network: Network): { kind: Kind; gaps: Gap[] }[] =>
	kindsWithQuestions
		.map((kind) => ({ kind, gaps: gapsOf(network, kind) }))
		.filter(({ gaps }) => gaps.length > 0);
