import type { Draft } from '../records/content.ts';
import { whenInWords } from '../schema/dates.ts';
import { boundsOf, compareText, dayBounds, isSurelyBefore } from '../schema/edtf.ts';
import type { RecordData } from '../schema/index.ts';
import { quote } from '../schema/quote.ts';
import { inSeries } from '../schema/words.ts';
import type { Report } from './check.ts';
import { valuesOf } from './values.ts';

/** Ensures that no term ends before it begins, and that no office leaves the network before it joins. */
function ensureNothingEndsBeforeItBegins({ records }: Draft, report: Report): void {
	const spans = [
		...records.secretariat.map((at) => ({ at, begin: 'from', from: at.data.from, until: at.data.until })),
		...records.offices.map((at) => ({ at, begin: 'since', from: at.data.since, until: at.data.until })),
	];
	for (const { at, begin, from, until } of spans) {
		if (from === undefined || until === undefined || !isSurelyBefore(until, from)) continue;
		report(at, ['until'], 'ends-before-begin', {
			message: `The end date ${quote(until)} is before the start date ("${begin}: ${from}").`,
			hint: 'Correct one of the two dates.',
		});
	}
}

type Term = Pick<RecordData<'secretariat'>, 'from' | 'until'>;

/** Returns whether a term with a known end was certainly still running when the other term began. */
const surelyHeldAtStartOf = (term: Term, other: Term): boolean =>
	term.until !== undefined && isSurelyBefore(term.from, other.from) && isSurelyBefore(other.from, term.until);

const spanOf = ({ from, until }: Term): string =>
	until === undefined ? `from ${from}` : `${from} to ${until}`;

/** Returns whether two terms certainly overlap, even if only their months or years are known. */
const surelyOverlap = (a: Term, b: Term): boolean => {
	if (surelyHeldAtStartOf(a, b) || surelyHeldAtStartOf(b, a)) return true;
	if (a.until === undefined || b.until === undefined) return false;
	const [, bothBegun = ''] = [a.from, b.from].map((date) => boundsOf(date).latest).sort();
	const [oneEnded = ''] = [a.until, b.until].map((date) => boundsOf(date).earliest).sort();
	return bothBegun < oneEnded;
};

/** Ensures that the Secretariat has only one chair at a time. */
function ensureTermsDoNotOverlap({ records }: Draft, report: Report): void {
	const terms = records.secretariat.toSorted((a, b) =>
		compareText(boundsOf(b.data.from).earliest, boundsOf(a.data.from).earliest),
	);
	const overlapping = new Map(
		terms.map((term) => [
			term,
			terms.filter((other) => other !== term && surelyOverlap(term.data, other.data)),
		]),
	);
	const reported = new Set<(typeof terms)[number]>();
	// Reports only the term with the most overlaps, because its dates are probably wrong.
	for (const [term, others] of [...overlapping].sort(([, a], [, b]) => b.length - a.length)) {
		const remaining = others.filter((other) => !reported.has(other));
		if (remaining.length === 0) continue;
		reported.add(term);
		const overlap = (of: typeof term, others: readonly (typeof term)[]) => ({
			message: `This term (${spanOf(of.data)}) overlaps with ${inSeries(others.map(({ data, file }) => `the term in ${file} (${spanOf(data)})`))}.`,
			hint: 'Correct one of the dates. If sources disagree, follow one of them and add a disagreement.',
		});
		report(term, ['from'], 'terms-overlap', {
			...overlap(term, remaining),
			or: remaining.map((other) => [other, ['from'], overlap(other, [term])] as const),
		});
	}
}

/** Warns about terms without an end that are followed by another term. */
function ensureChairsEnd({ records }: Draft, report: Report): void {
	const terms = records.secretariat.toSorted((a, b) =>
		compareText(boundsOf(a.data.from).earliest, boundsOf(b.data.from).earliest),
	);
	for (const [index, term] of terms.entries()) {
		const next = terms[index + 1];
		if (!next || term.data.until !== undefined) continue;
		const hint = 'If a source says when this term ended, add the end date.';
		report(term, ['from'], 'chair-without-end', {
			message: `This term has no end, but the next term begins ${whenInWords(next.data.from)} (${next.file}).`,
			hint,
			or: [[next, ['from'], { message: `The term before this one has no end (${term.file}).`, hint }]],
		});
	}
}

