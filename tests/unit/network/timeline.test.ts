import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/network/network.ts';
import { byYear, timelineOf } from '../../../src/network/timeline.ts';
import { networkOf } from './content.ts';

const network = networkOf({
	members: {
		serbia: { name: 'Serbia', joined: { date: '2016-05', how: 'Signed.' } },
		albania: { name: 'Albania', joined: { date: '2016-05', how: 'Signed.' } },
		greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed at the fifth meeting.' } },
	},
	offices: { office: { name: 'The Office', country: 'serbia' } },
	meetings: {
		fifth: { title: 'Fifth meeting', dates: '2019-06-04/2019-06-05' },
		board: { title: 'Board meeting', body: 'executive-board', dates: '2020-11' },
	},
	secretariat: {
		term: { country: 'serbia', from: '2017-10', until: '2021-10', ended: { how: 'The term was over.' } },
		open: { country: 'serbia', from: '2022' },
	},
	board: { composition: { period: '2019', members: [{ country: 'serbia' }, { country: 'greece' }] } },
	documents: { declaration: { title: 'Declaration', date: '2016-05' } },
	milestones: { closure: { title: 'An office is closed', date: '2022-07' } },
});

const events = timelineOf(network);
const titleOn = (date: string): string[] =>
	events.filter((event) => event.date === date).map(({ title }) => title);

describe('the timeline', () => {
	test('has everything that is dated, in order of the earliest day, then of the latest', () => {
		expect(events.map(({ date }) => date)).toEqual([
			'2016-05',
			'2016-05',
			'2017-10',
			'2019',
			'2019-06',
			'2019-06-04/2019-06-05',
			'2020-11',
			'2021-10',
			'2022',
			'2022-07',
		]);
		const records = new Set(events.flatMap(({ entries }) => entries.map(addressOf)));
		const dated = ['members', 'meetings', 'secretariat', 'board', 'documents', 'milestones'] as const;
		expect([...records].sort()).toEqual(dated.flatMap((kind) => network.entries[kind].map(addressOf)).sort());
	});

	test('tells of countries that joined together at once, and of one by its name', () => {
		expect(titleOn('2016-05')).toContain('2 countries join');
		expect(titleOn('2019-06')).toEqual(['Greece joins']);
		const [together] = events.filter(({ title }) => title === '2 countries join');
		expect(together?.text).toBe('Albania and Serbia.');
		const [alone] = events.filter(({ title }) => title === 'Greece joins');
		expect(alone?.text).toBe('Signed at the fifth meeting. 3 members from then on.');
	});

	test('has the end of a term only where a source states how it ended', () => {
		expect(titleOn('2017-10')).toEqual(['Serbia takes the chair of the Secretariat']);
		expect(titleOn('2021-10')).toEqual(['Term of the The Office ends']);
		expect(events.filter(({ entries: [{ id }] }) => id === 'open')).toHaveLength(1);
	});

	test('is in brief the meetings of the conference, who joined and who took the chair', () => {
		expect(events.filter(({ major }) => major).map(({ entries: [{ id }] }) => id)).toEqual([
			'albania',
			'term',
			'greece',
			'fifth',
			'open',
		]);
	});

	test('is told by year, without those in which nothing happened', () => {
		expect(byYear(events).map(({ year, events: { length } }) => `${year}: ${length}`)).toEqual([
			'2016: 2',
			'2017: 1',
			'2019: 3',
			'2020: 1',
			'2021: 1',
			'2022: 2',
		]);
	});
});
