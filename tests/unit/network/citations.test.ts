import { describe, expect, test } from 'vitest';
import { citationsOf, sourceIdsOf } from '../../../src/network/citations.ts';
import { recordsCiting, statementsIn } from '../../../src/network/evidence.ts';
import { find } from '../../../src/network/network.ts';
import { entryOf, networkOf } from './content.ts';

const changes = {
	title: 'Ninth meeting',
	dates: '2023-02-22/2023-02-23',
	place: { city: 'Belgrade', country: 'greece', sources: [{ id: 'press', quote: 'in Belgrade' }] },
	outcomes: [{ text: 'It was agreed.' }, { text: 'It was signed.', sources: ['embassy'] }],
	notes: [{ text: 'The year is not shown.' }],
	sources: [
		'account',
		{ id: 'press', states: ['dates'], quote: '22 and 23 February' },
		{ id: 'press', states: ['notes'] },
	],
} as const satisfies Parameters<typeof entryOf<'meetings'>>[1];

describe('a fact has', () => {
	const meeting = entryOf('meetings', structuredClone(changes) as object);
	const behind = (...path: (string | number)[]): readonly string[] =>
		sourceIdsOf(citationsOf(meeting, ...path));

	test('the citations that list it, with their quotes, and no others', () => {
		expect(citationsOf(meeting, 'dates')).toEqual([
			{ id: 'press', states: ['dates'], quote: '22 and 23 February' },
		]);
		expect(behind('notes')).toEqual(['press']);
	});

	test('otherwise the citations without a list of fields', () => {
		expect(behind('title')).toEqual(['account']);
		expect(behind('outcomes', 0)).toEqual(['account']);
	});

	test('its own sources first', () => {
		expect(behind('place')).toEqual(['press']);
		expect(behind('place', 'city')).toEqual(['press']);
		expect(behind('outcomes', 1)).toEqual(['embassy']);
	});

	test('together with other facts, all their citations, each once', () => {
		expect(behind('outcomes')).toEqual(['account', 'embassy']);
		expect(new Set(behind())).toEqual(new Set(['account', 'press', 'embassy']));
	});

	test('no citations if the editors chose the value, or if there is none', () => {
		const theme = entryOf('themes', { searchWords: ['account'] });
		expect(citationsOf(theme, 'searchWords')).toEqual([]);
		expect(citationsOf(meeting, 'host')).toEqual([]);
	});

	test('in a group, the citations that list a key of the group', () => {
		const member = entryOf('members', {
			joined: {
				date: '2019-06',
				how: 'Signed.',
				order: 12,
				sources: ['account', { id: 'press', states: ['order'] }],
			},
		});
		expect(sourceIdsOf(citationsOf(member, 'joined', 'order'))).toEqual(['press']);
		expect(sourceIdsOf(citationsOf(member, 'joined', 'date'))).toEqual(['account']);
	});
});

describe('a source', () => {
	const network = networkOf({
		sources: { press: {}, embassy: {}, unused: {} },
		members: { greece: { name: 'Greece' } },
		meetings: { meeting: structuredClone(changes) },
		disputes: {
			question: {
				versions: [
					{ id: 'one', claim: 'It is so.', sources: ['press'] },
					{ id: 'other', claim: 'It is not.', sources: ['account'] },
				],
			},
		},
	});
	const meeting = find(network, 'meetings', 'meeting');
	const value = (words: string) => ({ text: '', list: words, words, isExplained: false });
	const statedBy = (id: string) => statementsIn(network, find(network, 'sources', id), meeting);

	test('has statements for its facts, with quotes', () => {
		expect(statedBy('press')).toEqual([
			{ label: 'Dates', ...value('22–23 February 2023'), quotes: ['22 and 23 February'], isAlone: true },
			{ label: 'Place', ...value('Belgrade, Greece'), quotes: ['in Belgrade'], isAlone: true },
			{
				text: 'The year is not shown.',
				list: '',
				words: 'The year is not shown.',
				isExplained: false,
				quotes: [],
				isAlone: true,
			},
		]);
	});

	test('has a sentence of a list as a statement without a label', () => {
		expect(statedBy('embassy').map(({ words }) => words)).toEqual(['It was signed.']);
	});

	test('has no statements in records that do not cite it', () => {
		expect(statedBy('unused')).toEqual([]);
		expect(recordsCiting(network, 'unused')).toEqual([]);
	});

	test('has all records that cite it, including versions of disputes', () => {
		expect(recordsCiting(network, 'press').map(({ id }) => id)).toEqual(['meeting', 'question']);
	});
});
