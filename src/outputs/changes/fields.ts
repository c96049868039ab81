import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { dateInWords } from '../../schema/dates.ts';
import { counted, inSeries } from '../../network/labels.ts';
import { metaOf, shapeOf, unwrap } from '../../records/schema-walk.ts';
import { isKind } from '../../schema/kinds.ts';
import { fieldInSentence, lowerFirst, type Names, quoted } from './names.ts';

type Schema = z.core.$ZodType;
type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something whose fields changed: the record, or a part of it. */
interface Subject {
	/** As it stands after "of": "Greece", "the agenda item “Piers” of the first meeting". */
	readonly called: string;
	readonly names: Names;
}

/**
 * Says field by field what changed between two states of one record.
 *
 * @param schema the schema of the record
 * @param called what the record is called as the subject of a sentence
 * @returns one sentence for each change, in the order of the schema's fields
 */
export const fieldChanges = (
	schema: Schema,
	before: unknown,
	after: unknown,
	called: string,
	names: Names,
): string[] => groupChanges(schema, before, after, { called, names });

function groupChanges(schema: Schema, before: unknown, after: unknown, subject: Subject): string[] {
	const inner = unwrap(schema);
	if (!(inner instanceof z.ZodObject) || !isGroup(before) || !isGroup(after)) return [];
	return Object.entries(shapeOf(inner)).flatMap(([key, field]) =>
		isDeepStrictEqual(before[key], after[key]) ? [] : valueChanges(field, before[key], after[key], subject),
	);
}

/** What changed in one field: a value, a group or a list. */
function valueChanges(field: Schema, before: unknown, after: unknown, subject: Subject): string[] {
	const inner = unwrap(field);
	const label = `${fieldInSentence(metaOf(field).title ?? '')} of ${subject.called}`;
	if (inner instanceof z.ZodArray)
		return listChanges(inner, label, entriesOf(before), entriesOf(after), subject);
	if (before === undefined) return [`Adds ${label}${withValue(field, after, subject)}.`];
	if (after === undefined) return [`Removes ${label}${withValue(field, before, subject)}.`];
	if (inner instanceof z.ZodObject) return groupChanges(field, before, after, { ...subject, called: label });
	if (typeof before === 'string' && typeof after === 'string' && isText(field)) {
		return [textChange(label, before, after)];
	}
	const verb = isDate(field) ? 'Moves' : 'Changes';
	const [from, to] = [before, after].map((value) => valueInWords(field, value, subject.names));
	return [`${verb} ${label} from ${from ?? ''} to ${to ?? ''}.`];
}

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

// The only unions are dates, which may be written as a bare year.
const isDate = (field: Schema): boolean => unwrap(field) instanceof z.ZodUnion;

/** Whether a value is words, and not an id, a date or one of a few choices. */
const isText = (field: Schema): boolean => {
	const { reference, recordAddress } = metaOf(field);
	return unwrap(field) instanceof z.ZodString && !reference && !recordAddress;
};

const withValue = (field: Schema, value: unknown, { names }: Subject): string => {
	// A mark is either there or not.
	const words = value === true ? '' : valueInWords(field, value, names);
	return words === '' ? '' : `: ${words}`;
};

/** A value as a reader of the site knows it: dates in words, records by their names, texts in quotation marks. */
function valueInWords(field: Schema, value: unknown, names: Names): string {
	const inner = unwrap(field);
	const { reference, recordAddress } = metaOf(field);
	if (inner instanceof z.ZodArray) {
		return inSeries(entriesOf(value).map((entry) => valueInWords(inner.element, entry, names)));
	}
	if (inner instanceof z.ZodObject) {
		if (!isGroup(value)) return '';
		return Object.entries(shapeOf(inner))
			.filter(([key]) => value[key] !== undefined && key !== 'sources')
			.map(([key, part]) => valueInWords(part, value[key], names))
			.join(', ');
	}
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') return '';
	if (reference) return names.of(reference, value);
	if (recordAddress) {
		const [kind = '', id = ''] = value.split('/');
		return isKind(kind) ? names.of(kind, id) : quoted(value);
	}
	return isDate(field) ? dateInWords(value) : quoted(value);
}

