import { expect, test } from 'vitest';
import * as z from 'zod';
import { factsOf, isBelow } from '../../../src/records/facts.ts';
import { inWords } from '../../../src/records/in-words.ts';
import { mapValues, visitValues } from '../../../src/records/values.ts';
import { statement, sources } from '../../../src/schema/citation.ts';
import { fieldTree } from '../../../src/schema/field-tree.ts';
import { date, ours, recordAddress, reference, text } from '../../../src/schema/fields.ts';

const help = ['Field', 'A field.'] as const;

const tree = fieldTree(
	z.strictObject({
		title: text(...help),
		note: ours(text(...help)).optional(),
		place: z.strictObject({ city: text(...help) }).optional(),
		names: z.array(statement(...help)).optional(),
		sources,
	}),
);

const valuesIn = (record: unknown): unknown[] => {
	const values: unknown[] = [];
	visitValues(tree, record, (value, path, { type }) => values.push([path.join('.'), value, type]));
	return values;
};

test('every single value of a record is visited, with its path and type', () => {
	const record = {
		title: 'First meeting',
		names: [{ text: 'Founding meeting', sources: ['charter'] }, { text: 'Meeting' }],
		sources: ['account', { id: 'charter', states: ['title'] }],
	};
	expect(valuesIn(record)).toEqual([
		['title', 'First meeting', 'text'],
		['names.0.text', 'Founding meeting', 'text'],
		['names.0.sources.0', 'charter', 'reference'],
		['names.1.text', 'Meeting', 'text'],
		['sources.0', 'account', 'reference'],
		['sources.1.id', 'charter', 'reference'],
		['sources.1.states.0', 'title', 'key'],
	]);
});

test('values of an invalid record that do not fit are skipped', () => {
	const record = { title: null, place: 'Sofia', names: 'Meeting', other: 1, sources: [null, 'account'] };
	expect(valuesIn(record)).toEqual([['sources.1', 'account', 'reference']]);
	expect(valuesIn(null)).toEqual([]);
	expect(valuesIn('First meeting')).toEqual([]);
});

test('a copy of a record can have other values; the record stays the same', () => {
	const record = { title: 'First meeting', names: [{ text: 'Meeting' }], sources: ['account'] };
	const before = structuredClone(record);
	const changed = mapValues(tree, record, (value, [key]) => (key === 'names' ? 'Conference' : value));
	expect(changed).toEqual({ ...before, names: [{ text: 'Conference' }] });
	expect(Object.keys(changed)).toEqual(Object.keys(before));
	expect(record).toEqual(before);
});

test('the nearest list of sources supports a fact; the editors’ own choices are no facts', () => {
	const [account, charter] = [{ id: 'account' }, { id: 'charter' }];
	const record = {
		title: 'First meeting',
		note: 'A remark.',
		place: { city: 'Sofia' },
		names: [{ text: 'Founding meeting', sources: [charter] }, { text: 'Meeting' }],
		sources: [account],
	};
	expect(factsOf(tree, record)).toEqual([
		{ path: ['title'], citations: [account] },
		{ path: ['place', 'city'], citations: [account] },
		{ path: ['names', 0, 'text'], citations: [charter] },
		{ path: ['names', 1, 'text'], citations: [account] },
	]);
});

test('a path is below another if it begins with it', () => {
	expect(isBelow(['names', 0, 'text'], ['names', 0])).toBe(true);
	expect(isBelow(['names', 0], ['names', 0])).toBe(true);
	expect(isBelow(['names', 1, 'text'], ['names', 0])).toBe(false);
	expect(isBelow(['names'], ['names', 0])).toBe(false);
});

test('readers see a date in words and a record by its title', () => {
	const show = (schema: z.ZodType, value: unknown): string =>
		inWords(fieldTree(schema), value, (kind, id) => `the ${kind} ${id}`);
	expect(show(date(...help), '2016-05')).toBe('May 2016');
	expect(show(reference('members', ...help), 'greece')).toBe('the members greece');
	expect(show(recordAddress(...help), 'meetings/first-meeting')).toBe('the meetings first-meeting');
	expect(show(text(...help), 'members/greece')).toBe('members/greece');
	expect(show(z.int(), 9)).toBe('9');
});
