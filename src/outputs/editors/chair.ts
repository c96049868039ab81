import { addDays } from '../../network/time.ts';
import type { ContentRecord } from '../../records/content.ts';
import type { Group } from '../../records/values.ts';
import { dateInWords, isExact } from '../../schema/dates.ts';
import { dayBounds } from '../../schema/edtf.ts';
import { recordFields } from '../../schema/index.ts';
import { type Answers, valueFrom } from './answers.ts';
import type { FilledForm } from './workbench.ts';

/* Changes the chair: ends one term and begins the next. The day of the handover belongs to the new term. */

/** A quote from an existing source (by name) or from a new source. */
export interface SourceAnswer {
	readonly name: string;
	readonly added?: Answers | undefined;
	readonly quote: string;
}

/** The answers in the form, with names of records instead of ids. */
export interface ChairAnswers {
	readonly country: string;
	readonly office: string;
	readonly from: string;
	readonly how: string;
	readonly meeting: string;
	/** When the former term ended: when the new term began, on the date in `until`, or not stated. */
	readonly end: 'same' | 'date' | 'unknown';
	readonly until: string;
	readonly source: SourceAnswer;
	/** The source for the end of the former term, if it is not the source for the new term. */
	readonly endSource?: SourceAnswer | undefined;
}

type Term = ContentRecord<'secretariat'>;

export const latestTerm = (terms: readonly Term[]): Term | undefined =>
	terms.toSorted((a, b) => (a.data.from < b.data.from ? 1 : -1))[0];

const citationOf = ({ name, added, quote }: SourceAnswer): Answers => ({
	id: typeof added?.title === 'string' ? added.title : name,
	quote,
});

/** Returns the completed forms for the new term and for any new sources. */
export const formsOfChair = (answers: ChairAnswers): FilledForm[] => {
	const { country, office, from, how, meeting, source, endSource } = answers;
	return [
		{
			kind: 'secretariat',
			id: '',
			answers: { country, office, from, began: { how, meeting }, sources: [citationOf(source)] },
		},
		...[source, endSource].flatMap((each): FilledForm[] =>
			each?.added ? [{ kind: 'sources', id: '', answers: each.added }] : [],
		),
	];
};

/**
 * Adds the end date to the former term, unless it already has one.
 *
 * @param former the former term as written in its file
 * @param next the new term
 * @param source the id of the source that states the end
 */
export function endTerm(
	former: Group,
	next: Group,
	{ end, until, country, source, endSource }: ChairAnswers,
	sourceId: string,
): Group {
	const from = `${(next.from ?? '') as string | number}`;
	if (end === 'unknown' || former.until !== undefined || dayBounds(from) === undefined) return former;
	const field = recordFields.secretariat.find(({ key }) => key === 'until');
	// Both terms include the month of the handover if the day is unknown.
	const handOver = isExact(from) ? addDays(from, -1) : from;
	const quote = (endSource ?? source).quote.replace(/\s+/g, ' ').trim();
	const citation = { id: sourceId, ...(quote !== '' && { quote }) };
	const { meeting } = (next.began ?? {}) as Group;
	const ended: Group = {
		...former,
		until: end === 'same' || !field ? handOver : valueFrom(field, until.trim()),
		ended: {
			how: `${country} took over the chair ${isExact(from) ? 'on' : 'in'} ${dateInWords(from)}.${
				end === 'same' && isExact(from) ? ' The end date is the day before (derived).' : ''
			}`,
			...(end === 'same' && { meeting }),
			sources: [citation],
		},
		sources: [
			...((former.sources ?? []) as unknown[]),
			{ id: sourceId, states: ['until'], ...(quote !== '' && { quote }) },
		],
	};
	return Object.fromEntries(
		recordFields.secretariat.flatMap(({ key }) => (ended[key] === undefined ? [] : [[key, ended[key]]])),
	);
}
