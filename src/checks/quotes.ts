import { type Draft, filesIn } from '../records/content.ts';
import { factsOf } from '../records/facts.ts';
import { memoize } from '../records/memoize.ts';
import { valueAt } from '../records/values.ts';
import { dateInWords } from '../schema/dates.ts';
import { isSurelyBefore } from '../schema/edtf.ts';
import { type Field, fieldAt, fieldTree } from '../schema/field-tree.ts';
import { kindOf } from '../schema/index.ts';
import { isKind } from '../schema/kinds.ts';
import { agreesWith, mentionOf, mentionsIn } from '../schema/mentions.ts';
import { quote } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import type { Report } from './check.ts';

/** Returns all values with quotes, and the quotes by source. */
const quotedFactsOf = memoize((draft: Draft) =>
	filesIn(draft).flatMap(({ address, file: at, schema }) => {
		const tree = fieldTree(schema);
		const [kind = ''] = address.split('/');
		return factsOf(tree, at.data).flatMap(({ path, citations }) => {
			const field = fieldAt(tree, path);
			const quotes = new Map<string, string>();
			for (const { id, quote: words } of citations)
				if (words !== undefined) quotes.set(id, [quotes.get(id) ?? [], words].flat().join(' […] '));
			if (!field || field.entry || quotes.size === 0) return [];
			const value = String(valueAt(at.data, path));
			// Whether the quotes support only this value instead of the whole record.
			const isOwn =
				citations.every(({ states }) => states !== undefined) ||
				(path.length > 1 && valueAt(at.data, [...path.slice(0, -1), 'sources']) !== undefined);
			return [{ at, kind, path, field, value, quotes, isOwn }];
		});
	}),
);

// Fields with names, which should be the same in the quote.
const nameKeys = new Set(['name', 'city', 'venue', 'institution', 'expansion']);

/** Returns the dates to look for in a quote. Sources often give the first day of the next term instead of the last day of a term. */
const datesIn = ({ key }: Field, value: string): string[] =>
	key === 'until' && /^\d{4}-\d\d-\d\d$/.test(value)
		? [value, new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10)]
		: [value];

/** Warns about dates, numbers and names that do not match their quotes. */
function ensureQuotesAgree(draft: Draft, report: Report): void {
	const english = new Set(
		draft.records.sources.flatMap(({ id, data }) => (data.language === 'en' ? id : [])),
	);
	for (const { at, kind, path, field, value, quotes, isOwn } of quotedFactsOf(draft)) {
		const isNumber = isOwn && (field.type === 'number' || field.key === 'count');
		const numbers = isNumber ? mentionsIn(value).numbers : [];
		const differs = (rule: Rule, what: string, source: string, words: string): void => {
			const dates = field.type === 'date' ? mentionsIn(words).dates.map((each) => each.words) : [];
			report(at, path, rule, {
				message: `The ${what} ${field.type === 'date' ? dateInWords(value) : quote(value)} is not in the quote from ${quote(source)}: ${quote(dates.length > 0 ? dates.join(' […] ') : words)}.`,
				hint: `Correct the ${what} or the quote. If both mean the same thing, leave them as they are.`,
			});
		};
		for (const [source, words] of quotes) {
			const mentioned = numbers.length > 0 ? mentionsIn(words).numbers : [];
			if (field.type === 'date' && !datesIn(field, value).some((date) => agreesWith(words, date)))
				differs('quote-date', 'date', source, words);
			if (mentioned.length > 0 && !numbers.some((number) => mentioned.includes(number)))
				differs('quote-number', 'number', source, words);
		}
		const isPublished = valueAt(at, ['data', ...path.slice(0, -1), 'wording']) === 'published';
		if (!(nameKeys.has(field.key) && kind !== 'themes') && !(field.key === 'title' && isPublished)) continue;
		const found = [...quotes].map(([source, words]) => ({ source, words, how: mentionOf(value, words) }));
		const other = found.find(({ source, how }) => how === 'similar' || (isOwn && english.has(source)));
		if (other && found.every(({ how }) => how !== 'same'))
			differs('quote-name', 'name', other.source, other.words);
	}
}

// Fields that can only be known after the meeting.
const results = new Set<PropertyKey | undefined>(['decisions', 'outcomes']);

/** Warns about events with only sources that were published before the event. */
function ensureSourcesAreLaterThanEvents(draft: Draft, report: Report): void {
	const published = new Map(draft.records.sources.map(({ id, data }) => [id, data.published]));
	for (const { address, file: at, schema } of filesIn(draft)) {
		const [kind = ''] = address.split('/');
		const [[key, date] = []] = isKind(kind)
			? Object.entries(kindOf(kind).dates?.(at.data as never) ?? {})
			: [];
		if (key === undefined || date === undefined) continue;
		for (const { path, citations } of factsOf(fieldTree(schema), at.data)) {
			const days = citations.map(({ id }) => published.get(id));
			const isEarly = (day: string | undefined): boolean => day !== undefined && isSurelyBefore(day, date);
			const isEvent = path[0] === key && (path.length === 1 || path[1] === 'date');
			if (isEvent ? days.length > 0 && days.every(isEarly) : results.has(path[0]) && days.some(isEarly)) {
				const index = days.findIndex(isEarly);
				report(at, path, 'early-source', {
					message: `The source ${quote(citations[index]?.id ?? '')} was published on ${days[index] ?? ''}, before ${isEvent ? 'this date' : `the event (${date})`}.`,
					hint: 'Correct one of the two dates. If the source only announces the event, leave both as they are.',
				});
			}
		}
	}
}

export default [ensureQuotesAgree, ensureSourcesAreLaterThanEvents];
