import { keysOf } from '../schema/fields.ts';
import { capitalized, inSeries, separated } from '../schema/words.ts';
import { chairSpansDuring, type ChairState } from './chair.ts';
import { documentDate, meetingsInSeries, meetingsOf } from './meetings.ts';
import type { Entry, Network } from './network.ts';
import { doubtsAboutState, numberedMeetings, stateOn } from './state.ts';
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
	boardMeetings: 'Last Board meeting on record',
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
	const inChair = new Set(chairSpansDuring(network, first, last).flatMap(({ term }) => term?.country ?? []));
	const mayBeAnother = inChair.size > 1 || later.chair.is === 'not-stated';
	const held = {
		meetings: recordsBetween(numberedMeetings(network), ({ dates }) => dates, first, last),
		boardMeetings: recordsBetween(meetingsOf(network, 'executive-board'), ({ dates }) => dates, first, last),
		documents: recordsBetween(
			network.entries.documents,
			(document) => documentDate(network, document),
			first,
			last,
		),
	};
	const answerOf = (subject: keyof typeof held) => strongest(held[subject].map(({ happened }) => happened));
	const answers: Record<Subject, Answer> = {
		members: answerFrom('members'),
		chair,
		/** If another country takes the chair, the Board changes too, because this country has a seat. */
		board: strongest([seats, ...(later.board && mayBeAnother ? [chair] : [])]),
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

/** Says which parts of the network changed between two days, and which may have changed. */
export function comparisonInWords({ answers }: Comparison, days: { start: string; end: string }): string {
	const between = `between ${days.start} and ${days.end}`;
	const parts = { members: 'the members', chair: 'the chair', board: 'the Board', offices: 'the offices' };
	const partsWith = (answer: Answer): string[] =>
		keysOf(parts)
			.filter((subject) => answers[subject] === answer)
			.map((subject) => parts[subject]);
	const [changed, open] = [partsWith('yes'), partsWith('maybe')];
	if (changed.length + open.length === 0)
		return `The record shows no change in members, chair, Board or offices ${between}.`;
	const unknown = `It is not known for certain whether ${separated(open, ' or ', (part) => part).join('')} changed`;
	if (changed.length === 0) return `${unknown} ${between}.`;
	return `${capitalized(inSeries(changed))} changed ${between}.${open.length > 0 ? ` ${unknown}.` : ''}`;
}
