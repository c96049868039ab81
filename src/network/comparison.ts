import { isSurelyBefore } from '../schema/edtf.ts';
import { capitalized, inSeries, numberInWords, separated, timesInWords } from '../schema/words.ts';
import { whenInWords } from '../schema/dates.ts';
import { chairSpans, type ChairState, isChaired } from './chair.ts';
import { meetingsInSeries, meetingsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';
import { doubtsAboutState, type NetworkState, numberedMeetings, stateOn } from './state.ts';
import { happenedBy } from './time.ts';
import { datedChanges } from './turning-points.ts';

/*
 * Compares the network at the end of two days. Each part changed, did not change, or may have changed. A fact that sources simply stop
 * stating does not count as a change.
 */

type Answer = 'yes' | 'maybe' | 'no';

export const subjectNames = {
	members: 'Members',
	chair: 'Chair',
	board: 'Board',
	meetings: 'Last meeting',
	boardMeetings: 'Board last met',
	offices: 'Offices',
	documents: 'Documents',
} as const;

export type Subject = keyof typeof subjectNames;

/** Returns whether an event happened after a day, up to the end of a later day. */
export function happenedBetween(date: string, then: string, later: string): Answer {
	const [before, after] = [happenedBy(date, then), happenedBy(date, later)];
	if (before === 'yes' || after === 'no') return 'no';
	return before === 'no' && after === 'yes' ? 'yes' : 'maybe';
}

const strongest = (answers: readonly Answer[]): Answer =>
	answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';

const changesBetween = (network: Network, then: string, later: string) =>
	datedChanges(network).flatMap((dated) => {
		const { first, settled, changes } = dated;
		if (settled <= then || first > later) return [];
		const happened = first > then && settled <= later ? 'yes' : 'maybe';
		return changes.map((change) => ({ dated, change, happened }) as const);
	});

/** Returns the records with a date that is or may be between two given days. */
const recordsBetween = <T extends Entry>(
	records: readonly T[],
	dateOf: (record: T) => string,
	then: string,
	later: string,
) =>
	records
		.map((record) => ({ record, happened: happenedBetween(dateOf(record), then, later) }))
		.filter(({ happened }) => happened !== 'no');

type Comparison = ReturnType<typeof compareDays>;

/**
 * Compares the network at the end of two days.
 *
 * @param first `YYYY-MM-DD`
 * @param last a later day
 */
export function compareDays(network: Network, first: string, last: string) {
	const [then, later] = [stateOn(network, first), stateOn(network, last)];
	const all = changesBetween(network, first, last);
	const changesOf = (subject: Subject) => all.filter(({ change }) => change.subject === subject);
	const answerFrom = (subject: Subject): Answer =>
		strongest(changesOf(subject).flatMap(({ change, happened }) => (change.isLimit ? [] : happened)));
	const hasLimit = (subject: Subject): boolean => changesOf(subject).some(({ change }) => change.isLimit);

	const byEvents = answerFrom('chair');
	const chair = byEvents === 'no' && !isSameChair(then.chair, later.chair) ? 'maybe' : byEvents;
	const seats = answerFrom('board') === 'no' && hasLimit('board') ? 'maybe' : answerFrom('board');
	const hasBoard = later.board !== undefined;
	const held = {
		meetings: recordsBetween(numberedMeetings(network), ({ dates }) => dates, first, last),
		boardMeetings: recordsBetween(meetingsOf(network, 'executive-board'), ({ dates }) => dates, first, last),
		documents: recordsBetween(network.entries.documents, ({ date }) => date, first, last),
	};
	const answerOf = (subject: keyof typeof held) => strongest(held[subject].map(({ happened }) => happened));
	const answers: Record<Subject, Answer> = {
		members: answerFrom('members'),
		chair,
		/** If the chair changes, the Board changes too, because the country that chairs the Secretariat has a seat. */
		board: strongest([seats, ...(hasBoard ? [chair] : [])]),
		meetings: answerOf('meetings'),
		boardMeetings: answerOf('boardMeetings'),
		offices: answerFrom('offices'),
		documents: answerOf('documents'),
	};
	const doubts = [then, later].map((state) => doubtsAboutState(network, state));
	/** Returns the disputes about the changes and about the meetings that the page names. */
	const disputesOf = (subject: Subject) => [
		...new Set([
			...changesOf(subject).flatMap(({ change }) => change.disputes),
			...(subject === 'meetings' || subject === 'boardMeetings'
				? doubts.flatMap((ofState) => ofState[subject])
				: []),
		]),
	];
	return { then, later, answers, changesOf, disputesOf, held };
}

/** Names the meetings that may have ended between two days, as in ", not counting the ninth meeting". */
export function uncountedInWords(held: Comparison['held']['meetings']): string {
	const open = held.filter(({ happened }) => happened === 'maybe').map(({ record }) => record);
	return open.length === 0 ? '' : `, not counting the ${meetingsInSeries(open)}`;
}

/** Returns whether the chair's term is the same in both states, or neither state has a Secretariat. */
function isSameChair(then: ChairState, later: ChairState): boolean {
	const termOf = ({ is, spans }: ChairState) =>
		is === 'stated' || is === 'derived' ? spans[0]?.term : undefined;
	if (then.is === 'not-yet') return later.is === 'not-yet';
	return termOf(then) !== undefined && termOf(then) === termOf(later);
}

/** Returns the country of the chair, or of the last known chair. */
const chairingIn = (network: Network, { chair }: NetworkState): string | undefined => {
	const [span] = chair.last ? [chair.last] : chair.is === 'uncertain' ? [] : chair.spans;
	return span && find(network, 'members', span.term.country).name;
};

/** Describes what certainly changed between two days, and what may have changed, in a few sentences. */
export function comparisonInWords(
	network: Network,
	{ then, later, answers, changesOf, held }: Comparison,
	days: { start: string; end: string },
): string {
	const between = `between ${days.start} and ${days.end}`;
	const sure = (subject: Subject) =>
		changesOf(subject).filter(({ change, happened }) => happened === 'yes' && !change.isLimit);
	const joined = sure('members').flatMap(({ change }) => change.links.map(({ label }) => label));
	const met = held.meetings.filter(({ happened }) => happened === 'yes').length;
	const wasSetUp = then.boardIs === 'not-yet' && later.boardIs === 'set-up';
	const hasSecretariat = then.chair.is === 'not-yet' && later.chair.is !== 'not-yet';
	const turns = sure('board').length;
	const parts = [
		joined.length > 3
			? `${numberInWords(joined.length)} countries joined`
			: joined.length > 0 && `${inSeries(joined)} joined`,
		hasSecretariat && answers.chair === 'yes' && 'the Secretariat was set up',
		answers.chair === 'yes' && chairChangeInWords(network, then, later),
		wasSetUp ? 'the Board was set up' : turns > 0 && `the seats on the Board rotated ${timesInWords(turns)}`,
	].filter((part) => part !== false);
	const last = parts.pop();
	const changes = parts.length > 0 ? `${parts.join(', ')}, and ${last}` : last;
	const timesMet = met > 0 && `the network met ${timesInWords(met)}${uncountedInWords(held.meetings)}`;
	const open = [
		answers.members === 'maybe' && 'the members',
		answers.chair === 'maybe' && 'the chair',
		answers.board === 'maybe' && 'the Board',
		answers.offices === 'maybe' && 'the offices',
	].filter((part) => part !== false);
	return [
		changes
			? `${capitalized(between)}, ${changes}.`
			: timesMet
				? `${capitalized(between)}, ${timesMet}.`
				: `The record shows no change ${between}.`,
		changes && timesMet && `${capitalized(timesMet)}.`,
		answers.chair === 'yes' &&
			later.chair.is === 'not-stated' &&
			'The chair at the end of this time is not stated.',
		open.length > 0 &&
			`It is not known for certain whether ${separated(open, ' or ', (part) => part).join('')} changed.`,
	]
		.filter(Boolean)
		.join(' ');
}

function chairChangeInWords(network: Network, then: NetworkState, later: NetworkState): string {
	const from = chairingIn(network, then);
	const next = chairSpans(network)
		.filter(isChaired)
		.filter((span) => happenedBetween(span.from, then.day, later.day) === 'yes')
		.map(({ term }) => ({ name: find(network, 'members', term.country).name, from: term.from }))
		.filter(({ name }, index, all) => name !== all[index - 1]?.name);
	if (next.length === 0) return from === undefined ? 'the chair changed' : `${from}’s term as chair ended`;
	const successors = next.slice(next.length > 1 && next[0]?.name === from ? 1 : 0);
	const countries = successors.map(({ name }) => name).join(' and then ');
	if (from === undefined) {
		const hadChair = chairSpans(network).some(
			(span) =>
				isChaired(span) &&
				isSurelyBefore(span.from, then.day) &&
				find(network, 'members', span.term.country).name === countries,
		);
		return `${hadChair ? 'another office of ' : ''}${countries} took the chair`;
	}
	if (from === countries) return `the chair passed to another office of ${from}`;
	const [first, ...others] = successors;
	const when = first && others.length === 0 ? ` ${whenInWords(first.from)}` : '';
	return `the chair passed from ${from} to ${countries}${when}`;
}
