import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hintForDate, readingsOf, whyImpossible } from '../../../src/schema/date-slips.ts';
import { dateInWords } from '../../../src/schema/dates.ts';
import { dayBounds } from '../../../src/schema/edtf.ts';

describe('an everyday date', () => {
	test.each([
		['May 2016', '2016-05'],
		['Sept. 2016', '2016-09'],
		['10/2017', '2017-10'],
		['2017-5', '2017-05'],
		['12 October 2017', '2017-10-12'],
		['Thursday, 12th of October 2017', '2017-10-12'],
		['October 12, 2017', '2017-10-12'],
		['12-Oct-2017', '2017-10-12'],
		['12.10.2017', '2017-10-12'],
		['12. 10. 2017.', '2017-10-12'],
		['2017/10/12', '2017-10-12'],
		['20171012', '2017-10-12'],
		['2017-20-10', '2017-10-20'],
		['20/10/2017', '2017-10-20'],
		['04/04/2019', '2019-04-04'],
		['3.6.26', '2026-06-03'],
		['3. VI 2026.', '2026-06-03'],
		['3 giugno 2026', '2026-06-03'],
		['3 юни 2026', '2026-06-03'],
		['3 Ιουνίου 2026', '2026-06-03'],
		['3. lipnja 2026.', '2026-06-03'],
	])('%s is %s', (text, meant) => {
		expect(readingsOf(text)).toEqual([meant]);
	});
});

describe('an everyday interval', () => {
	test.each([
		['12-13 October 2017', '2017-10-12/2017-10-13'],
		['12 – 13 October 2017', '2017-10-12/2017-10-13'],
		['from 12 to 13 October 2017', '2017-10-12/2017-10-13'],
		['October 12–13, 2017', '2017-10-12/2017-10-13'],
		['12.-13.10.2017', '2017-10-12/2017-10-13'],
		['2017-10-12/13', '2017-10-12/2017-10-13'],
		['2017-10-12 - 2017-10-13', '2017-10-12/2017-10-13'],
		['28 June – 1 July 2018', '2018-06-28/2018-07-01'],
		['30 December 2018 and 2 January 2019', '2018-12-30/2019-01-02'],
		['June–July 2018', '2018-06/2018-07'],
		['2017–2019', '2017/2019'],
		['3, 4 and 5 June 2026', '2026-06-03/2026-06-05'],
		['June 3rd, 4th & 5th, 2026', '2026-06-03/2026-06-05'],
	])('%s is %s', (text, meant) => {
		expect(readingsOf(text)).toEqual([meant]);
	});
});

test.each([
	['31 June 2026', 'June has 30 days'],
	['2026-06-31', 'June has 30 days'],
	['31/06/2026', 'June has 30 days'],
	['06/31/2026', 'June has 30 days'],
	['30-31 June 2026', 'June has 30 days'],
	['29 February 2023', 'February 2023 has 28 days'],
	['4-3 June 2026', 'it ends before it begins'],
	['2026-06-04/2026-06-03', 'it ends before it begins'],
	['2026-13-32', 'there is no month 13'],
	['3 June', 'the year is missing'],
	['12 2026', 'the month is missing'],
	['3 Jnue 2026', 'there is no month "Jnue"'],
	['some day', undefined],
])('the date %s is impossible: %s', (text, why) => {
	expect(whyImpossible(text)).toBe(why);
});

test('an ambiguous date has two suggestions', () => {
	expect(readingsOf('04/05/2019')).toEqual(['2019-04-05', '2019-05-04']);
	expect(hintForDate('04/05/2019', true)).toBe(
		'Write "2019-04-05" for 5 April 2019 or "2019-05-04" for 4 May 2019.',
	);
});

test.each(['ca. 2018', 'Spring 2018', 'about 2018', 'the end of 2018', 'before 2018'])(
	'"%s" has a certain part',
	(text) => {
		expect(hintForDate(text, true)).toBe(
			`Write "2018", which is certain, and quote the source's wording in "notes".`,
		);
	},
);

test.each([
	['3-4 June', true, 'Add the year, for example "2026-06-03/2026-06-04".'],
	['3-4 June', false, 'Add the year, for example "2026-06-03".'],
	['May', true, 'Add the year, for example "2026-05".'],
	['3 Jnue 2026', true, 'Did you mean "2026-06-03"?'],
	['Setpember 2026', true, 'Did you mean "2026-09"?'],
	['3-4 Avgut 2026', true, 'Did you mean "2026-08-03/2026-08-04"?'],
	['3 Juny 2026', true, undefined],
	['3, 5 and 6 June 2026', true, 'Write "2026-06-03/2026-06-06", and list the days in "notes".'],
])('the date %s (interval allowed: %s) has the hint %s', (text, takesIntervals, hint) => {
	expect(readingsOf(text)).toEqual([]);
	expect(hintForDate(text, takesIntervals)).toBe(hint);
});

test.each(['', 'soon', '31 April 2019', '2018-02-30'])('"%s" has no suggestion', (text) => {
	expect(readingsOf(text)).toEqual([]);
	expect(hintForDate(text, true)).toBeUndefined();
});

test.each([
	['13–12 May 2018', '2018-05-12/2018-05-13'],
	['2 July - 30 June 2026', '2026-06-30/2026-07-02'],
])('the range %s has a suggestion in the right order', (text, range) => {
	expect(hintForDate(text, true)).toBe(`Did you mean "${range}"?`);
});

test.each(['3 June 2026 at 10:00', 'Wed 3 June 2026', '3.6.2026 г.', '2026. június 3.'])(
	'%s is a date',
	(text) => {
		expect(readingsOf(text)).toEqual(['2026-06-03']);
	},
);

test.each(['2026', '2026-06', '2026-06-03', '2026-06-03/2026-06-05', '2026-06-03/2026-07', '2025/2026-01'])(
	'the words for %s are read as the same date',
	(date) => {
		expect(readingsOf(dateInWords(date))).toEqual([date]);
	},
);

test('every suggestion is a valid date', () => {
	const part = fc.oneof(
		fc.nat(32).map(String),
		fc.constantFrom('May', 'october', '2018', '2018-06-28', '-', '–', '/', ' ', '.', ', ', 'to', 'th', 'XI'),
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
			for (const reading of readingsOf(parts.join(''))) expect(dayBounds(reading), reading).toBeDefined();
		}),
	);
});