// Texts up to this length are shown whole.
const shortText = 80;

function textChange(label: string, before: string, after: string): string {
	if (before.length <= shortText && after.length <= shortText) {
		return `Changes ${label} from ${quoted(before)} to ${quoted(after)}.`;
	}
	const [from, to] = whereTheyDiffer(before, after);
	return `Rewords ${label}: ${quoted(from)} becomes ${quoted(to)}.`;
}

// Words that are shown before and after the ones that differ.
const context = 3;

/** The parts of two long texts that differ, each with a few words around it. */
function whereTheyDiffer(before: string, after: string): [string, string] {
	const [a, b] = [before, after].map((text) => text.trim().split(/\s+/u)) as [string[], string[]];
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start++;
	let end = 0;
	while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
	const excerpt = (words: readonly string[]): string => {
		const [first, last] = [
			Math.max(0, start - context),
			Math.min(words.length, words.length - end + context),
		];
		return `${first > 0 ? '… ' : ''}${words.slice(first, last).join(' ')}${last < words.length ? ' …' : ''}`;
	};
	return [excerpt(a), excerpt(b)];
}

function listChanges(
	list: z.ZodArray,
	label: string,
	before: readonly unknown[],
	after: readonly unknown[],
	subject: Subject,
): string[] {
	const element: Schema = list.element;
	return unwrap(element) instanceof z.ZodObject
		? groupListChanges(list, label, before.filter(isGroup), after.filter(isGroup), subject)
		: plainListChanges(element, label, before, after, subject);
}

/** A list of ids or texts: how many came and went, and which. */
function plainListChanges(
	element: Schema,
	label: string,
	before: readonly unknown[],
	after: readonly unknown[],
	{ called, names }: Subject,
): string[] {
	const added = after.filter((value) => !before.includes(value));
	const removed = before.filter((value) => !after.includes(value));
	if (added.length + removed.length === 0) return [`Changes the order of ${label}.`];
	const noun = lowerFirst(metaOf(element).title ?? 'entry');
	const series = (values: readonly unknown[]): string =>
		shortSeries(values.map((value) => valueInWords(element, value, names)));
	const more = added.length > 0 && `${counted(added.length, noun, plural(noun))} more`;
	// The noun stands once.
	const fewer =
		removed.length > 0 &&
		`${more === false ? counted(removed.length, noun, plural(noun)) : String(removed.length)} fewer`;
	const newly = added.length > 0 && `newly names ${series(added)}`;
	const longer = removed.length > 0 && `no longer names ${series(removed)}`;
	const and = (...parts: (string | false)[]): string => parts.filter((part) => part !== false).join(' and ');
	return [`${capitalized(called)} now has ${and(more, fewer)}. It ${and(newly, longer)}.`];
}

// More are counted, not named.
const mostNamed = 5;

const shortSeries = (items: readonly string[]): string =>
	inSeries(
		items.length > mostNamed + 1 ? [...items.slice(0, mostNamed), `${items.length - mostNamed} more`] : items,
	);

const plural = (noun: string): string =>
	/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? `${noun}es` : `${noun}s`;

const singular = (noun: string): string => noun.replace(/ies$/, 'y').replace(/s$/, '');

/** Starts a sentence. */
export const capitalized = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** By what an entry of a list is known to be the same one. */
function identityOf(entry: Group): unknown {
	const { id, country, record, field, date, name, title, text } = entry;
	if (record !== undefined) return JSON.stringify([record, field]);
	return id ?? country ?? date ?? name ?? title ?? text;
}

