import { expect, test } from 'vitest';
import { passagesIn, statementsIn } from '../../../src/network/evidence.ts';
import { find } from '../../../src/network/network.ts';
import { networkOf } from './content.ts';

const network = networkOf({
	sources: { press: {}, official: {} },
	members: {
		greece: { name: 'Greece' },
		serbia: { name: 'Serbia', joined: { date: '2016-05', how: 'It signed.', order: 2 } },
	},
	offices: {
		office: {
			country: 'serbia',
			name: 'Prosecutor’s Office',
			nativeNames: [{ name: 'Тужилаштво', language: 'sr-Cyrl' }],
		},
	},
	meetings: {
		second: { participants: { count: '12' }, sources: ['press'] },
		meeting: {
			title: 'First meeting',
			dates: '2023-02-22',
			participants: { count: '30', countries: ['greece', 'serbia'] },
			outcomes: [{ text: 'It was agreed.' }, { text: 'It was signed.', sources: ['press', 'official'] }],
			sources: [
				'account',
				{ id: 'press', states: ['dates'], quote: 'on 22 February' },
				{ id: 'official', states: ['dates', 'participants'], quote: 'thirty prosecutors' },
			],
		},
	},
});

const value = (words: string) => ({ text: '', list: words, words, isExplained: false });
const sentence = (words: string) => ({ text: words, list: '', words, isExplained: false });

const statedBy = (source: string, kind: 'meetings' | 'offices' | 'members', id: string) =>
	statementsIn(network, find(network, 'sources', source), find(network, kind, id));

test('a source is the only one for a fact if no other source states it', () => {
	expect(statedBy('press', 'meetings', 'meeting')).toEqual([
		{ label: 'Dates', ...value('22 February 2023'), quotes: ['on 22 February'], isAlone: false },
		{ label: undefined, ...sentence('It was signed.'), quotes: [], isAlone: false },
	]);
	expect(statedBy('official', 'meetings', 'meeting').map(({ isAlone }) => isAlone)).toEqual([
		false,
		true,
		false,
	]);
});

test('a list from several sources does not say that one source states all of it', () => {
	const shared = networkOf({
		sources: { press: {}, official: {} },
		members: { greece: { name: 'Greece' }, serbia: { name: 'Serbia' } },
		meetings: {
			meeting: {
				participants: {
					countries: ['greece', 'serbia'],
					sources: [
						{ id: 'press', quote: 'with Greece' },
						{ id: 'official', quote: 'with Serbia' },
					],
				},
			},
		},
	});
	const [statement] = statementsIn(
		shared,
		find(shared, 'sources', 'press'),
		find(shared, 'meetings', 'meeting'),
	);
	expect(statement?.label).toBe('Participants (countries), according to this and other sources');
});

test('values of one group are stated together, with references as names', () => {
	expect(statedBy('official', 'meetings', 'meeting')).toContainEqual({
		label: 'Participants',
		...value('30, Greece and Serbia'),
		quotes: ['thirty prosecutors'],
		isAlone: true,
	});
});

test('numbers in a group have names, and sentences follow the values', () => {
	const sources = ['press'];
	const network = networkOf({
		sources: { press: {} },
		members: { serbia: { joined: { date: '2016-05', how: 'It signed.', order: 2 }, sources } },
		network: { counts: [{ date: '2016-05', countries: 10, note: 'Ten countries signed.', sources }] },
	});
	const press = find(network, 'sources', 'press');
	const wordsIn = (record: Parameters<typeof statementsIn>[2]) =>
		statementsIn(network, press, record).map(({ words }) => words);
	expect(wordsIn(network.account)).toContain('May 2016, 10 countries: Ten countries signed.');
	expect(wordsIn(find(network, 'members', 'serbia'))).toContain('May 2016, order 2: It signed.');
	const [passage] = passagesIn(network, press, network.account);
	expect(passage?.values.map(({ words }) => words)).toEqual(['May 2016, 10 countries']);
	expect(passage?.sentences.map(({ text }) => text)).toEqual(['Ten countries signed.']);
});

test('one value of a group is labelled with the group and its own name', () => {
	expect(statedBy('press', 'meetings', 'second')).toContainEqual({
		label: 'Participants (count)',
		...value('12'),
		quotes: [],
		isAlone: true,
	});
});

test('values of one group that rest on different quotes are stated separately', () => {
	const network = networkOf({
		sources: { press: {} },
		members: { serbia: { name: 'Serbia' } },
		meetings: {
			meeting: {
				place: { city: 'Belgrade', country: 'serbia', sources: [{ id: 'press', quote: 'in the capital' }] },
				outcomes: [
					{ text: 'It was signed.', sources: [{ id: 'press', quote: 'signed' }] },
					{ text: 'It was read.', sources: [{ id: 'press', quote: 'read' }] },
				],
			},
		},
	});
	const statements = statementsIn(
		network,
		find(network, 'sources', 'press'),
		find(network, 'meetings', 'meeting'),
	);
	expect(statements.map(({ words, quotes }) => [words, ...quotes])).toEqual(
		expect.arrayContaining([
			['It was signed.', 'signed'],
			['It was read.', 'read'],
		]),
	);
});

test('a name in another language has that language', () => {
	expect(
		statedBy('account', 'offices', 'office').filter(({ language }) => language !== undefined),
	).toMatchObject([{ words: expect.stringContaining('Тужилаштво') as string, language: 'sr-Cyrl' }]);
});

test('a session without a day of its own is within the dates of the longer event', () => {
	const withSession = networkOf({
		meetings: {
			event: { dates: '2016-05-26/2016-05-27' },
			session: { dates: '2016-05-26/2016-05-27', partOf: 'event' },
		},
	});
	const [source, session] = [
		find(withSession, 'sources', 'account'),
		find(withSession, 'meetings', 'session'),
	];
	expect(statementsIn(withSession, source, session)).toContainEqual(
		expect.objectContaining({ label: 'Dates', words: 'within 26–27 May 2016' }),
	);
});

test('a date with a note is only named, because it may be derived', () => {
	const withNote = networkOf({
		documents: {
			declaration: {
				date: '2022-04-28/2022-05-15',
				dateNote: 'The period is derived.',
				sources: [{ id: 'account', states: ['date'], quote: 'on 28 April 2022' }],
			},
		},
	});
	const [source, declaration] = [
		find(withNote, 'sources', 'account'),
		find(withNote, 'documents', 'declaration'),
	];
	expect(passagesIn(withNote, source, declaration)).toMatchObject([
		{ quotes: ['on 28 April 2022'], values: [{ label: 'Date', words: '' }] },
	]);
});
