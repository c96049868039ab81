import { describe, expect, test } from 'vitest';
import { networkPicture } from '../../../src/network/picture.ts';
import { mostNamed } from '../../../src/network/strip.ts';
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
		first: {
			number: 1,
			dates: '2016-05-26/2016-05-27',
			place: { city: 'Belgrade', country: 'serbia' },
			participants: { countries: ['albania', 'serbia'] },
		},
		second: { number: 2, dates: '2017-06-01', mode: 'online' as const },
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
const picture = networkPicture(networkOf(record, '2020-07-01'));

describe('the picture of the network', () => {
	test('has a row for each country, in order of joining, from the day or the middle of the month it joined', () => {
		expect(picture.members.map(({ member, row }) => [row, member.id])).toEqual([
			[1, 'albania'],
			[2, 'serbia'],
			[3, 'greece'],
		]);
		const [albania, , greece] = picture.members.map(({ at }) => at);
		expect(albania).toBeCloseTo((4.5 / 12 / 4.5) * 100, 0);
		expect(greece).toBeCloseTo((3.42 / 4.5) * 100, 0);
	});

	test('has each meeting in the row of its country, or in the first row', () => {
		expect(picture.meetings.map(({ meeting, row, isOnline }) => [meeting.id, row, isOnline])).toEqual([
			['first', 2, false],
			['second', 0, true],
			['third', 0, false],
		]);
		expect(idsOf(picture.rings.named.map(({ meeting }) => meeting))).toEqual(['gathering']);
		expect(picture.board.named.map(({ meeting, row }) => [meeting.id, row])).toEqual([['board', 4]]);
	});

	test('has the other countries that took part, if a source states them', () => {
		expect(picture.meetings.map(({ attended }) => attended)).toEqual([[1], [], []]);
		expect(idsOf(picture.attended.map(({ meeting }) => meeting))).toEqual(['first']);
	});

	test('has the chair in the row of its country; a gap continues the row before', () => {
		expect(picture.chair.map(({ turn, line, days }) => [turn.name, line, ...days])).toEqual([
			['Serbia', 'unknown', '2017-10-01', '2017-10-30'],
			['Serbia', 'stated', '2017-10-31', '2018-09-30'],
			['Serbia', 'unknown', '2018-10-01', '2018-10-30'],
			['Serbia', 'unknown', '2018-10-31', '2018-12-31'],
			['Greece', 'stated', '2019-01-01', '2019-01-01'],
			['Greece', 'derived', '2019-01-02', '2020-01-01'],
			['Greece', 'unknown', '2020-01-02', '2020-07-01'],
		]);
		expect(picture.chairNames.map(({ name, row }) => [name, row])).toEqual([
			['Serbia', 2],
			['Greece', 3],
		]);
	});

	test('names a chair where the row above has room', () => {
		const held = { number: 3, dates: '2018-03', place: { city: 'Tirana', country: 'albania' } };
		const { chairNames, meetings } = networkPicture(
			networkOf({ ...record, meetings: { ...record.meetings, held } }, '2020-07-01'),
		);
		const [above] = meetings.filter(({ meeting }) => meeting.id === 'held');
		const [name] = chairNames;
		expect(name?.name).toBe('Serbia');
		expect(Math.abs((name?.at ?? 0) - (above?.at ?? 0))).toBeGreaterThan(3);
	});

	test('keeps the name of a chair away from numbers, even if it then covers a dot', () => {
		const held = { number: 3, dates: '2018-02', place: { city: 'Tirana', country: 'albania' } };
		const online = {
			number: 4,
			dates: '2018-05',
			mode: 'online' as const,
			participants: { countries: ['albania'] },
		};
		const placeAmong = (meetings: object): number | undefined =>
			networkPicture(networkOf({ ...record, meetings: { ...record.meetings, ...meetings } }, '2020-07-01'))
				.chairNames[0]?.at;
		expect(placeAmong({ held, online })).toBe(placeAmong({ held }));
		expect(placeAmong({ online })).not.toBe(placeAmong({ held }));
	});

	test('is empty without records', () => {
		const empty = networkPicture(networkOf({}, '2020-07-01'));
		expect(empty.axis.years.map(({ year }) => year)).toEqual(['2020']);
		expect([empty.members, empty.meetings, empty.chair]).toEqual([[], [], []]);
	});
});

test('the latest meetings with room are named, and all others are dots', () => {
	const many = Object.fromEntries(
		Array.from({ length: 300 }, (_, index) => {
			const dates = new Date(Date.UTC(2016, 0, 1 + index * 12)).toISOString().slice(0, 10);
			return [`m${String(index)}`, { number: index + 1, dates, mode: 'online' as const }];
		}),
	);
	const { conference } = networkPicture(networkOf({ meetings: many }, '2026-01-01'));
	const numbers = conference.named.map(({ meeting }) => meeting.number ?? 0);
	expect(numbers.length).toBeLessThanOrEqual(mostNamed);
	expect(Math.max(...numbers)).toBe(300);
	expect(conference.named.length + conference.dots.length).toBe(300);
	const places = conference.named.map(({ at }) => at);
	expect(places.every((at, index) => index === 0 || at - (places[index - 1] ?? 0) >= 3)).toBe(true);
});
