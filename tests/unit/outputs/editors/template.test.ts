import { describe, expect, test } from 'vitest';
import { recordTemplate } from '../../../../src/outputs/editors/template.ts';
import { readRecord } from '../../../../src/records/read-record.ts';
import type { Field } from '../../../../src/schema/field-tree.ts';
import { kindOf, recordFields } from '../../../../src/schema/index.ts';
import { kinds, type Kind } from '../../../../src/schema/kinds.ts';

const all = (): boolean => true;

const problemsOf = (kind: Kind, text: string) => {
	const read = readRecord('new.yaml', text, kindOf(kind).schema);
	return 'problems' in read ? read.problems : [];
};

/** Returns the numbers of the lines without a value. */
const emptyLines = (text: string): number[] =>
	text.split('\n').flatMap((line, index) => (line.endsWith(' ') ? [index + 1] : []));

describe.each(kinds)('the template of a record in %s', (kind) => {
	test.each([
		['with the usual keys', recordTemplate(kind)],
		['with every key', recordTemplate(kind, all)],
	])('%s contains no values: the check asks for each one, and reports nothing else', (_, text) => {
		const problems = problemsOf(kind, text);
		expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['empty-value']));
		expect(problems.map(({ line }) => line)).toEqual(emptyLines(text));
	});

	test('with every key is complete', () => {
		for (const { key } of recordFields[kind])
			expect(recordTemplate(kind, all)).toMatch(new RegExp(`^${key}:`, 'm'));
	});

	test('fits into an editor’s window', () => {
		const lines = recordTemplate(kind, all).split('\n');
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(120);
		// Languages are longer, because they need all texts of the page.
		if (kind !== 'languages') expect(recordTemplate(kind).split('\n').length).toBeLessThanOrEqual(40);
	});
});

test('a template explains each key and its values, and contains known values', () => {
	const known = new Map<Field | undefined, unknown>([
		[recordFields.meetings.find(({ key }) => key === 'title'), 'Meeting #12: "the twelfth"'],
		[recordFields.meetings.find(({ key }) => key === 'number'), 12],
		[recordFields.meetings.find(({ key }) => key === 'sources'), ['charter-2015', 'other']],
	]);
	const text = recordTemplate('meetings', undefined, (field) => known.get(field));
	expect(text).toMatch(/^# Meeting: A meeting of the whole network or of its Executive Board\.\n/);
	expect(text).toContain(
		'\n# The body that held the meeting. The value is "conference" or "executive-board".\nbody: \n',
	);
	expect(text).toContain(
		`\n# The name of the meeting. For example: Ninth meeting\ntitle: 'Meeting #12: "the twelfth"'\n`,
	);
	expect(text).toContain('\nnumber: 12\n');
	expect(text).toMatch(/\nsources:\n {2}- charter-2015\n {2}- other\n$/);
	expect(text.replaceAll('\n# ', ' ')).toContain(
		'Each is the id of a file in the "sources" folder, or a group of id, states (supported fields) and quote.',
	);
});

test('an entry of a list of sources is an id or a group', () => {
	const sources = recordFields.meetings.find(({ key }) => key === 'sources');
	expect(sources?.entry).toMatchObject({ type: 'reference', reference: 'sources' });
	expect(sources?.entry?.fields.map(({ key }) => key)).toEqual(['id', 'states', 'quote']);
	const place = recordFields.meetings.find(({ key }) => key === 'place');
	expect(place).toMatchObject({ type: 'group' });
});
