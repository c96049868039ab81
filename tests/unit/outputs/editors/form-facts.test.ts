import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type Answers, answersFrom, recordFrom } from '../../../../src/outputs/editors/answers.ts';
import { editText } from '../../../../src/outputs/editors/edit.ts';
import { extractNewSources, nearestName } from '../../../../src/outputs/editors/form-answers.ts';
import {
	formFacts,
	withSourcesOfRecord,
	withSourcesPerFact,
} from '../../../../src/outputs/editors/form-facts.ts';
import type { Group } from '../../../../src/records/values.ts';
import { recordFields } from '../../../../src/schema/index.ts';
import { isKind, kinds } from '../../../../src/schema/kinds.ts';

const root = join(import.meta.dirname, '../../../..');
const asWritten = (_kind: string, name: string): string => name;

const meeting = formFacts('meetings');
const keyOf = (title: string): string => meeting.find((fact) => fact.title === title)?.key ?? '';
const [name, dates, larger] = ['Name', 'Dates', 'Larger meeting'].map(keyOf) as [string, string, string];

/** Fills in a form with a meeting, changes it, and returns the sources of the resulting record. */
function sourcesAfter(record: Group, change: (answers: Answers) => Answers): unknown {
	const answers = withSourcesPerFact(meeting, answersFrom(recordFields.meetings, record, asWritten));
	const after = withSourcesOfRecord(meeting, { ...answers, ...change(answers) });
	return recordFrom(recordFields.meetings, after, asWritten).sources;
}

describe('the facts of a form', () => {
	test.each(kinds)('hold each field of %s once', (kind) => {
		const keys = formFacts(kind).flatMap(({ fields }) => fields.map(({ key }) => key));
		expect(keys.toSorted()).toEqual(
			recordFields[kind]
				.map(({ key }) => key)
				.filter((key) => key !== 'sources')
				.toSorted(),
		);
	});

	test('group the fields that one quote supports', () => {
		expect(meeting.slice(0, 3).map(({ title, fields }) => [title, fields.map(({ key }) => key)])).toEqual([
			['Name', ['title', 'body', 'number']],
			['Other names', ['alsoCalled']],
			['Dates', ['dates']],
		]);
	});
});

const files = ['content', 'tests/fixtures/base'].flatMap((folder) =>
	globSync('*/*.yaml', { cwd: join(root, folder) }).map((file) => join(folder, file)),
);

test('a form filled from a record and not changed gives back the same file', () => {
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) {
		const kind = dirname(file).split('/').at(-1) ?? '';
		if (!isKind(kind)) continue;
		const text = readFileSync(join(root, file), 'utf8');
		const facts = formFacts(kind);
		const record = load(text, { schema: CORE_SCHEMA }) as Group;
		const answers = withSourcesPerFact(facts, answersFrom(recordFields[kind], record, asWritten));
		const after = recordFrom(recordFields[kind], withSourcesOfRecord(facts, answers), asWritten);
		expect(editText(text, after), file).toBe(text);
	}
});

describe('the sources of a fact', () => {
	const record = {
		body: 'conference',
		title: 'Fifth meeting',
		dates: '2019-06',
		sources: [
			{ id: 'report', states: ['body', 'title', 'dates'], quote: 'The fifth meeting, June 2019' },
			{ id: 'account', states: ['title'] },
		],
	};

	test('change without those of other facts', () => {
		expect(sourcesAfter(record, () => ({ [dates]: [{ id: 'press', quote: 'June' }] }))).toEqual([
			{ id: 'report', states: ['body', 'title'], quote: 'The fifth meeting, June 2019' },
			{ id: 'press', states: ['dates'], quote: 'June' },
			{ id: 'account', states: ['title'] },
		]);
	});

	test('share an entry if source and quote are the same', () => {
		const { quote } = record.sources[0] ?? {};
		const before = { ...record, sources: [{ id: 'press' }] };
		expect(
			sourcesAfter(before, () => ({ [name]: [{ id: 'report', quote }], [dates]: [{ id: 'report', quote }] })),
		).toEqual([{ id: 'report', quote }]);
	});

	test('keep their order and their fields when another source is added', () => {
		expect(
			sourcesAfter(record, (answers) => ({ [name]: [...(answers[name] as Answers[]), { id: 'press' }] })),
		).toEqual([...record.sources, { id: 'press', states: ['body', 'title'] }]);
	});

	test('leave out a general source that no fact relies on any more', () => {
		const before = { ...record, sources: ['account', { id: 'report', states: ['title', 'body'] }] };
		expect(sourcesAfter(before, () => ({ [dates]: [{ id: 'press' }] }))).toEqual([
			{ id: 'report', states: ['title', 'body'] },
			{ id: 'press', states: ['dates'] },
		]);
	});

	test('do not count for an empty fact', () => {
		expect(sourcesAfter(record, () => ({ [larger]: [{ id: 'press' }] }))).toEqual(record.sources);
	});
});

test.each([
	['greece', { name: 'Greece', isSame: true }],
	['Côte  d’ivoire', { name: 'Côte d’Ivoire', isSame: true }],
	['asset recovery', { name: 'Confiscation and asset recovery', isSame: false }],
	['Cyber crime', { name: 'Cybercrime', isSame: true }],
	['Grece', { name: 'Greece', isSame: false }],
	['PCOCP network', { name: 'PCOCP Secretariat, undated: PCOCP network', isSame: true }],
	['PCOCP netwrk', { name: 'PCOCP Secretariat, undated: PCOCP network', isSame: false }],
	['Iceland', undefined],
])('the name that an editor means is found: %s', (written, found) => {
	const names = [
		'Greece',
		'Côte d’Ivoire',
		'Cybercrime',
		'Confiscation and asset recovery',
		'PCOCP Secretariat, undated: PCOCP network',
	];
	expect(nearestName(written, names)).toEqual(found);
});

test('a new source becomes a record of its own, which its citation names by title', () => {
	expect(
		extractNewSources({
			place: {
				city: 'Valletta',
				sources: [{ id: '', newSource: { title: 'Report', url: 'https://a.org' } }],
			},
		}),
	).toEqual({
		answers: { place: { city: 'Valletta', sources: [{ id: 'Report' }] } },
		sources: [{ path: 'place.sources.0.newSource', answers: { title: 'Report', url: 'https://a.org' } }],
	});
});
