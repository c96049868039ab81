import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sources, statement } from '../../../src/schema/citation.ts';
import { entryOf, type Field, fieldAt, fieldTree, referredRecord } from '../../../src/schema/field-tree.ts';
import * as fields from '../../../src/schema/fields.ts';

const { date, dateOrInterval, groups, list, mark, ours, reference, recordAddress, text, usual, wholeNumber } =
	fields;
const help = ['Label', 'Explains the field.'] as const;

const schema = z
	.strictObject({
		title: text('Title', 'The title.', ['First meeting']),
		number: usual(wholeNumber(...help).check(z.maximum(8))),
		place: z.strictObject({ city: text(...help), sources: sources.apply(z.optional) }).apply(z.optional),
		versions: groups('Versions', 'Version', 'Two or more.', {
			claim: text(...help),
			record: recordAddress(...help),
		}).check(z.minLength(2)),
		remark: ours(text(...help)).apply(z.optional),
		sources,
	})
	.apply(fields.withMeta, { title: 'Meeting', description: 'A meeting.' });

const tree = fieldTree(schema);

const at = (...path: (string | number)[]): Field => {
	const field = fieldAt(tree, path);
	if (!field) throw new Error(`No field at ${path.join('.')}.`);
	return field;
};

const pathsBelow = (field: Field): string[] =>
	entryOf(field).fields.flatMap((each) => [each.path.join('.'), ...pathsBelow(each)]);

test('a schema has one tree', () => {
	expect(fieldTree(schema)).toBe(tree);
	expect(tree).toMatchObject({
		key: '',
		path: [],
		title: 'Meeting',
		description: 'A meeting.',
		type: 'group',
	});
});

test.each([
	[text(...help), 'text', 'text'],
	[text(...help).apply(z.optional), 'text', 'text'],
	[wholeNumber(...help), 'number', 'a whole number'],
	[mark(...help), 'mark', 'only true'],
	[fields.choice(['plan', 'roadmap'], ...help), 'choice', '"plan" or "roadmap"'],
	[date(...help), 'date', 'a date such as 2022, 2016-05 or 2018-06-28'],
	[reference('members', ...help), 'reference', 'the id of a file in the "members" folder'],
	[recordAddress(...help), 'reference', 'the folder and id of a record (members/greece)'],
	[fields.webAddress(...help), 'web-address', 'a web address (https://…)'],
	[fields.language(...help), 'language', 'a language tag such as bg, el or sr-Latn'],
	[fields.countryCode(...help), 'country-code', 'a country code (two capital letters)'],
	[fields.localId(...help), 'id', 'an id (lower-case letters, digits and hyphens)'],
	[list('Numbers', 'Some numbers.', z.int()), 'list', 'a list'],
	[schema, 'group', 'a group of keys'],
])('the tree knows the type of a field and describes its values: %#', (field, type, expected) => {
	expect(fieldTree(field)).toMatchObject({ type, expected });
});

test('a text without a type is an error', () => {
	expect(() => fieldTree(fields.withMeta(z.string(), { title: 'Untyped' }))).toThrow(
		'The field "Untyped" has no type.',
	);
});

describe('a field has', () => {
	test('its words and examples', () => {
		expect(at('title')).toMatchObject({
			key: 'title',
			path: ['title'],
			title: 'Title',
			description: 'The title.',
			examples: ['First meeting'],
			isRequired: true,
		});
	});

	test('its need and its limits, also if it is optional', () => {
		expect(at('number')).toMatchObject({ isRequired: false, usual: true, minimum: 1, maximum: 8 });
		expect(at('versions')).toMatchObject({ isRequired: true, minimum: 2 });
		expect(fieldTree(z.int())).toMatchObject({ minimum: undefined, maximum: undefined });
	});

	test('the kind of record that it refers to', () => {
		const toMember = fieldTree(reference('members', ...help));
		expect(toMember.reference).toBe('members');
		expect(referredRecord(toMember, 'greece')).toEqual(['members', 'greece']);
		expect(at('versions', 0, 'record').reference).toBe('any');
		expect(referredRecord(at('versions', 0, 'record'), 'meetings/first')).toEqual(['meetings', 'first']);
		expect(referredRecord(at('title'), 'meetings/first')).toBeUndefined();
	});

	test('a mark that says if a date accepts intervals', () => {
		expect(fieldTree(date(...help)).interval).toBeUndefined();
		expect(fieldTree(dateOrInterval(...help)).interval).toBe(true);
	});

	test('choices instead of examples', () => {
		expect(fieldTree(fields.choice(['plan', 'roadmap'], ...help, ['plan']))).toMatchObject({
			choices: ['plan', 'roadmap'],
			examples: [],
		});
	});
});

describe('a group and a list', () => {
	test('have fields with paths of keys', () => {
		expect(pathsBelow(tree).filter((path) => !path.includes('sources'))).toEqual([
			'title',
			'number',
			'place',
			'place.city',
			'versions',
			'versions.claim',
			'versions.record',
			'remark',
		]);
	});

	test('have fields that sources support: not the sources themselves, not the editors’ own choices', () => {
		expect(tree.stated.map(({ key }) => key)).toEqual(['title', 'number', 'place', 'versions']);
	});

	test('have an entry if they are a list', () => {
		expect(at('versions').entry).toMatchObject({ title: 'Version', type: 'group', path: ['versions'] });
		expect(at('place').entry).toBeUndefined();
		expect(entryOf(at('place'))).toBe(at('place'));
	});

	test('can be a single value or a group, as a citation is', () => {
		expect(at('sources', 0)).toMatchObject({ type: 'reference', reference: 'sources' });
		expect(at('sources', 0).fields.map(({ key, type }) => [key, type])).toEqual([
			['id', 'reference'],
			['states', 'list'],
			['quote', 'text'],
		]);
		expect(fieldTree(statement(...help)).fields.map(({ key }) => key)).toEqual(['text', 'sources']);
	});
});

test('a path that the schema does not have finds no field', () => {
	for (const path of [['other'], ['title', 'other'], ['place', 0], ['versions', 0, 'other']])
		expect(fieldAt(tree, path)).toBeUndefined();
});
