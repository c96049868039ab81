import { COLLECTION_STYLE, CORE_SCHEMA, dump, visit } from 'js-yaml';
import { proposeId } from '../../records/propose-id.ts';
import { readingsOf } from '../../schema/date-slips.ts';
import type { Field } from '../../schema/field-tree.ts';
import type { Kind } from '../../schema/kinds.ts';
import { fieldsTitle } from './template.ts';

/*
 * What somebody fills into a form, turned into a record and its file. Nothing is judged here: what is wrong stays as it was written,
 * and the check tells.
 */

/** The answer to a field: its text, or the answers of a list or a group. */
export type Answer = string | readonly Answer[] | Answers;

/** The answers to the fields of a record or of a group in it, by their keys. */
export interface Answers {
	readonly [key: string]: Answer | undefined;
}

/** The id of the record that somebody named, or what they wrote where it is the name of none. */
export type IdOf = (kind: Kind | 'any', name: string) => string;

/** A single value as a record writes it: figures as a number, a date as people write it as EDTF. */
export function valueFrom({ type }: Field, given: string): string | number {
	if (type === 'number' && /^\d{1,15}$/.test(given)) return Number(given);
	if (type !== 'date') return given;
	const [date = given, ...others] = readingsOf(given);
	const written = others.length === 0 ? date : given;
	return /^\d{4}$/.test(written) ? Number(written) : written;
}

/** The record that answers make: what is not answered is not in it. */
export const recordFrom = (
	fields: readonly Field[],
	answers: Answers,
	idOf: IdOf,
): Readonly<Record<string, unknown>> => {
	const entries = fields.flatMap((field): (readonly [string, unknown])[] => {
		const answer = answers[field.key];
		const value = field.entry ? listFrom(field, field.entry, answer, idOf) : partFrom(field, answer, idOf);
		return value === undefined ? [] : [[field.key, value]];
	});
	// A list that may be empty and must be there says nothing by itself.
	return entries.every(([, value]) => isEmptyList(value)) ? {} : Object.fromEntries(entries);
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function listFrom(
	{ isRequired, minimum = 0 }: Field,
	of: Field,
	answer: Answer | undefined,
	idOf: IdOf,
): unknown[] | undefined {
	const entries = Array.isArray(answer) ? (answer as readonly Answer[]) : [];
	const used = new Set<string>();
	const values = entries.flatMap((entry) => {
		const value = partFrom(of, entry, idOf);
		return value === undefined ? [] : [withId(of, value, used)];
	});
	return values.length > 0 || (isRequired && minimum === 0) ? values : undefined;
}

function partFrom(field: Field, answer: Answer | undefined, idOf: IdOf): unknown {
	if (field.fields.length > 0) {
		const group = recordFrom(field.fields, isGroup(answer) ? answer : {}, idOf);
		const [first, ...others] = Object.entries(group);
		if (!first) return undefined;
		// Where a single value can stand in place of a group, it is that of the group's id.
		return field.type !== 'group' && others.length === 0 && first[0] === 'id' ? first[1] : group;
	}
	const text = typeof answer === 'string' ? answer.replace(/\s+/g, ' ').trim() : '';
	if (text === '') return undefined;
	return field.reference === undefined ? valueFrom(field, text) : idOf(field.reference, text);
}

const isGroup = (answer: Answer | undefined): answer is Answers =>
	typeof answer === 'object' && !Array.isArray(answer);

/** Whether a field is the id that an entry of a list has of its own: it can be made of the other words of the entry. */
export const isOwnId = ({ key, type }: Field): boolean => key === 'id' && type === 'id';

/** An entry of a list with an id made from its words, where it has one of its own and none was written. */
function withId(field: Field, value: unknown, used: Set<string>): unknown {
	if (!field.fields.some(isOwnId) || typeof value !== 'object') return value;
	const entry = value as Readonly<Record<string, unknown>>;
	const words = Object.values(entry).find((each) => typeof each === 'string') ?? '';
	const proposed = idFrom(words);
	let id = typeof entry.id === 'string' ? entry.id : proposed;
	for (let number = 2; entry.id === undefined && used.has(id); number++) id = `${proposed}-${number}`;
	used.add(id);
	return { id, ...entry };
}

/** The id that a text makes, not longer than an address can bear. */
const idFrom = (text: string): string =>
	`${proposeId(text)}-`.replace(/^(.{1,48})-.*$/, '$1').replace(/-$/, '');

/** The id that a record can have, by what it is called, or by its country and year where nothing calls it. */
export function proposedId(kind: Kind, record: Readonly<Record<string, unknown>>): string {
	const words = (...keys: string[]): string[] =>
		keys.flatMap((key) => {
			const value = record[key];
			return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
		});
	const years = words('published', 'dates', 'from', 'period').map((date) =>
		[...date.matchAll(/\d{4}/g)].map(([year]) => year).join('-'),
	);
	const [name] = words('name', 'title', 'term', 'question');
	const [publisher] = words('publisher').map((each) => each.split(' ')[0] ?? '');
	if (publisher !== undefined) {
		// Who speaks of itself need not be named twice.
		const rest = name?.startsWith(`${publisher} `) ? name.slice(publisher.length) : (name ?? '');
		return idFrom([publisher, ...years, rest].join(' '));
	}
	const [country] = words('country');
	return idFrom(
		name === undefined ? [country ?? kind, ...years].join(' ') : [country ?? '', name].join(' ').trim(),
	);
}

// As wide as the lines of the record's files.
const lineWidth = 104;

/**
 * A record as its file: keys in the order of the schema, long texts on several lines, short lists of ids on one; and, for whoever opens
 * it next, where the keys are explained.
 */
export const fileOf = (kind: Kind, record: object): string =>
	Object.keys(record).length === 0
		? ''
		: `# What each key is for: see "${fieldsTitle(kind)}" on the site.\n` +
			dump(record, {
				schema: CORE_SCHEMA,
				lineWidth,
				transform: (documents) => {
					visit(documents, (node) => {
						if (node.kind !== 'mapping') return;
						for (const { key, value } of node.items) {
							if (key.kind !== 'scalar' || key.value === 'sources' || value.kind !== 'sequence') continue;
							const words = value.items.map((item) => (item.kind === 'scalar' ? item.value : ' '));
							if (words.every((word) => /^[\w-]+$/.test(word)) && words.join(', ').length < lineWidth / 2)
								value.style = COLLECTION_STYLE.FLOW;
						}
					});
				},
			});
