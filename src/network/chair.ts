import type { Citation } from '../schema/citation.ts';
import { boundsOf, compareDates, type DayBounds, isSurelyBefore } from '../schema/edtf.ts';
import { dateInWords, someTimeInWords, termInWords, whenInWords } from '../schema/dates.ts';
import { citationsOf, sourceIdsOf } from './citations.ts';
import { addDays, noEnd, happenedBy, indexByTime, narrowDate } from './time.ts';
import { addressOf, disputesAbout, type Entry, find, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/** A country's term in the chair. If a term began or ended at a meeting, the meeting's dates make its own dates more precise. */
export interface ChairedSpan {
	term: Entry<'secretariat'>;
	from: string;
	/** Missing if no source states when the term ended. */
	until: string | undefined;
	/** The stated end, or the start of the next term (derived), because there is only one chair at a time. */
	over: string | undefined;
}

/** A gap between two terms without a recorded chair (derived). */
export interface UnchairedSpan {
	term: undefined;
	/** The end of the previous term and the start of the next term. */
	after: string;
	before: string;
	/** The first and last day that are known to belong to the gap. */
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
		until: term.until && narrowDate(term.until, meetingDates(network, term.ended?.meeting)),
	}));
	return spans.map((span, index) => {
		const next = spans.slice(index + 1).find(({ from }) => isSurelyBefore(span.from, from));
		return { ...span, over: span.until ?? next?.from };
	});
}

/** Returns all terms in the chair and the gaps between them, in chronological order. */
export const chairSpans = memoize((network: Network): readonly ChairSpan[] => {
	// Of all earlier terms, the one with the latest end. If dates are imprecise, this may not be the last one to start.
	let last: ChairedSpan | undefined;
	return chairedSpans(network).flatMap((span): ChairSpan[] => {
		const previous = last;
		if (!previous || daysOf(previous).latest < daysOf(span).latest) last = span;
		if (previous?.until === undefined) return [span];
		const from = addDays(boundsOf(previous.until).latest);
		const until = addDays(boundsOf(span.from).earliest, -1);
		if (from > until) return [span];
		return [{ term: undefined, after: previous.until, before: span.from, from, until }, span];
	});
});

/** Returns the earliest and latest possible day of a span. */
function daysOf(span: ChairSpan): DayBounds {
	const end = isChaired(span) ? span.over : span.until;
	return {
		earliest: boundsOf(span.from).earliest,
		latest: end === undefined ? noEnd : boundsOf(end).latest,
	};
}

const spansInTime = memoize((network: Network) => indexByTime(chairSpans(network), daysOf));

export const isChaired = (span: ChairSpan): span is ChairedSpan => span.term !== undefined;

/** Returns the chair at the end of a day. If the dates are not precise enough, returns all possible chairs and marks them as uncertain. */
export function chairsOn(network: Network, day: string): { span: ChairedSpan; isCertain: boolean }[] {
	const spans = spansInTime(network).around(day).ongoing.filter(isChaired);
	const running = spans.filter(
		({ from, over }) =>
			happenedBy(from, day) === 'yes' && (over === undefined || happenedBy(over, day) === 'no'),
	);
	return spans.map((span) => ({ span, isCertain: running.length === 1 && running[0] === span }));
}

/**
 * Returns the spans that overlap a period.
 *
 * @param first the first day of the period
 * @param last the last day of the period; by default, the period is open-ended
 */
export const chairSpansDuring = (network: Network, first: string, last?: string): readonly ChairSpan[] =>
	spansInTime(network).during(first, last);

/** Describes a span, for example "October 2017 – October 2021" or "from September 2022, end not stated". */
export function chairSpanInWords(network: Network, span: ChairSpan): string {
	if (!isChaired(span)) return `${unnamedInWords(network, span)} ${unchairedInWords(span)}`;
	const { from, until } = span.term;
	return until === undefined ? `from ${dateInWords(from)}, end not stated` : termInWords(from, until);
}

/** Describes when a term started, for example "since 6 December 2021". If the chair is uncertain, also describes the end. */
export function standingInWords({ span, isCertain }: { span: ChairedSpan; isCertain: boolean }): string {
	const { term, from, until } = span;
	if (!isCertain)
		return `whose term began ${whenInWords(from)}${until === undefined ? '' : ` and ended ${someTimeInWords(until)}`}`;
	return `since ${dateInWords(term.from)}`;
}

/** Returns the last date before `day` on which a source names the chair. Used only for terms without a stated end. */
export function lastStated(network: Network, term: Entry<'secretariat'>, day: string): string | undefined {
	const named = term.until === undefined ? lastNamed(network, term) : undefined;
	return named !== undefined && boundsOf(named).latest < day ? named : undefined;
}

/** Returns the date from `lastStated` as a phrase (", as last stated in December 2024") or an empty string. */
export function lastStatedInWords(network: Network, term: Entry<'secretariat'>, day: string): string {
	const named = lastStated(network, term, day);
	return named === undefined ? '' : `, as last stated ${whenInWords(named)}`;
}

const years = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Calculates the end of a term from its stated length, if the length is given in years. */
function lengthEndOf({ from, statedLength = '' }: Entry<'secretariat'>): string | undefined {
	const [, word = ''] = /^(\w+) years?$/.exec(statedLength) ?? [];
	const count = years.indexOf(word) + 1 || Number(word);
	if (!(count > 0)) return undefined;
	const rest = from.slice(4);
	// Use only the month, because most years have no 29 February.
	return `${String(Number(from.slice(0, 4)) + count)}${rest === '-02-29' ? '-02' : rest}`;
}

