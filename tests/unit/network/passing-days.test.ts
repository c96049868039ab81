import { describe, expect, test } from 'vitest';
import { passingDayInWords, passingDaysSince } from '../../../src/network/passing-days.ts';
import { networkOf, type Changes } from './content.ts';

const changes: Changes = {
	members: { greece: { name: 'Greece' } },
	meetings: {
		twelfth: { title: 'Twelfth meeting', dates: '2026-06-03/2026-06-04' },
		board: { title: 'Board meeting', body: 'executive-board', dates: '2026-09' },
	},
	offices: { office: {} },
	secretariat: { term: { country: 'greece', office: 'office', from: '2021-12-06', until: '2026-07' } },
};

const turns = (since: string, today: string): string[] => {
	const network = networkOf(changes, today);
	return passingDaysSince(network, since).map((day) => passingDayInWords(network, day));
};

describe('the site changes', () => {
	test('on the days on which a meeting begins and ends', () => {
		expect(turns('2026-06-02', '2026-06-05')).toEqual([
			'2026-06-03: Twelfth meeting, "dates" begins',
			'2026-06-04: Twelfth meeting, "dates" ends',
		]);
	});

	test('on the last day of the month in which a term ends', () => {
		expect(turns('2026-07-15', '2026-08-01')).toEqual([
			'2026-07-31: Greece, 6 December 2021 – July 2026, "until" ends',
		]);
	});

	test('later, if it was not published on the day itself', () => {
		expect(turns('2026-08-30', '2026-09-20')).toEqual(['2026-09-01: Board meeting, "dates" begins']);
	});
});

describe('the site does not change', () => {
	test('on all other days', () => {
		expect(turns('2026-06-04', '2026-06-30')).toEqual([]);
	});

	test('if it was published on the day itself', () => {
		expect(turns('2026-06-03', '2026-06-03')).toEqual([]);
	});
});
