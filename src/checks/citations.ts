import { filesIn, type Draft } from '../records/content.ts';
import { type Fact, sourceListsOf } from '../records/facts.ts';
import { didYouMean, nearest } from '../schema/nearest.ts';
import { memoize } from '../records/memoize.ts';
import { fieldTree } from '../schema/field-tree.ts';
import { quote } from '../schema/quote.ts';
import { inSeries } from '../schema/words.ts';
import type { Report } from './check.ts';
import { unresolved, valuesOf } from './values.ts';

const listsOf = memoize((draft: Draft) =>
	filesIn(draft).flatMap(({ file, schema }) =>
		sourceListsOf(fieldTree(schema), file.data).map((list) => ({ at: file, ...list })),
	),
);

/** Ensures that every field has a source and that every listed source supports at least one field. */
function ensureCitationsSupportFields(draft: Draft, report: Report): void {
	const reported = new Set<Fact>();
	// The lists of a record are in order from the inside to the outside.
	for (const { at, path, citations, facts } of listsOf(draft)) {
		const factsBy = Map.groupBy(facts, (fact) => String(fact.path[path.length]));
		const keys = [...factsBy.keys()];
		for (const [key, own] of factsBy) {
			const bare = own.filter((fact) => fact.citations.length === 0 && !reported.has(fact));
			if (bare.length === 0) continue;
			for (const fact of bare) reported.add(fact);
			// If other entries of a list have sources of their own, only the entries without a source are wrong.
			const entries = new Set(bare.length < own.length ? bare.map((fact) => fact.path[path.length + 1]) : []);
			const indexes = [...entries].filter((step) => typeof step === 'number');
			for (const index of indexes) {
				report(at, [...path, key, index], 'no-source', {
					message: `This entry of ${quote(key)} has no source.`,
					hint: 'Add "sources" to the entry, or delete the entry.',
				});
			}
			if (indexes.length > 0) continue;
			report(at, [...path, key], 'no-source', {
				part: 'key',
				message: `${quote(key)} has no source, because no entry under "sources" lists it.`,
				hint: `Add ${quote(key)} to the "states" list of its source, or delete the key.`,
			});
		}
		const seen = new Set<string>();
		for (const [index, citation] of citations.entries()) {
			const place = [...path, 'sources', index];
			const { id, states } = citation;
			const isSupported = (key: string): boolean =>
				(factsBy.get(key) ?? []).some((fact) => fact.citations.includes(citation));
			for (const key of states ?? ['']) {
				const isRepeated = seen.has(`${id} ${key}`);
				seen.add(`${id} ${key}`);
				if (!isRepeated) continue;
				report(at, place, 'listed-twice', {
					message: `The source ${quote(id)} is listed twice${key === '' ? '' : ` for ${quote(key)}`}.`,
					hint: 'Merge the two entries, and join their quotes with […].',
				});
			}
			if (!states && !keys.some(isSupported)) {
				report(at, place, 'needless-source', {
					message: `The source ${quote(id)} has no effect here, because all fields have other sources.`,
					hint: `Under "states", list the fields that it supports (${inSeries(keys)}), or delete the entry.`,
				});
			}
			for (const [number, key] of (states ?? []).entries()) {
				if (isSupported(key)) continue;
				const isThere = factsBy.has(key);
				const meant = isThere ? undefined : nearest(key, keys);
				report(at, [...place, 'states', number], isThere ? 'needless-source' : 'states-unknown', {
					message: isThere
						? `${quote(key)} has its own sources, so this source has no effect on it.`
						: `${quote(key)} is not a field that this source can support.`,
					hint: isThere
						? `Add the source under "${key}" instead, and delete "${key}" here.`
						: didYouMean(meant, `Use one of these fields: ${keys.join(', ')}.`),
				});
			}
		}
	}
}

/** Ensures that the editors have read every source that is quoted. */
function ensureQuotesWereRead(draft: Draft, report: Report): void {
	const unread = new Set(
		draft.records.sources.filter(({ data }) => data.copyRead === 'none').map(({ id }) => id),
	);
	for (const { at, path, citations } of listsOf(draft)) {
		for (const [index, { id, quote: words }] of citations.entries()) {
			if (words === undefined || !unread.has(id)) continue;
			report(at, [...path, 'sources', index, 'quote'], 'quote-unread', {
				message: `This quote is from ${quote(id)}, but nobody has read that source.`,
				hint: 'Delete the quote, or correct "copyRead" of the source.',
			});
		}
	}
}

function ensureSourcesAreUsed(draft: Draft, report: Report): void {
	// A source that seems unused may be cited in an unreadable file, or by a misspelt id.
	if (!draft.isComplete || unresolved(draft).some(({ kind }) => kind === 'sources')) return;
	const used = new Set(
		valuesOf(draft).flatMap(({ value, field }) => (field.reference === 'sources' ? [value] : [])),
	);
	for (const source of draft.records.sources) {
		if (used.has(source.id)) continue;
		report(source, [], 'unused-source', {
			message: `No record uses the source "${source.id}".`,
			hint: 'Add it to the "sources" of a record, or delete the file.',
		});
	}
}

export default [ensureCitationsSupportFields, ensureQuotesWereRead, ensureSourcesAreUsed];
