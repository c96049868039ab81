import { describe, expect, test } from 'vitest';
import { recordFields, type Field } from '../../../../src/outputs/editors/fields.ts';
import { recordTemplate } from '../../../../src/outputs/editors/template.ts';
import { readRecord } from '../../../../src/records/read-record.ts';
import { kindOf, recordKinds } from '../../../../src/schema/index.ts';
import { kinds } from '../../../../src/schema/kinds.ts';

const problemsOf = (kind: (typeof kinds)[number], text: string) => {
	const read = readRecord(`${kind}/new.yaml`, text, kindOf(kind).schema);
	return 'problems' in read ? read.problems : [];
};

const keysOf = (fields: readonly Field[]): string[] =>
	fields.flatMap(({ key, fields }) => [key, ...keysOf(fields)]);

/** What is left when the lines that are keys are uncommented; their explanations stay comments. */
const uncommented = (text: string, fields: readonly Field[]): string =>
	text.replace(new RegExp(`^( *)# (?=( |- )*(${keysOf(fields).join('|')}):|( |- )+[^#\\s])`, 'gm'), '$1');

describe.each(kinds)('the template of a record in %s', (kind) => {
	const record = recordFields(kindOf(kind).schema);
	const template = recordTemplate(record);

	test('is a record that passes its schema', () => {
		expect(problemsOf(kind, template)).toEqual([]);
	});

	test('is one, too, when everything that may be left out is taken in', () => {
		const text = uncommented(template, record.fields);
		expect(problemsOf(kind, text)).toEqual([]);
		for (const key of Object.keys(kindOf(kind).schema.shape))
			expect(text).toMatch(new RegExp(`^${key}:`, 'm'));
	});

	test('fits an editor’s window', () => {
		expect(Math.max(...template.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
	});
});

test('a record that is written says what each key is for, once, and keeps every value', () => {
	const text = recordTemplate(recordFields(recordKinds.meetings.schema), {
		body: 'conference',
		title: 'Meeting #12: "the twelfth"',
		dates: '2026',
		place: { city: 'Athens', country: 'greece' },
		agenda: [
			{ id: 'one', title: 'One', wording: 'restated', themes: ['terrorism'] },
			{ id: 'two', title: `# ${'two '.repeat(40)}`.trim(), wording: 'restated', themes: [] },
		],
		sources: ['pcocp-about'],
	});
	const read = readRecord('meetings/new.yaml', text, recordKinds.meetings.schema);
	expect(read).toMatchObject({
		data: {
			title: 'Meeting #12: "the twelfth"',
			dates: '2026',
			place: { city: 'Athens', country: 'greece' },
			agenda: [{ id: 'one' }, { id: 'two', title: `# ${'two '.repeat(40)}`.trim() }],
		},
	});
	expect(text.match(/# Wording: /g)).toHaveLength(1);
	expect(text).toContain('place:\n  # City: In English.\n  city: Athens\n');
	expect(text).toContain('  ## Venue: The building.\n  # venue: Hofburg\n');
});
