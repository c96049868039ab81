import { describe, expect, test } from 'vitest';
import { meetingMarks, mostNamed, namedMarks, networkAxis } from '../../../src/network/strip.ts';
import { idsOf, networkOf } from './content.ts';

const yearsOf = (...[changes, today]: Parameters<typeof networkOf>): string[] =>
	networkAxis(networkOf(changes, today)).years.map(({ year }) => year);

test('the axis runs from the first year to this year, or to the last announced meeting', () => {
	const meetings = { first: { dates: '2018-05' } };
	expect(yearsOf({ meetings }, '2020-07-01')).toEqual(['2018', '2019', '2020']);
	expect(yearsOf({ meetings: { ...meetings, next: { dates: '2020-10' } } }, '2019-07-01')).toEqual([
		'2018',
		'2019',
		'2020',
	]);
	expect(yearsOf({}, '2020-07-01')).toEqual(['2020']);
});

describe('the marks', () => {
	const { conference, rings, board } = meetingMarks(
		networkOf({
			meetings: {
				first: { number: 1, dates: '2016-05', place: { city: 'Athens', country: 'greece' } },
				second: { number: 2, dates: '2017', mode: 'online' },
				gathering: { title: 'Gathering', dates: '2018-06-04/2018-06-05' },
				session: { number: 3, dates: '2018-06-04', partOf: 'gathering' },
				workshop: { title: 'Workshop', dates: '2019' },
				board: { number: 5, body: 'executive-board', dates: '2018-11', mode: 'online' },
			},
			members: { greece: {} },
		}),
	);

	test('are those of the conference, of events with a numbered meeting, and of the Board', () => {
		const ids = [conference, rings, board].map((marks) => idsOf(marks.map(({ meeting }) => meeting)));
		expect(ids).toEqual([['first', 'second', 'session', 'workshop'], ['gathering'], ['board']]);
		expect(conference.map(({ isOnline }) => isOnline)).toEqual([false, true, false, false]);
	});

	test('have titles that begin with the visible number; those of the Board show none', () => {
		expect([...conference, ...rings, ...board].map(({ title }) => title)).toEqual([
			'1, Athens, May 2016',
			'2, online, 2017',
			'3, 4 June 2018',
			'Workshop, 2019',
			'Gathering, 4–5 June 2018',
			'Executive Board, online, November 2018',
		]);
	});
});

test('a thousand meetings take no more room than a hundred', () => {
	const sizeOf = (count: number) => {
		const meetings = Object.fromEntries(
			Array.from({ length: count }, (_, index) => {
				const day = Date.UTC(2016, 0, 1) + (index * 3650 * 86_400_000) / count;
				const body = index % 5 === 4 ? ('executive-board' as const) : ('conference' as const);
				const dates = new Date(day).toISOString().slice(0, 10);
				return [`m${String(index)}`, { body, number: index + 1, dates }];
			}),
		);
		const network = networkOf({ meetings }, '2026-01-01');
		const { named, dots } = namedMarks(network, ({ meeting: { id } }) => id === 'm3');
		expect([...named].map(({ meeting }) => meeting.id)).toContain('m3');
		return { named: named.size, dots: dots.conference.length + dots.board.length };
	};
	expect(sizeOf(20).dots).toBe(0);
	expect(sizeOf(100).named).toBe(mostNamed);
	const thousand = sizeOf(1000);
	expect(thousand.named).toBe(mostNamed);
	expect(thousand.dots).toBeLessThanOrEqual(202);
});
