import type { Draft } from '../records/content.ts';
import { boundsOf, compareText, dayBounds, isSurelyBefore } from '../schema/edtf.ts';
import type { RecordData } from '../schema/index.ts';
import { quote } from '../schema/quote.ts';
import { inSeries } from '../schema/words.ts';
import type { Report } from './check.ts';
import { valuesOf } from './values.ts';

/** Ensure that nothing ends before it begins: a term, or an office's time in the network. */
export function ensureNothingEndsBeforeItBegins({ records }: Draft, report: Report): void {
	const spans = [
		...records.secretariat.map((at) => ({ at, begin: 'from', from: at.data.from, until: at.data.until })),
		...records.offices.map((at) => ({ at, begin: 'since', from: at.data.since, until: at.data.until })),
	];
	for (const { at, begin, from, until } of spans) {
		if (from === undefined || until === undefined || !isSurelyBefore(until, from)) continue;
		report(at, ['until'], 'ends-before-begin', {
			message: `The end ${quote(until)} is before the beginning ("${begin}: ${from}").`,
			hint: 'Correct one of the two dates.',
		});
	}
}

type Term = Pick<RecordData<'secretariat'>, 'from' | 'until'>;

/** Whether a term whose end is known had surely begun, and surely not ended, when the other began. */
const surelyHeldAtStartOf = (term: Term, other: Term): boolean =>
	term.until !== undefined && isSurelyBefore(term.from, other.from) && isSurelyBefore(other.from, term.until);

/** Whether two terms share a time, however the days that a month or a year leaves open may fall. */
const surelyOverlap = (a: Term, b: Term): boolean => {
	if (surelyHeldAtStartOf(a, b) || surelyHeldAtStartOf(b, a)) return true;
	if (a.until === undefined || b.until === undefined) return false;
	const [, bothBegun = ''] = [a.from, b.from].map((date) => boundsOf(date).latest).sort();
	const [oneEnded = ''] = [a.until, b.until].map((date) => boundsOf(date).earliest).sort();
	return bothBegun < oneEnded;
};

/** Ensure that the Secretariat is not chaired twice at the same time. */
export function ensureTermsDoNotOverlap({ records }: Draft, report: Report): void {
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
	// The term that overlaps with the most others is probably wrong, so it is reported once for all of them.
	for (const [term, others] of [...overlapping].sort(([, a], [, b]) => b.length - a.length)) {
		const remaining = others.filter((other) => !reported.has(other));
		if (remaining.length === 0) continue;
		reported.add(term);
		const each = remaining.map(
			({ data, file }) => `the term of ${data.country} (${data.from} to ${data.until ?? '…'}, ${file})`,
		);
		report(term, ['from'], 'terms-overlap', {
			message: `This term (${term.data.from} to ${term.data.until ?? '…'}) overlaps with ${inSeries(each)}.`,
			hint: 'Correct one of the dates, or follow one source and record a disagreement.',
		});
	}
}

/** Ensure that no signature is older than the document. */
export function ensureSignaturesFollowTheDocument({ records }: Draft, report: Report): void {
	for (const document of records.documents) {
		for (const [index, { country, date }] of (document.data.signatories ?? []).entries()) {
			if (!isSurelyBefore(date, document.data.date)) continue;
			report(document, ['signatories', index, 'date'], 'signature-date', {
				message: `The signature of ${country} (${quote(date)}) is before the date of the document (${quote(document.data.date)}).`,
				hint: 'Correct one of the two dates.',
			});
		}
	}
}

/** Ensure that no country hosts, chairs or sits on the Board before it joined. */
export function ensureMembersHadJoined({ records }: Draft, report: Report): void {
	const joined = new Map(records.members.map((member) => [member.id, member]));
	const roles = [
		...records.meetings.map((at) => {
			const { host, dates: when } = at.data;
			const office = records.offices.find(({ id }) => id === host?.office);
			const path = ['host', host?.country === undefined ? 'office' : 'country'];
			return { at, path, country: host?.country ?? office?.data.country, when, doing: 'hosts this meeting' };
		}),
		...records.secretariat.map((at) => ({
			at,
			path: ['country'],
			country: at.data.country,
			when: at.data.from,
			doing: 'chairs the Secretariat',
		})),
		...records.board.flatMap((at) =>
			at.data.members.map(({ country }, index) => ({
				at,
				path: ['members', index, 'country'],
				country,
				when: at.data.period,
				doing: 'sits on the Board',
			})),
		),
	];
	for (const { at, path, country, when, doing } of roles) {
		const member = country === undefined ? undefined : joined.get(country);
		const [start = ''] = when.split('/');
		if (!member || !isSurelyBefore(start, member.data.joined.date)) continue;
		report(at, path, 'before-joining', {
			message: `${quote(member.id)} ${doing} (${when}) before it joined (${member.data.joined.date}, ${member.file}).`,
			hint: 'Correct the country or one of the dates.',
		});
	}
}

// A plan reaches some years ahead; no source tells what happens in decades.
const mostYearsAhead = 15;

/** Ensure that no date lies far after the time that the record speaks of: that of its newest source. */
export function ensureDatesAreNotFarAhead(draft: Draft, report: Report): void {
	const published = draft.records.sources
		.flatMap(({ file, data }) => (data.published === undefined ? [] : [{ file, date: data.published }]))
		.sort((a, b) => compareText(boundsOf(b.date).latest, boundsOf(a.date).latest));
	for (const { at, path, value, field } of valuesOf(draft)) {
		if (field.type !== 'date') continue;
		// A source whose own date is the slip shall not be the measure.
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
