import { describe, expect, test } from 'vitest';
import { historyPicture, pictureYears } from '../../../src/network/history-picture.ts';
import { idsOf, networkOf } from './content.ts';

const joined = (date: string) => ({ joined: { date, how: 'Signed.' } });
const record = {
	members: {
		albania: { name: 'Albania', ...joined('2016-05') },
		serbia: { name: 'Serbia', ...joined('2016-05') },
		greece: { name: 'Greece', ...joined('2019-06-04') },
	},
	offices: { office: { country: 'serbia' }, other: { country: 'greece' } },
	meetings: {
		first: { number: 1, dates: '2016-05-26/2016-05-27', place: { city: 'Belgrade', country: 'serbia' } },
		second: { number: 2, dates: '2016-06-01', mode: 'online' as const },
		gathering: { title: 'Gathering', dates: '2019-06-04/2019-06-05' },
		third: { number: 3, dates: '2019-06-04', partOf: 'gathering' },
		board: { title: 'Board', body: 'executive-board' as const, dates: '2018-11' },
	},
	network: { secretariat: { establishedAt: 'first' } },
	secretariat: {
		before: { country: 'serbia', from: '2017-10', until: '2018-10', ended: { how: 'Over.' } },
		after: { country: 'greece', from: '2019-01-01', statedLength: 'one year' },
	},
};
const network = networkOf(record, '2020-07-01');
const picture = historyPicture(network);

describe('the picture of the history', () => {
	test('runs from the first year to this year, or to the last announced meeting', () => {
		const years = ({ axis }: typeof picture) => axis.years.map(({ year }) => year);
		expect(years(picture)).toEqual(['2016', '2017', '2018', '2019', '2020']);
		const announced = networkOf({ meetings: { next: { number: 1, dates: '2022-10' } } }, '2020-07-01');
		expect(years(historyPicture(announced))).toEqual(['2022']);
		expect(years(historyPicture(networkOf({}, '2020-07-01')))).toEqual(['2020']);
	});

	test('counts members by date of joining, and shows a month at its middle', () => {
		expect(picture.members.map(({ total, joined: together }) => [total, ...idsOf(together)])).toEqual([
			[2, 'albania', 'serbia'],
			[3, 'greece'],
		]);
		expect(picture.members[0]?.at).toBeCloseTo((4.5 / 12) * 20, 0);
	});

	test('has the meetings of the conference, without events that have a numbered meeting as a session', () => {
		expect(picture.meetings.map(({ meeting }) => meeting.id)).toEqual(['first', 'second', 'third']);
		expect(picture.meetings.map(({ isOnline }) => isOnline)).toEqual([false, true, false]);
		expect(picture.board.map(({ meeting }) => meeting.id)).toEqual(['board']);
	});

	test('keeps a distance between meetings', () => {
		const [first, second] = picture.meetings;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3);
		const late = { number: 1, dates: '2020-12-31' };
		const crowded = networkOf({ meetings: { a: late, b: late, c: late, d: late } }, '2020-12-31');
		const places = historyPicture(crowded).meetings.map(({ at }) => at);
		expect(places).toEqual([91, 94, 97, 100]);
	});

	test('has stated, derived and unknown chairs', () => {
		expect(picture.chair.map(({ line, days, title }) => [line, ...days, title])).toEqual([
			['unknown', '2016-05-26', '2017-09-30', 'No source names a chair'],
			['unknown', '2017-10-01', '2017-10-30', 'Serbia: its term began in October 2017 (day unknown)'],
			['stated', '2017-10-31', '2018-09-30', 'Serbia, October 2017 – October 2018'],
			['unknown', '2018-10-01', '2018-10-30', 'Serbia: its term ended in October 2018 (day unknown)'],
			['unknown', '2018-10-31', '2018-12-31', 'No source names a chair in November – December 2018'],
			['stated', '2019-01-01', '2019-01-01', 'Greece, from 1 January 2019, end not stated'],
			['derived', '2019-01-02', '2020-01-01', 'Greece, derived'],
			['unknown', '2020-01-02', '2020-07-01', 'No source names a chair'],
		]);
	});

	test('has the same data by year', () => {
		const years = pictureYears(picture);
		expect(years.map(({ total }) => total)).toEqual([2, 2, 2, 3, 3]);
		expect(years.map(({ meetings }) => meetings.map(({ meeting }) => meeting.id))).toEqual([
			['first', 'second'],
			[],
			['board'],
			['third'],
			[],
		]);
		expect(years.map(({ chair }) => chair.map(({ is }) => is))).toEqual([
			['not-stated'],
			['not-stated', 'stated'],
			['stated', 'not-stated'],
			['stated', 'derived'],
			['derived', 'not-stated'],
		]);
	});
});
