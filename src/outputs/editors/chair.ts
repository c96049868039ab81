import { laneParts } from '../../network/lanes.ts';
import { buildNetwork } from '../../network/network.ts';
import { networkAxis } from '../../network/strip.ts';
import { addDays } from '../../network/time.ts';
import type { ContentRecord, Draft } from '../../records/content.ts';
import type { Group } from '../../records/values.ts';
import { dateInWords, isExact } from '../../schema/dates.ts';
import { boundsOf, dayBounds } from '../../schema/edtf.ts';
import { recordFields } from '../../schema/index.ts';
import { type Answers, valueFrom } from './answers.ts';
import type { FilledForm } from './workbench.ts';

/* A change of the chair: ends one term and begins the next. The day of the hand-over belongs to the new term. */

/** A source by name, or a new source, and its words. */
export interface SourceAnswer {
	readonly name: string;
	readonly added?: Answers | undefined;
	readonly quote: string;
}

/** The answers in the form, with the names of records as editors see them. */
export interface ChairAnswers {
	readonly country: string;
	readonly office: string;
	readonly from: string;
	readonly how: string;
	readonly meeting: string;
	/** When the former term ends: when the next one begins, on a date given in `until`, or not stated. */
	readonly end: 'same' | 'date' | 'unknown';
	readonly until: string;
	readonly source: SourceAnswer;
	/** The source for the end of the former term, if another source states it. */
	readonly endSource?: SourceAnswer | undefined;
}

type Term = ContentRecord<'secretariat'>;

/** Returns the latest term as chair. */
export const latestTerm = (terms: readonly Term[]): Term | undefined =>
	terms.toSorted((a, b) => (a.data.from < b.data.from ? 1 : -1))[0];

const citationOf = ({ name, added, quote }: SourceAnswer): Answers => ({
	id: typeof added?.title === 'string' ? added.title : name,
	quote,
});

/** Returns the forms of the new term and of each new source. */
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
 * Returns the former term with its end added. A term that has an end already is not changed.
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
	// If only the month of the hand-over is known, it belongs to both terms.
	const handOver = isExact(from) ? addDays(from, -1) : from;
	const quote = (endSource ?? source).quote.replace(/\s+/g, ' ').trim();
	const citation = { id: sourceId, ...(quote !== '' && { quote }) };
	const { meeting } = (next.began ?? {}) as Group;
	const ended: Group = {
		...former,
		until: end === 'same' || !field ? handOver : valueFrom(field, until.trim()),
		ended: {
			how: `${country} took over the chair ${isExact(from) ? 'on' : 'in'} ${dateInWords(from)}.`,
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

/** A stretch of the lane that shows who was in the chair, as percentages of its width. */
export interface ChairStretch {
	readonly from: number;
	readonly width: number;
	readonly line: string;
	readonly title: string;
	readonly name: string;
}

export interface ChairLane {
	readonly years: readonly { readonly year: string; readonly from: number }[];
	readonly stretches: readonly ChairStretch[];
}

/** Returns the lane of the chair as readers will see it, at least half a year beyond the start of the latest term. */
export function chairLane(
	{ site, network: account, addresses, records }: Draft,
	today: string,
): ChairLane | undefined {
	const starts = records.secretariat.map(({ data }) => boundsOf(data.from).earliest).sort();
	const latest = starts.at(-1);
	if (!site || !account || latest === undefined) return undefined;
	const lastDay = [today, addDays(latest, 180)].sort().at(-1) ?? today;
	const content = { site: site.data, network: account.data, addresses: addresses?.data, records };
	const network = buildNetwork(content, lastDay);
	return {
		years: networkAxis(network).years,
		stretches: laneParts(network).map(({ from, width, line, title }) => ({
			from,
			width,
			line,
			title,
			name: title.replace(/[,:].*/, ''),
		})),
	};
}
