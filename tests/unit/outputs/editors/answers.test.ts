import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { fileOf, proposedId, recordFrom } from '../../../../src/outputs/editors/answers.ts';
import { recordFields } from '../../../../src/schema/index.ts';

const asWritten = (_kind: string, name: string): string => name;

describe('answers to a form', () => {
	test('make a record without empty answers, in the order of its fields', () => {
		const record = recordFrom(
			recordFields.meetings,
			{
				title: 'Twelfth meeting',
				dates: '3–4 June 2026',
				number: '12',
				mode: '',
				place: { city: ' ', country: '' },
			},
			asWritten,
		);
		expect(Object.entries(record)).toEqual([
			['number', 12],
			['title', 'Twelfth meeting'],
			['dates', '2026-06-03/2026-06-04'],
		]);
	});

	test.each([
		['June 2026', '2026-06'],
		['2026', 2026],
		['4/5/2026', '4/5/2026'],
		['some day', 'some day'],
	])('become EDTF if a date is not ambiguous: %s', (written, date) => {
		expect(recordFrom(recordFields.meetings, { dates: written }, asWritten)).toEqual({ dates: date });
	});

	test('lose extra spaces and line breaks', () => {
		const record = recordFrom(recordFields.themes, { name: ' Money\u00a0laundering \n at sea' }, asWritten);
		expect(record).toEqual({ name: 'Money laundering at sea' });
	});

	test('cite a source by its id alone, unless there are more details', () => {
		const record = recordFrom(
			recordFields.themes,
			{ sources: [{ id: 'report' }, { id: '' }, { id: 'charter', states: ['name'], quote: '' }] },
			asWritten,
		);
		expect(record).toEqual({ sources: ['report', { id: 'charter', states: ['name'] }] });
	});

	test('give agenda items ids made from their titles', () => {
		const item = { title: 'Ports', wording: 'published', themes: [] };
		const record = recordFrom(
			recordFields.meetings,
			{ agenda: [item, item, { ...item, id: 'piers' }] },
			asWritten,
		);
		expect(record.agenda).toEqual([
			{ id: 'ports', ...item },
			{ id: 'ports-2', ...item },
			{ id: 'piers', ...item },
		]);
	});
});

test.each([
	['meetings', { title: 'Twelfth meeting' }, 'twelfth-meeting'],
	['offices', { country: 'malta', name: 'Harbour Office' }, 'malta-harbour-office'],
	['secretariat', { country: 'malta', from: '2022-05' }, 'malta-2022'],
	['board', { period: '2023-11/2024-12' }, 'board-2023-2024'],
	[
		'sources',
		{ publisher: 'OSCE Secretariat', published: '2026-06-05', title: 'OSCE helps' },
		'osce-2026-helps',
	],
] as const)('the file of a record in %s has a name made from it', (kind, record, id) => {
	expect(proposedId(kind, record)).toBe(id);
});

test('a file contains the same record that was written', () => {
	const content = join(import.meta.dirname, '../../../..', 'content');
	const files = globSync('*/*.yaml', { cwd: content });
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const record = load(readFileSync(join(content, file), 'utf8'), { schema: CORE_SCHEMA }) as object;
		expect(load(fileOf('meetings', record), { schema: CORE_SCHEMA }), file).toEqual(record);
	}
});

test('a file says where its keys are explained, with short lists of ids on one line and long texts on several', () => {
	expect(
		fileOf('meetings', {
			themes: ['ports', 'piers'],
			sources: ['report'],
			note: 'x'.repeat(60) + ' ' + 'y'.repeat(60),
		}),
	).toBe(
		`# The keys are explained on the page "The fields of a meeting" of the site.\nthemes: [ports, piers]\nsources:\n  - report\nnote: >-\n  ${'x'.repeat(60)}\n  ${'y'.repeat(60)}\n`,
	);
});