/** A list of groups of keys: entries that came, went and changed. */
function groupListChanges(
	list: z.ZodArray,
	label: string,
	before: readonly Group[],
	after: readonly Group[],
	subject: Subject,
): string[] {
	const inner = unwrap(list.element);
	const shape = inner instanceof z.ZodObject ? shapeOf(inner) : {};
	const { added, removed, kept } = matched(before, after);
	const noun = nounOf(list, shape);
	const show = (entry: Group): string => entryInWords(shape, entry, subject.names);
	const told = (verb: string, preposition: string, entries: readonly Group[]): string[] => {
		const [first] = entries;
		if (!first) return [];
		const what =
			entries.length === 1
				? `the ${noun} ${show(first)} ${preposition} ${subject.called}`
				: `${counted(entries.length, noun, plural(noun))} ${preposition} ${subject.called}: ${shortSeries(entries.map(show))}`;
		return [`${verb} ${what}.`];
	};
	const changed = kept.flatMap(([old, now]) => {
		const called = `the ${noun} ${show(now)} of ${subject.called}`;
		const telling = tellingKey(now);
		const [was, is] = [old[telling], now[telling]];
		const field = shape[telling];
		const isReworded =
			field && isText(field) && typeof was === 'string' && typeof is === 'string' && was !== is;
		// An entry that is known by its words is not called by them where they change.
		return [
			...(isReworded ? [textChange(`the ${noun} of ${subject.called}`, was, is)] : []),
			...groupChanges(list.element, isReworded ? { ...old, [telling]: is } : old, now, {
				...subject,
				called,
			}),
		];
	});
	const orderIn = (list: readonly Group[], side: 0 | 1): number[] =>
		kept.map((pair) => list.indexOf(pair[side]));
	const isReordered = !isDeepStrictEqual(ranks(orderIn(before, 0)), ranks(orderIn(after, 1)));
	return [
		...told('Adds', 'to', added),
		...told('Removes', 'from', removed),
		...changed,
		...(isReordered ? [`Changes the order of ${label}.`] : []),
	];
}

/** The places of some entries, counted among these entries alone. */
const ranks = (places: readonly number[]): number[] => {
	const sorted = places.toSorted((a, b) => a - b);
	return places.map((place) => sorted.indexOf(place));
};

/** Pairs the entries of two lists: by what identifies them, and what is left over by its place, as one that was reworded. */
function matched(
	before: readonly Group[],
	after: readonly Group[],
): { added: Group[]; removed: Group[]; kept: [Group, Group][] } {
	const oldById = new Map(before.map((entry) => [identityOf(entry), entry]));
	const ids = new Set(after.map(identityOf));
	const reworded = after.flatMap((entry, index): [Group, Group][] => {
		const old = before[index];
		const isRenamed = old?.id !== entry.id;
		return old && !isRenamed && !ids.has(identityOf(old)) && !oldById.has(identityOf(entry))
			? [[old, entry]]
			: [];
	});
	const paired = new Set(reworded.flat());
	return {
		added: after.filter((entry) => !oldById.has(identityOf(entry)) && !paired.has(entry)),
		removed: before.filter((entry) => !ids.has(identityOf(entry)) && !paired.has(entry)),
		kept: [
			...after.flatMap((entry): [Group, Group][] => {
				const old = oldById.get(identityOf(entry));
				return old ? [[old, entry]] : [];
			}),
			...reworded,
		],
	};
}

/** What one entry of a list is called: by its own title, by that of its text, or by the list's in the singular. */
const nounOf = (list: z.ZodArray, shape: Readonly<Record<string, Schema>>): string => {
	const own = metaOf(list.element).title ?? (shape.text && metaOf(shape.text).title);
	if (own !== undefined) return lowerFirst(own);
	return singular(fieldInSentence(metaOf(list).title ?? 'entries').replace(/^the /, ''));
};

// What says most of an entry, before what only identifies it.
const tellingKeys = ['title', 'claim', 'text', 'name', 'country', 'record', 'date'];

const tellingKey = (entry: Group): string => tellingKeys.find((key) => entry[key] !== undefined) ?? '';

const entryInWords = (shape: Readonly<Record<string, Schema>>, entry: Group, names: Names): string => {
	const key = tellingKey(entry);
	const field = shape[key];
	return field ? valueInWords(field, entry[key], names) : '';
};