/** Ensures that no document was signed before its date. Warns about documents that are later than their meeting. */
function ensureDocumentDatesFit({ records }: Draft, report: Report): void {
	for (const document of records.documents) {
		const meeting = records.meetings.find(({ id }) => id === document.data.meeting);
		if (meeting && isSurelyBefore(meeting.data.dates, document.data.date)) {
			report(document, ['date'], 'late-document', {
				message: `${quote(document.data.date)} is after the meeting of the document (${meeting.data.dates}, ${meeting.file}).`,
				hint: 'Correct the date or the meeting.',
			});
		}
		for (const [index, { country, date }] of (document.data.signatories ?? []).entries()) {
			if (!isSurelyBefore(date, document.data.date)) continue;
			report(document, ['signatories', index, 'date'], 'signature-date', {
				message: `The signing date ${quote(date)} of ${quote(country)} is before the document's date ${quote(document.data.date)}.`,
				hint: 'Correct one of the two dates.',
			});
		}
	}
}

/** Ensures that no country hosts a meeting, chairs the Secretariat or sits on the Board before joining the network. */
function ensureMembersHadJoined({ records }: Draft, report: Report): void {
	const joined = new Map(records.members.map((member) => [member.id, member]));
	const roles = [
		...records.meetings.map((at) => {
			const { host, dates: when } = at.data;
			const office = records.offices.find(({ id }) => id === host?.office);
			const path = ['host', host?.country === undefined ? 'office' : 'country'];
			return { at, path, country: host?.country ?? office?.data.country, when, doing: 'hosted a meeting' };
		}),
		...records.secretariat.map((at) => ({
			at,
			path: ['country'],
			country: at.data.country,
			when: at.data.from,
			doing: 'chaired the Secretariat',
		})),
		...records.board.flatMap((at) =>
			at.data.members.map(({ country }, index) => ({
				at,
				path: ['members', index, 'country'],
				country,
				when: at.data.period,
				doing: 'sat on the Board',
			})),
		),
	];
	for (const { at, path, country, when, doing } of roles) {
		const member = country === undefined ? undefined : joined.get(country);
		const [start = ''] = when.split('/');
		if (!member || !isSurelyBefore(start, member.data.joined.date)) continue;
		const hint = 'Correct the country or one of the dates.';
		const message = `This date is later than ${when}, when the country ${doing} (${at.file}).`;
		report(at, path, 'before-joining', {
			message: `${quote(member.id)} ${doing} (${when}), but it did not join until ${member.data.joined.date} (${member.file}).`,
			hint,
			or: [[member, ['joined', 'date'], { message, hint }]],
		});
	}
}

// Later dates are probably mistakes, because plans are only made a few years ahead.
const mostYearsAhead = 15;

/** Ensures that no date is much later than the date of the newest source. */
function ensureDatesAreNotFarAhead(draft: Draft, report: Report): void {
	const published = draft.records.sources
		.flatMap(({ file, data }) => (data.published === undefined ? [] : [{ file, date: data.published }]))
		.sort((a, b) => compareText(boundsOf(b.date).latest, boundsOf(a.date).latest));
	for (const { at, path, value, field } of valuesOf(draft)) {
		if (field.type !== 'date') continue;
		// Does not compare the date of the newest source with itself, because this date may be wrong.
		const newest = published.find(({ file }) => file !== at.file);
		const bounds = dayBounds(String(value));
		if (!newest || !bounds || yearOf(bounds.latest) - yearOf(newest.date) <= mostYearsAhead) continue;
		report(at, path, 'far-ahead', {
			message: `${quote(String(value))} is more than ${String(mostYearsAhead)} years after the newest source (${newest.date}, ${newest.file}).`,
			hint: 'Correct the year.',
		});
	}
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

export default [
	ensureNothingEndsBeforeItBegins,
	ensureTermsDoNotOverlap,
	ensureChairsEnd,
	ensureDocumentDatesFit,
	ensureMembersHadJoined,
	ensureDatesAreNotFarAhead,
];