/**
 * Calculates the end of a term from its stated length if no source states the end (derived). If the chair passed to another
 * office of the same country, the length of the earlier term is used.
 */
export function endByLength(network: Network, term: Entry<'secretariat'>) {
	if (term.until !== undefined) return undefined;
	const terms = network.entries.secretariat;
	const before = terms.slice(0, terms.indexOf(term) + 1);
	const ofOthers = before.findLastIndex(({ country }) => country !== term.country);
	const first = before.slice(ofOthers + 1).findLast(({ statedLength }) => statedLength !== undefined);
	const end = first && lengthEndOf(first);
	if (!first || end === undefined || (first !== term && !isSurelyBefore(term.from, end))) return undefined;
	return {
		date: end,
		words: `${first.statedLength ?? ''} from ${dateInWords(first.from)}, so until about ${dateInWords(end)}; derived`,
		citations: [...citationsOf(first, 'from'), ...citationsOf(first, 'statedLength')],
	};
}

/**
 * Returns the possible chairs during a gap between two terms. Some sources say that the previous chair was still in office;
 * others say that the next chair had already taken over. Both versions are recorded as disputes about the terms' dates.
 *
 * @returns each possible chair with the dispute and a description, such as "Serbia until the take-over by Bulgaria"
 */
export function otherChairs(network: Network, span: UnchairedSpan) {
	const spans = chairSpans(network);
	const index = spans.indexOf(span);
	const [before, after] = [spans[index - 1]?.term, spans[index + 1]?.term];
	if (!before || !after) return [];
	const ends = [
		{ term: before, field: 'until', link: 'until' },
		{ term: after, field: 'from', link: 'since' },
	];
	const aboutItsBeginning = disputesAbout(network, before, 'until');
	return disputesAbout(network, after, 'from')
		.filter((dispute) => aboutItsBeginning.includes(dispute))
		.flatMap((dispute) =>
			dispute.versions
				.filter(({ id }) => id !== dispute.follows)
				.flatMap(({ reads = [] }) => reads)
				.flatMap(({ record, field, as }) =>
					ends
						.filter((end) => end.field === field && addressOf(end.term) === record)
						.map(({ term, link }) => ({
							dispute,
							words: `${find(network, 'members', term.country).name} ${link} ${as}`,
						})),
				),
		);
}

/** Explains why there is no chair between two terms. */
export const unnamedInWords = (network: Network, span: UnchairedSpan): string =>
	otherChairs(network, span).length > 0 ? 'sources differ on the chair' : 'no source names a chair';

/** Returns the gap between two terms on a given day, if any. */
export const unchairedOn = (network: Network, day: string): UnchairedSpan | undefined =>
	chairSpansDuring(network, day, addDays(day))
		.filter((span) => !isChaired(span))
		.find(({ after, before }) => boundsOf(after).latest <= day && day < boundsOf(before).earliest);

/** Describes the dates of a gap between two terms, for example "in August 2022" or "between October 2021 and 6 December 2021". */
export function unchairedInWords({ after, before, from, until }: UnchairedSpan): string {
	const isWholeMonths = from.endsWith('-01') && addDays(until).endsWith('-01');
	if (!isWholeMonths) return `between ${dateInWords(after)} and ${dateInWords(before)}`;
	const [first, last] = [from.slice(0, 7), until.slice(0, 7)];
	return `in ${dateInWords(first === last ? first : `${first}/${last}`)}`;
}

/** A part of a span, and whether its chair is stated, derived or unknown. */
export interface ChairPart {
	is: 'stated' | 'derived' | 'unknown';
	days: readonly [first: string, last: string];
}

/**
 * Splits a span, up to a given day, into stated, derived and unknown parts. If no source states the end, the chair is *stated*
 * until the date of the latest source, *derived* until the end of the stated length, and *unknown* after that.
 */
export function chairParts(network: Network, span: ChairSpan, lastDay: string): ChairPart[] {
	const part = (is: ChairPart['is'], first: string, last: string): ChairPart[] => {
		const until = last < lastDay ? last : lastDay;
		return first <= until ? [{ is, days: [first, until] }] : [];
	};
	if (!isChaired(span)) return part('unknown', span.from, span.until);
	const { term, from, until, over } = span;
	const begin = boundsOf(from).latest;
	const last = until ?? lastNamed(network, term);
	const named = last === undefined ? begin : boundsOf(last).earliest;
	const stated = part('stated', begin, named);
	if (until !== undefined) return stated;
	const end = over === undefined ? lastDay : boundsOf(over).earliest;
	const byLength = endByLength(network, term)?.date;
	const [derived = end] = [end, byLength === undefined ? named : boundsOf(byLength).earliest].sort();
	const known = derived > named ? derived : named;
	return [...stated, ...part('derived', addDays(named), derived), ...part('unknown', addDays(known), end)];
}

/** Returns the publication date of the latest source for a term. Until that date, the chair counts as stated. */
export const lastNamed = (network: Network, term: Entry<'secretariat'>): string | undefined =>
	sourceIdsOf(citationsOf(term))
		.flatMap((id) => find(network, 'sources', id).published ?? [])
		.sort(compareDates)
		.at(-1);

/** Returns the citations of the latest sources for a term. */
export const lastNamedBy = (network: Network, term: Entry<'secretariat'>): Citation[] => {
	const named = lastNamed(network, term);
	return citationsOf(term).filter(
		({ id }) => named !== undefined && find(network, 'sources', id).published === named,
	);
};
