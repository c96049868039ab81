import type { Citation } from '../schema/citation.ts';
import { otherReadings, publishersOf } from './doubt.ts';
import { boundsOf, compareDates, type DayBounds, isSurelyBefore } from '../schema/edtf.ts';
import { inSeries } from '../schema/words.ts';
import { dateInWords, isExact, someTimeInWords, termInWords, whenInWords } from '../schema/dates.ts';
import { citationsOf } from './citations.ts';
import { addDays, dayAfter, during, happenedBy, narrowDate, noEnd } from './time.ts';
import { disputesAbout, type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/**
 * A country's term as chair. If the term began or ended at a meeting, the dates of this meeting make the term's dates more precise. A term
 * that ended in the month in which its office was closed ended on the office's last day (derived).
 */
export interface ChairedSpan {
	term: Entry<'secretariat'>;
	from: string;
	/** The end of the term, if a source states it. */
	until: string | undefined;
	/**
	 * The first date after the term. If no source states the end of a term, this is the start of the next term, because there is only one
	 * chair at a time.
	 */
	over: string | undefined;
}

/** A gap between two terms without a recorded chair (derived). */
export interface UnchairedSpan {
	term: undefined;
	previous: Entry<'secretariat'>;
	next: Entry<'secretariat'>;
	/** The stated end of the previous term. */
	after: string;
	before: string;
	/** The first day that certainly belongs to the gap. */
	from: string;
	until: string;
}

export type ChairSpan = ChairedSpan | UnchairedSpan;

const meetingDates = (network: Network, id: string | undefined): string | undefined =>
	id === undefined ? undefined : find(network, 'meetings', id).dates;

function chairedSpans(network: Network): ChairedSpan[] {
	const spans = network.entries.secretariat.map((term) => ({
		term,
		from: narrowDate(term.from, meetingDates(network, term.began.meeting)),
		until:
			term.until &&
			narrowDate(
				term.until,
				meetingDates(network, term.ended?.meeting) ?? find(network, 'offices', term.office).until,
			),
	}));
	return spans.map((span, index) => {
		const next = spans.slice(index + 1).find(({ from }) => isSurelyBefore(span.from, from));
		const { term, until } = span;
		if (until === undefined) return { ...span, over: next?.from };
		const isHandedOver = term.ended?.meeting !== undefined || (next && boundsOf(next.from).earliest <= until);
		return { ...span, over: isHandedOver ? until : dayAfter(until) };
	});
}

/** Returns all terms of office as chair and the gaps between them, in chronological order. */
export const chairSpans = memoize((network: Network): readonly ChairSpan[] => {
	// Of all earlier terms, the one that ended last. If dates are imprecise, this is not always the one that started last.
	let last: ChairedSpan | undefined;
	return chairedSpans(network).flatMap((span): ChairSpan[] => {
		const previous = last;
		if (!previous || daysOf(previous).latest < daysOf(span).latest) last = span;
		if (previous?.until === undefined) return [span];
		const from = addDays(boundsOf(previous.until).latest);
		const until = addDays(boundsOf(span.from).earliest, -1);
		if (from > until) return [span];
		const ended = endsWithOffice(previous) ? previous.term.until : undefined;
		const terms = { previous: previous.term, next: span.term };
		return [
			{ term: undefined, ...terms, after: ended ?? previous.until, before: span.from, from, until },
			span,
		];
	});
});

function daysOf(span: ChairSpan): DayBounds {
	const end = isChaired(span) ? span.over : span.until;
	return {
		earliest: boundsOf(span.from).earliest,
		latest: end === undefined ? noEnd : boundsOf(end).latest,
	};
}

export const isChaired = (span: ChairSpan): span is ChairedSpan => span.term !== undefined;

/** The possible answers to the question of who held the chair on a day. Pages and data files use the same ones. */
export const chairAnswers = {
	/** The Secretariat had not been set up. */
	'not-yet': 'not yet set up',
	/** The sources name a single chair. */
	stated: 'stated',
	/** No later source names the chair, but the day is within the stated length of the term or before the next term. */
	derived: 'derived',
	/** A term began or ended in the same month or during the same meeting, and no source states the exact day. */
	uncertain: 'not known for certain',
	/** There is a gap between the terms, but some sources name a chair for this time. */
	disputed: 'sources differ',
	'not-stated': 'not stated',
} as const;

export interface ChairState {
	readonly is: keyof typeof chairAnswers;
	/** The current term, or all possible terms if the chair is uncertain. The list is empty if no chair is known. */
	readonly spans: readonly ChairedSpan[];
	/** The last known term if no chair is known, unless a source states the end of this term. */
	readonly last?: ChairedSpan | undefined;
	readonly gap?: UnchairedSpan | undefined;
}

/** Returns the chair at the end of a day. Only this function decides who held the chair. */
export function chairOn(network: Network, day: string): ChairState {
	const spans = chairSpansDuring(network, addDays(day), day).filter(isChaired);
	const [running, ...others] = spans.filter(
		({ from, over }) =>
			happenedBy(from, day) === 'yes' && (over === undefined || happenedBy(over, day) === 'no'),
	);
	if (running && others.length === 0) {
		const is = answerFor(network, running, day);
		return is === 'not-stated' ? { is, spans: [], last: running } : { is, spans: [running] };
	}
	if (spans.length > 0) return { is: 'uncertain', spans };
	const gap = unchairedOn(network, day);
	const set = secretariatSet(network);
	if (set !== undefined && day < boundsOf(set).earliest) return { is: 'not-yet', spans };
	return { is: gap && otherChairs(network, gap).length > 0 ? 'disputed' : 'not-stated', spans, gap };
}

/** Returns whether a term is stated, derived or not stated on a day. */
function answerFor(network: Network, span: ChairedSpan, day: string): 'stated' | 'derived' | 'not-stated' {
	if (span.until !== undefined || day <= statedUntil(network, span)) return 'stated';
	const byLength = endByLength(network, span.term)?.date;
	const isDerived = byLength === undefined ? span.over !== undefined : day <= boundsOf(byLength).earliest;
	return isDerived ? 'derived' : 'not-stated';
}

/** Returns the last day on which a source names the chair, for terms without a stated end. */
function statedUntil(network: Network, { term, from }: ChairedSpan): string {
	const named = lastNaming(network, term)?.date;
	const begin = boundsOf(from).latest;
	if (named === undefined) return begin;
	const { earliest } = boundsOf(named);
	// If only the month of a source is known, the source may date from the first day of the month.
	const last = isExact(named) ? earliest : addDays(earliest, -1);
	return last > begin ? last : begin;
}

/** Returns the days after which `chairOn` gives another answer although no term begins or ends. */
export const chairLimits = memoize((network: Network) =>
	chairSpans(network)
		.filter(isChaired)
		.filter(({ until }) => until === undefined)
		.flatMap((span) => {
			const { term, from } = span;
			const last = statedUntil(network, span);
			const named = last === boundsOf(from).latest ? undefined : lastNaming(network, term);
			const { date, isDerived } = named ?? { date: from, isDerived: false };
			const start = isExact(date) ? date : date.replace(/\/.*/, '');
			const byLength = endByLength(network, term)?.date;
			const stated = { span, was: 'stated' as const, date: start, isDerived, day: addDays(last) };
			if (byLength === undefined) return [stated];
			const day = addDays(boundsOf(byLength).earliest);
			return [stated, { span, was: 'derived' as const, date: byLength, isDerived: true, day }];
		})
		.filter(({ span, was, day }) => {
			const [before, after] = [chairOn(network, addDays(day, -1)), chairOn(network, day)];
			return before.is === was && before.spans[0] === span && after.is !== was && after.is !== 'uncertain';
		}),
);

/** A period during which the answer of `chairOn` stays the same. */
export interface ChairRun extends ChairState {
	readonly days: readonly [first: string, last: string];
}

export function chairRuns(network: Network, first: string, last: string): ChairRun[] {
	if (first > last) return [];
	const dates = chairSpans(network).flatMap((span) => (isChaired(span) ? [span.from, span.over] : []));
	const changes = [...dates, secretariatSet(network)]
		.filter((date) => date !== undefined)
		.flatMap((date) => Object.values(boundsOf(date)) as string[])
		.concat(chairLimits(network).map(({ day }) => day))
		.filter((day) => first < day && day <= last);
	const starts = [first, ...new Set(changes.sort())];
	const runs = starts
		.map((start) => ({ start, state: chairOn(network, start) }))
		.filter(({ state }, index, all) => index === 0 || !isSameState(state, all[index - 1]?.state));
	return runs.map(({ start, state }, index) => {
		const next = runs[index + 1]?.start;
		return { ...state, days: [start, next === undefined ? last : addDays(next, -1)] };
	});
}

const isSameState = (a: ChairState, b: ChairState | undefined): boolean =>
	a.is === b?.is && a.spans.length === b.spans.length && a.spans.every((span) => b.spans.includes(span));

const secretariatSet = (network: Network): string | undefined =>
	meetingDates(network, network.account.secretariat?.establishedAt);

/** Describes the chair on a day, for example "Serbia", "Bulgaria (derived)" or "not stated". */
export function chairInWords(network: Network, { is, spans }: ChairState): string {
	const names = spans.map(({ term }) => find(network, 'members', term.country).name);
	if (is === 'uncertain') return `${chairAnswers[is]} (perhaps ${inSeries([...new Set(names)])})`;
	return names.length === 0 ? chairAnswers[is] : inSeries(names) + (is === 'derived' ? ' (derived)' : '');
}

/**
 * Returns the terms in the chair, and the gaps between them, that overlap a period.
 *
 * @param first the first day of the period
 * @param last the last day of the period; by default, the period is open-ended
 */
export const chairSpansDuring = (network: Network, first: string, last?: string): readonly ChairSpan[] =>
	during(chairSpans(network), daysOf, first, last);

/** Describes the dates of a term or gap in words, for example "from September 2022, end not stated". */
export function chairSpanInWords(network: Network, span: ChairSpan): string {
	if (!isChaired(span)) {
		const isDisputed = otherChairs(network, span).length > 0;
		return `${isDisputed ? 'sources differ on the chair' : 'no source names a chair'} ${unchairedInWords(span)}`;
	}
	const { from, until } = span.term;
	return until === undefined ? `from ${dateInWords(from)}, end not stated` : termInWords(from, until);
}

/** Explains why it is uncertain whether a day is part of a term: "its term ended in October 2021 (day unknown)". */
export function uncertaintyOf({ from, until }: ChairedSpan, day: string) {
	if (happenedBy(from, day) !== 'yes')
		return { words: `its term began ${someTimeInWords(from)}`, field: 'from' as const };
	return until === undefined
		? { words: 'the next term may have begun', field: 'from' as const }
		: { words: `its term ended ${someTimeInWords(until)}`, field: 'until' as const };
}

/** Returns whether the day on which a term ended is derived from the last day of its office. */
export const endsWithOffice = ({ term, until }: ChairedSpan): boolean =>
	term.ended?.meeting === undefined && until !== term.until;

/**
 * Returns the citations for the start or end of a term. Includes the citations for the dates of the meeting or office that make the start or
 * end more precise.
 */
export function chairCitations(
	network: Network,
	span: ChairedSpan,
	end: 'from' | 'until',
): readonly Citation[] {
	const { term } = span;
	const meeting = end === 'from' ? term.began.meeting : term.ended?.meeting;
	const outer =
		meeting === undefined
			? citationsOf(find(network, 'offices', term.office), 'until')
			: citationsOf(find(network, 'meetings', meeting), 'dates');
	return [...citationsOf(term, end), ...(span[end] === term[end] ? [] : outer)];
}

/** Says when a source last named the chair, for example "last named as chair in a source dated 24 February 2023 (OSCE)". */
export function lastNamedInWords(network: Network, term: Entry<'secretariat'>): string {
	const named = lastNaming(network, term);
	if (named === undefined) return 'not named in a dated source';
	const { date, isDerived, citations } = named;
	const publishers = inSeries(publishersOf(network, citations));
	if (!isDerived) return `last named as chair in a source dated ${dateInWords(date)} (${publishers})`;
	const when = isExact(date)
		? whenInWords(date)
		: `between ${date.split('/').map(dateInWords).join(' and ')}`;
	return `last named as chair in a source written ${when} (${publishers}; date derived)`;
}

const years = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Calculates the end of a term from its stated length, if the length is a number of years. */
export function lengthEndOf({ from, statedLength = '' }: Entry<'secretariat'>): string | undefined {
	const [, word = ''] = /^(\w+) years?$/.exec(statedLength) ?? [];
	const count = years.indexOf(word) + 1 || Number(word);
	if (!(count > 0)) return undefined;
	const rest = from.slice(4);
	// Most years have no 29 February, so only the month is known.
	return `${String(Number(from.slice(0, 4)) + count)}${rest === '-02-29' ? '-02' : rest}`;
}

/** Returns a term and the terms of the same country directly before it, in chronological order. */
export function termsInRow(network: Network, term: Entry<'secretariat'>): readonly Entry<'secretariat'>[] {
	const terms = network.entries.secretariat;
	const before = terms.slice(0, terms.indexOf(term) + 1);
	return before.slice(before.findLastIndex(({ country }) => country !== term.country) + 1);
}

/**
 * If no source states the end of a term, calculates it from the stated length (derived). If the chair passed to another office of the same
 * country, uses the length of the earlier term.
 */
export function endByLength(network: Network, term: Entry<'secretariat'>) {
	if (term.until !== undefined) return undefined;
	const first = termsInRow(network, term).findLast(({ statedLength }) => statedLength !== undefined);
	const end = first && lengthEndOf(first);
	if (!first || end === undefined || (first !== term && !isSurelyBefore(term.from, end))) return undefined;
	return {
		date: end,
		words: `${first.statedLength ?? ''}, from ${dateInWords(first.from)} to about ${dateInWords(end)} (derived)`,
		citations: [...citationsOf(first, 'from'), ...citationsOf(first, 'statedLength')],
	};
}

/**
 * Returns the countries that may have been in the chair during a gap between two terms, because sources disagree about its start or end.
 *
 * @returns each country with the dispute and a description, such as "Serbia until the take-over by Bulgaria"
 */
export function otherChairs(network: Network, { previous, next }: UnchairedSpan) {
	const ends = [
		{ term: previous, field: 'until', link: 'until' },
		{ term: next, field: 'from', link: 'since' },
	];
	const aboutItsBeginning = disputesAbout(network, previous, 'until');
	return disputesAbout(network, next, 'from')
		.filter((dispute) => aboutItsBeginning.includes(dispute))
		.flatMap((dispute) =>
			ends.flatMap(({ term, field, link }) =>
				otherReadings(network, dispute, term, field).map(({ as, who }) => ({
					dispute,
					words: `${find(network, 'members', term.country).name} ${link} ${as}`,
					who,
				})),
			),
		);
}

export const unchairedOn = (network: Network, day: string): UnchairedSpan | undefined =>
	chairSpansDuring(network, day, addDays(day))
		.filter((span) => !isChaired(span))
		.find(({ from, before }) => from <= addDays(day) && day < boundsOf(before).earliest);

/** Returns the dates of a gap between two terms: the month or months of the gap, or the dates before and after it. */
export function gapDates({ after, before, from, until }: UnchairedSpan): readonly [string, string?] {
	const isWholeMonths = from.endsWith('-01') && addDays(until).endsWith('-01');
	if (!isWholeMonths) return [after, before];
	const [first, last] = [from.slice(0, 7), until.slice(0, 7)];
	return [first === last ? first : `${first}/${last}`];
}

/** Describes the dates of a gap between two terms, for example "in August 2022" or "between October 2021 and 6 December 2021". */
export function unchairedInWords(span: UnchairedSpan): string {
	const [from, until] = gapDates(span);
	return until === undefined
		? `in ${dateInWords(from)}`
		: `between ${dateInWords(from)} and ${dateInWords(until)}`;
}

/** Returns the citations for the country or office that held the chair. Citations for notes are not included. */
const namings = (term: Entry<'secretariat'>): Citation[] => [
	...new Set([...citationsOf(term, 'country'), ...citationsOf(term, 'office')]),
];

/** Returns the latest dated sources that name the chair. If a source has no date, uses the derived time of writing. */
export const lastNaming = (network: Network, term: Entry<'secretariat'>) => {
	const dated = namings(term).flatMap((citation) => {
		const { published, written } = find(network, 'sources', citation.id);
		const date = published ?? written;
		return date === undefined ? [] : [{ citation, date, isDerived: published === undefined }];
	});
	const last = dated.toSorted((a, b) => compareDates(a.date, b.date)).at(-1);
	return (
		last && {
			...last,
			citations: dated.flatMap(({ date, citation }) => (date === last.date ? citation : [])),
		}
	);
};
