import { describe, expect, test } from 'vitest';
import { agreesWith, mentionOf, mentionsIn, statesDate } from '../../../src/schema/mentions.ts';

describe('the dates in a text', () => {
	test.each([
		['held on 22 – 23 February 2023', [{ year: '2023', month: '02', days: ['22', '23'] }]],
		['On 17 and18 December', [{ month: '12', days: ['17', '18'] }]],
		['on May 26, 2016', [{ year: '2016', month: '05', days: ['26'] }]],
		['giovedì 26 maggio', [{ month: '05', days: ['26'] }]],
		['на 6 декември 2021 г.', [{ year: '2021', month: '12', days: ['06'] }]],
		['From 06.12.2021', [{ year: '2021', month: '12', days: ['06'] }]],
		['since 2022', [{ year: '2022', days: [] }]],
		['It may march on.', []],
	])('are found: %s', (text, dates) => {
		expect(mentionsIn(text).dates).toHaveLength(dates.length);
		expect(mentionsIn(text).dates).toMatchObject(dates);
	});
});

test('the numbers in a text are found without its dates', () => {
	expect(mentionsIn('the 9th meeting, or ninth, with ten countries on 6 May 2016').numbers).toEqual([
		9, 9, 10,
	]);
});

describe('a date agrees with a text', () => {
	test.each([
		['2018-06', 'in June 2018', true],
		['2018-06-04', 'in June 2018', true],
		['2018-06', 'on 4 June', true],
		['2018-06', 'in July 2018', false],
		['2018', 'in 2017', false],
		['2018-06-04/2018-06-05', '4–5 June 2018', true],
		['2018-06-04/2018-06-06', '4–5 June 2018', false],
		['2018-06-04/2018-06-05', 'opened on 4 June', true],
		['2018-06-04', 'one of the days from 3 to 5 June', true],
		['2018-06-04', 'from tomorrow, 5 June 2018', true],
		['2018-06-04', 'no date at all', true],
		['2018-06-04', 'founded in 2016, meeting on 4 June 2018', true],
	])('%s: “%s” %s', (date, text, agrees) => {
		expect(agreesWith(text, date)).toBe(agrees);
	});
});

test('a text states a date only as exactly as the date is', () => {
	expect(statesDate('in May 2016', '2016-05')).toBe(true);
	expect(statesDate('in May 2016', '2016-05-26')).toBe(false);
	expect(statesDate('on 26 May 2016', '2016-05')).toBe(false);
	expect(statesDate('from 21 to 23 February', '2023-02-21/2023-02-23')).toBe(true);
});

test.each([
	[
		"Prosecutor's Office for Organized Crime",
		'the Prosecutor’s Office for Organised Crime of Serbia',
		'same',
	],
	['Tužilaštvo za organizovani kriminal', 'tužilaštva za organizovani kriminal', 'same'],
	['Special Harbour Office', 'the Specialized Harbour Office', 'similar'],
	['Harbour Office', 'Пристанищна служба', 'none'],
] as const)('the name %s in “%s”: %s', (name, text, how) => {
	expect(mentionOf(name, text)).toBe(how);
});
