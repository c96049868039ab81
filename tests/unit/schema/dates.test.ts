import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dateInWords,
	dateInYear,
	machineDate,
	termInWords,
	whenInWords,
	yearsOf,
} from '../../../src/schema/dates.ts';

const months = [
	...['January', 'February', 'March', 'April', 'May', 'June'],
	...['July', 'August', 'September', 'October', 'November', 'December'],
];

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const year = fc.integer({ min: 1000, max: 9999 });
const month = fc.integer({ min: 1, max: 12 });
// These days exist in every month.
const day = fc.integer({ min: 1, max: 28 });

describe('a date in words', () => {
	test.each([
		['2022', '2022'],
		['2016-05', 'May 2016'],
		['2021-12-06', '6 December 2021'],
		['2024-02-29', '29 February 2024'],
		['2018-06-28/2018-06-30', '28–30 June 2018'],
		['2018-06-28/2018-07-02', '28 June – 2 July 2018'],
		['2018-12-30/2019-01-02', '30 December 2018 – 2 January 2019'],
		['2019-06-04/2019-06-04', '4 June 2019'],
		['2023-11/2024-12', 'November 2023 – December 2024'],
		['2023-03/2023-05', 'March – May 2023'],
		['2022/2024', '2022 – 2024'],
		['2022-09-01/2025-09', '1 September 2022 – September 2025'],
		['2017/2021-10', '2017 – October 2021'],
	])('%s is "%s"', (date, words) => {
		expect(dateInWords(date)).toBe(words);
	});

	test('is not more exact than the date', () => {
		fc.assert(
			fc.property(year, month, day, (year, month, day) => {
				const name = months[month - 1] ?? '';
				expect(dateInWords(`${year}`)).toBe(`${year}`);
				expect(dateInWords(`${year}-${twoDigits(month)}`)).toBe(`${name} ${year}`);
				expect(dateInWords(`${year}-${twoDigits(month)}-${twoDigits(day)}`)).toBe(`${day} ${name} ${year}`);
			}),
		);
	});

	test('shows both ends of an interval, not more exact than they are', () => {
		const date = fc
			.tuple(year, fc.option(fc.tuple(month, fc.option(day))))
			.map(([year, rest]) =>
				[
					year,
					...(rest === null ? [] : [twoDigits(rest[0])]),
					...(rest?.[1] == null ? [] : [twoDigits(rest[1])]),
				].join('-'),
			);
		fc.assert(
			fc.property(date, date, (one, other) => {
				fc.pre(one.slice(0, 4) !== other.slice(0, 4));
				const [start = '', end = ''] = [one, other].sort();
				expect(dateInWords(`${start}/${end}`)).toBe(`${dateInWords(start)} – ${dateInWords(end)}`);
			}),
		);
	});

	test('is an error if the text is not a date', () => {
		for (const text of ['', 'May 2016', '2023-02-30', '2019/2018', '2018-06-28/', '2018?']) {
			expect(() => dateInWords(text), text).toThrow(RangeError);
		}
	});
});

test('a sentence has "on" before a day and "in" before a month or a year', () => {
	expect(whenInWords('2021-12-06')).toBe('on 6 December 2021');
	expect(whenInWords('2023-02-22/2023-02-23')).toBe('on 22–23 February 2023');
	expect(whenInWords('2017-03')).toBe('in March 2017');
	expect(whenInWords('2022')).toBe('in 2022');
	expect(whenInWords('2022-09-01/2025-09')).toBe('in 1 September 2022 – September 2025');
});

test('a term without an end says so', () => {
	expect(termInWords('2017-10', '2021-10')).toBe('October 2017 – October 2021');
	expect(termInWords('2021-12-06')).toBe('6 December 2021 – end not stated');
});

test('a machine-readable date is unchanged and never an interval', () => {
	expect(machineDate('2016-05')).toBe('2016-05');
	expect(machineDate('2018-06-28/2018-06-30')).toBeUndefined();
});

test('an interval has all years from first to last', () => {
	expect(yearsOf('2016-05')).toEqual(['2016']);
	expect(yearsOf('2018-12-30/2019-01-02')).toEqual(['2018', '2019']);
	expect(yearsOf('2022/2025-09')).toEqual(['2022', '2023', '2024', '2025']);
});

test.each([
	['2023-02-22/2023-02-23', '22–23 February'],
	['2023-03', 'March'],
	['2023', '2023'],
	['2022-12/2023-07', 'December 2022 – July 2023'],
])('under the heading of a year, %s is %s', (date, words) => {
	expect(dateInYear(date, '2023')).toBe(words);
	expect(dateInYear(date)).toBe(dateInWords(date));
});
