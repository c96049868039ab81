import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, compareDates, dayBounds, isSurelyBefore } from '../../../src/schema/edtf.ts';

const two = (part: number): string => String(part).padStart(2, '0');

const years = fc.integer({ min: 1900, max: 2100 });
const months = fc.integer({ min: 1, max: 12 });

const dates = fc.oneof(
	years.map(String),
	fc.tuple(years, months).map(([year, month]) => `${year}-${two(month)}`),
	fc
		.tuple(years, months, fc.integer({ min: 1, max: 28 }))
		.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
);

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

test('a month ends on its last day, also in leap years', () => {
	fc.assert(
		fc.property(years, months, (year, month) => {
			const text = `${year}-${two(month)}`;
			expect(boundsOf(text)).toEqual({
				earliest: `${text}-01`,
				latest: `${text}-${two(daysIn(year, month))}`,
			});
		}),
	);
});

test('a day is valid if it exists in the calendar', () => {
	fc.assert(
		fc.property(
			years,
			fc.integer({ min: 0, max: 13 }),
			fc.integer({ min: 0, max: 32 }),
			(year, month, day) => {
				const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
				expect(dayBounds(`${year}-${two(month)}-${two(day)}`) !== undefined).toBe(exists);
			},
		),
	);
});

test('an interval ends with its second date and never runs backwards', () => {
	fc.assert(
		fc.property(dates, dates, (a, b) => {
			const [x, y] = [boundsOf(a), boundsOf(b)];
			const isForwards = x.earliest <= y.earliest && x.latest <= y.latest;
			expect(dayBounds(`${a}/${b}`)).toEqual(
				isForwards ? { earliest: x.earliest, latest: y.latest } : undefined,
			);
		}),
	);
});

test.each([
	['', 'nothing'],
	['2016-5', 'a month of one figure'],
	['2016-05-26T10:00', 'a time'],
	['2016?', 'a doubt'],
	['201X', 'a decade'],
	['2016-21', 'a season'],
	['2016-05/', 'an open end'],
	['../2016', 'an open start'],
	['2016/2017/2018', 'three dates'],
	['-0100', 'a year before our era'],
	[' 2016', 'a space'],
])('"%s" is not a valid date: %s', (text) => {
	expect(dayBounds(text)).toBeUndefined();
});

test('a date is certainly before another only if all its possible days are', () => {
	expect(isSurelyBefore('2016-05', '2016-06')).toBe(true);
	expect(isSurelyBefore('2016-05', '2016-05-31')).toBe(false);
	expect(isSurelyBefore('2016', '2016-12-31')).toBe(false);
	fc.assert(
		fc.property(dates, dates, (a, b) => {
			expect(isSurelyBefore(a, b) && isSurelyBefore(b, a)).toBe(false);
			if (isSurelyBefore(a, b)) expect(compareDates(a, b)).toBeLessThan(0);
		}),
	);
});

test('dates have one order, independent of the input', () => {
	fc.assert(
		fc.property(fc.array(dates), (list) => {
			const sorted = list.toSorted(compareDates);
			expect(list.toReversed().toSorted(compareDates)).toEqual(sorted);
		}),
	);
});
