import { proposeId } from '../../records/propose-id.ts';
import { type Group, isGroup } from '../../records/values.ts';
import { readingsOf } from '../../schema/date-slips.ts';
import { dateInWords } from '../../schema/dates.ts';
import { dayBounds } from '../../schema/edtf.ts';
import { countryCodes, countryName } from '../../schema/countries.ts';
import { nameOfLanguage, tagOfLanguage } from '../../schema/fields.ts';
import type { Field } from '../../schema/field-tree.ts';
import type { Kind } from '../../schema/kinds.ts';
import { yamlOf } from './edit.ts';
import { fieldsTitle } from './template.ts';

/* Converts the answers in a form into a record and its file. Invalid answers stay as they are, because the check reports them later. */

/** The answer in one form field: a string, a list of answers or a group of answers. */
export type Answer = string | readonly Answer[] | Answers;

export interface Answers {
	readonly [key: string]: Answer | undefined;
}

/** Looks up the id of a record by name, or returns the name itself if no record has it. */
export type IdOf = (kind: Kind | 'any', name: string) => string;

/** Looks up the name of a record by id, or returns the id itself if there is no such record. */
export type NameOf = (kind: Kind | 'any', id: string) => string;

/**
 * Converts an answer into a scalar value. Digits become a number, a date in an everyday format becomes an EDTF date, and the name of a
 * language or a country becomes its code.
 */
export function valueFrom({ type }: Field, given: string): string | number | true {
	if (type === 'mark' && given === 'true') return true;
	if (type === 'number' && /^\d{1,15}$/.test(given)) return Number(given);
	if (type === 'language') return tagOfLanguage(given) ?? given;
	if (type === 'country-code') return codeOfCountry(given) ?? given;
	if (type !== 'date') return given;
	const [date = given, ...others] = readingsOf(given);
	const written = others.length === 0 ? date : given;
	return /^\d{4}$/.test(written) ? Number(written) : written;
}

const codeOfCountry = (name: string): string | undefined =>
	countryCodes.find(
		(code) => code === name.toUpperCase() || countryName(code).toLowerCase() === name.toLowerCase(),
	);

/** Builds a record from the answers. Empty answers are omitted. */
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
	// An empty list does not count as an answer.
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
		const group = recordFrom(field.fields, isAnswers(answer) ? answer : {}, idOf);
		const [first, ...others] = Object.entries(group);
		if (!first) return undefined;
		// Shortens a citation without a quote to the id of the source.
		return field.type !== 'group' && others.length === 0 && first[0] === 'id' ? first[1] : group;
	}
	const text = typeof answer === 'string' ? answer.replace(/\s+/g, ' ').trim() : '';
	if (text === '') return undefined;
	return field.reference === undefined ? valueFrom(field, text) : idOf(field.reference, text);
}

const isAnswers = (answer: Answer | undefined): answer is Answers =>
	typeof answer === 'object' && !Array.isArray(answer);

/** Converts a record into answers to fill in a form with. Keys without a field are left out. */
export function answersFrom(fields: readonly Field[], record: Group, nameOf: NameOf): Answers {
	return Object.fromEntries(
		fields.flatMap((field) => {
			const value = record[field.key];
			if (value === undefined || value === null) return [];
			const { key, entry } = field;
			if (!entry) return [[key, answerOf(field, value, nameOf)]];
			return [[key, [value].flat().map((each) => answerOf(entry, each, nameOf))]];
		}),
	);
}

function answerOf(field: Field, value: unknown, nameOf: NameOf): Answer {
	const [first] = field.fields;
	if (first)
		// A citation without a quote is a plain id in the file, but a group in the form.
		return answersFrom(field.fields, isGroup(value) ? value : { [first.key]: value }, nameOf);
	const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
	if (field.reference !== undefined) return nameOf(field.reference, text);
	const words = inWords(field, text) ?? text;
	return String(valueFrom(field, words)) === text ? words : text;
}

/** Returns a date or the code of a language or a country in words. The code of a member stays a code. */
function inWords({ key, type }: Field, text: string): string | undefined {
	if (type === 'date' && dayBounds(text)) return dateInWords(text);
	if (type === 'language') return nameOfLanguage(text);
	const isCountry = type === 'country-code' && key !== 'code' && countryCodes.includes(text);
	return isCountry ? countryName(text) : undefined;
}

/** Returns whether a field is the id of a list entry, which can be generated from the entry's other fields. */
export const isOwnId = ({ key, type }: Field): boolean => key === 'id' && type === 'id';

/** Adds a generated id to an entry that requires an id and has none. */
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

/** Generates an id from a string. The id is short enough for an address. */
const idFrom = (text: string): string =>
	`${proposeId(text)}-`.replace(/^(.{1,48})-.*$/, '$1').replace(/-$/, '');

/** Suggests an id for a record, based on the title or, if the record has no title, on the country and year. */
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
		// The title may already start with the publisher's name.
		const rest = name?.startsWith(`${publisher} `) ? name.slice(publisher.length) : (name ?? '');
		return idFrom([publisher, ...years, rest].join(' '));
	}
	const [country] = words('country');
	return idFrom(
		name === undefined ? [country ?? kind, ...years].join(' ') : [country ?? '', name].join(' ').trim(),
	);
}

/**
 * Returns the contents of a record's file. Keys are in schema order, long strings are wrapped, and short lists of ids are on one line. A
 * comment at the top says where to find explanations of the keys.
 */
export const fileOf = (kind: Kind, record: object): string =>
	Object.keys(record).length === 0
		? ''
		: `# The keys are explained on the page "${fieldsTitle(kind)}" of the site.\n${yamlOf(record)}`;
