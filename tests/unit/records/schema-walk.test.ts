import { expect, test } from 'vitest';
import * as z from 'zod';
import { factsOf, isBelow } from '../../../src/records/facts.ts';
import { inWords } from '../../../src/records/in-words.ts';
import { formOf, mapValues, visitValues } from '../../../src/records/schema-walk.ts';
import { statement, sources } from '../../../src/schema/citation.ts';
import { date, recordAddress, reference, text } from '../../../src/schema/fields.ts';

const help = ['Field', 'A field.'] as const;

const schema = z.strictObject({
	title: text(...help),
	note: text(...help, { ours: true }).optional(),
	place: z.strictObject({ city: text(...help) }).optional(),
	names: z.array(statement(...help)).optional(),
	sources,
});

test.each([
	[text(...help), 'text'],
	[text(...help).optional(), 'text'],
	[z.int(), 'a whole number'],
	[z.literal(true), 'only true'],
	[z.enum(['plan', 'roadmap']), 'one of plan, roadmap'],
	[z.array(z.int()), 'a list'],
	[schema, 'a group of keys'],
	[reference('members', ...help), 'the id of a file in the folder "members"'],
])('an editor is told what a value looks like: %#', (field, form) => {
	expect(formOf(field)).toBe(form);
});

const valuesIn = (record: unknown): unknown[] => {
	const values: unknown[] = [];
	visitValues(schema, record, (value, path) => values.push([path.join('.'), value]));
	return values;
};

test('every single value of a record is met at its path', () => {
	const record = {
		title: 'First meeting',
		names: [{ text: 'Founding meeting', sources: ['charter'] }, { text: 'Meeting' }],
		sources: ['account', { id: 'charter', states: ['title'] }],
	};
	expect(valuesIn(record)).toEqual([
		['title', 'First meeting'],
		['names.0.text', 'Founding meeting'],
		['names.0.sources.0', 'charter'],
		['names.1.text', 'Meeting'],
		['sources.0', 'account'],
		['sources.1.id', 'charter'],
		['sources.1.states.0', 'title'],
	]);
});

test('of a record that its schema refuses, what does not fit is passed over', () => {
	expect(
		valuesIn({ title: null, place: 'Sofia', names: 'Meeting', other: 1, sources: [null, 'account'] }),
	).toEqual([['sources.1', 'account']]);
	expect(valuesIn(null)).toEqual([]);
	expect(valuesIn('First meeting')).toEqual([]);
});

test('a record can be had with other values, and is left as it was', () => {
	const record = { title: 'First meeting', names: [{ text: 'Meeting' }], sources: ['account'] };
	const before = structuredClone(record);
	const changed = mapValues(schema, record, (value, [key]) => (key === 'names' ? 'Conference' : value));
	expect(changed).toEqual({ ...before, names: [{ text: 'Conference' }] });
	expect(Object.keys(changed)).toEqual(Object.keys(before));
	expect(record).toEqual(before);
});

test('a value rests on the sources beside it, else on those of the record; what the editors choose rests on none', () => {
	const [account, charter] = [{ id: 'account' }, { id: 'charter' }];
	const record = {
		title: 'First meeting',
		note: 'A remark.',
		place: { city: 'Sofia' },
		names: [{ text: 'Founding meeting', sources: [charter] }, { text: 'Meeting' }],
		sources: [account],
	};
	expect(factsOf(schema, record)).toEqual([
		{ path: ['title'], citations: [account] },
		{ path: ['place', 'city'], citations: [account] },
		{ path: ['names', 0, 'text'], citations: [charter] },
		{ path: ['names', 1, 'text'], citations: [account] },
	]);
});

test('a path leads to a place within another when it begins with it', () => {
	expect(isBelow(['names', 0, 'text'], ['names', 0])).toBe(true);
	expect(isBelow(['names', 0], ['names', 0])).toBe(true);
	expect(isBelow(['names', 1, 'text'], ['names', 0])).toBe(false);
	expect(isBelow(['names'], ['names', 0])).toBe(false);
});

test('a value is put in the words of the site: a date as readers write it, a record by its title', () => {
	const say = (field: z.core.$ZodType, value: unknown): string =>
		inWords(field, value, (kind, id) => `the ${kind} ${id}`);
	expect(say(date(...help), '2016-05')).toBe('May 2016');
	expect(say(reference('members', ...help), 'greece')).toBe('the members greece');
	expect(say(recordAddress(...help), 'meetings/first-meeting')).toBe('the meetings first-meeting');
	expect(say(text(...help), 'members/greece')).toBe('members/greece');
	expect(say(z.int(), 9)).toBe('9');
});
