import { describe, expect, test } from 'vitest';
import { sourcesOfEvent, yearsOnRecord } from '../../../src/network/years.ts';
import { idsOf, networkOf } from './content.ts';

const network = networkOf({
	members: {
		serbia: { joined: { date: '2016-05', how: 'Signed.', sources: ['own'] } },
		greece: { joined: { date: '2019-06', how: 'Signed.' } },
	},
	offices: { office: { country: 'serbia' } },
	meetings: {
		first: { dates: '2016-05-26/2016-05-27', number: 1 },
		board: { dates: '2018-11-12', body: 'executive-board' },
		second: { dates: '2019-06-04', number: 2 },
	},
	secretariat: { term: { country: 'serbia', from: '2017-10' } },
	milestones: { before: { date: '2013' }, long: { date: '2018-12/2019-02' } },
	sources: { account: {}, own: {} },
});
const years = yearsOnRecord(network);
const yearOf = (year: string) => years.find((onRecord) => onRecord.year === year);

describe('the years on record', () => {
	test('are those with an event, and every one between the first meeting and the last event', () => {
		expect(years.map(({ year }) => year)).toEqual(['2013', '2016', '2017', '2018', '2019']);
	});

	test('say when no annual meeting is recorded, once the network had met', () => {
		expect(years.filter(({ lacksMeeting }) => lacksMeeting).map(({ year }) => year)).toEqual([
			'2017',
			'2018',
		]);
		expect(idsOf(yearOf('2018')?.meetings['executive-board'] ?? [])).toEqual(['board']);
	});

	test('have an event that spans two of them in each', () => {
		const titles = (year: string) => yearOf(year)?.events.map(({ title }) => title);
		expect(titles('2018')).toContain('long');
		expect(titles('2019')).toContain('long');
	});

	test('count the members at their end, and name those that joined', () => {
		expect(years.map(({ memberCount }) => memberCount)).toEqual([0, 1, 1, 1, 2]);
		expect(idsOf(yearOf('2019')?.joined ?? [])).toEqual(['greece']);
	});

	test('tell who was in the chair, and lead to the network at their end', () => {
		expect(yearOf('2016')?.chairs).toEqual([]);
		expect(yearOf('2018')?.chairs.map(({ term }) => term?.id)).toEqual(['term']);
		expect(yearOf('2013')?.end).toBeUndefined();
		expect(yearOf('2018')?.end?.path).toBe('/as-of/2017-10/');
	});
});

test('an event of joining rests on the sources of the joining', () => {
	const joining = yearOf('2016')?.events.find(({ kind }) => kind === 'members');
	expect(joining && sourcesOfEvent(joining)).toEqual(['own']);
});
