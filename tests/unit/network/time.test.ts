import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, around, during, happenedBy, narrowDate } from '../../../src/network/time.ts';

describe('an event', () => {
	test('with a day has happened at the end of this day, and not the day before', () => {
		expect(happenedBy('2021-12-06', '2021-12-05')).toBe('no');
		expect(happenedBy('2021-12-06', '2021-12-06')).toBe('yes');
	});

	test('with a month has perhaps happened during this month', () => {
		expect(happenedBy('2017-03', '2017-02-28')).toBe('no');
		expect(happenedBy('2017-03', '2017-03-01')).toBe('maybe');
		expect(happenedBy('2017-03', '2017-03-30')).toBe('maybe');
		expect(happenedBy('2017-03', '2017-03-31')).toBe('yes');
	});
});

describe('a date', () => {
	test('is narrowed to the meeting within it', () => {
		expect(narrowDate('2019-06', '2019-06-04/2019-06-05')).toBe('2019-06-04/2019-06-05');
		expect(narrowDate('2019-06-05', '2019-06-04/2019-06-05')).toBe('2019-06-05');
		expect(narrowDate('2019', '2019-06')).toBe('2019-06');
	});

	test('is narrowed to the days it shares with a meeting', () => {
		expect(narrowDate('2019-06', '2019-05-30/2019-06-02')).toBe('2019-06-01/2019-06-02');
		expect(narrowDate('2019-06', '2019-05-30/2019-06-01')).toBe('2019-06-01');
	});

	test('stays the same without a meeting, or with one on other days', () => {
		expect(narrowDate('2023-11', undefined)).toBe('2023-11');
		expect(narrowDate('2023-11', '2023-10-26/2023-10-27')).toBe('2023-11');
	});
});

test('adding and subtracting days works across months and years', () => {
	expect(addDays('2019-12-31')).toBe('2020-01-01');
	expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2010-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
			(date) => {
				const day = date.toISOString().slice(0, 10);
				expect(addDays(addDays(day, -1))).toBe(day);
			},
		),
	);
});

describe('things in order of time', () => {
	const someDay = fc.integer({ min: 1, max: 28 }).map((day) => `2020-02-${String(day).padStart(2, '0')}`);
	const someSpan = fc
		.tuple(someDay, someDay)
		.map((days) => days.sort())
		.map(([earliest, latest]) => ({ earliest, latest }));

	test('give the last, the current and the next one on a day', () => {
		fc.assert(
			fc.property(fc.array(someSpan), someDay, (spans, day) => {
				const ordered = spans.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1));
				const { last, ongoing, next } = around(ordered, (span) => span, day);
				expect(last).toBe(ordered.findLast(({ latest }) => latest <= day));
				expect(ongoing).toEqual(ordered.filter(({ earliest, latest }) => earliest <= day && day < latest));
				expect(next).toBe(ordered.find(({ earliest }) => day < earliest));
			}),
		);
	});

	test('give everything that can overlap a period', () => {
		fc.assert(
			fc.property(fc.array(someSpan), someSpan, (spans, time) => {
				expect(during(spans, (span) => span, time.earliest, time.latest)).toEqual(
					spans.filter(({ earliest, latest }) => earliest <= time.latest && latest >= time.earliest),
				);
			}),
		);
	});
});
