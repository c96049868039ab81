import { expect, test } from 'vitest';
import { titleWithin, uncapitalized } from '../../../src/schema/words.ts';

test.each([
	['Ninth meeting', 'ninth meeting'],
	['Fifth meeting of the Executive Board', 'fifth meeting of the Executive Board'],
	['Special networking meeting', 'special networking meeting'],
	['Twenty-first meeting', 'twenty-first meeting'],
	['Annual General Meeting of the PCOCP', 'Annual General Meeting of the PCOCP'],
	['Tenth Annual General Meeting of the PCOCP', 'Tenth Annual General Meeting of the PCOCP'],
	['Executive Board meeting, April 2022', 'Executive Board meeting of April 2022'],
	['Rome meeting', 'Rome meeting'],
	['SPAK meeting', 'SPAK meeting'],
])('%j is %j within a sentence', (title, words) => {
	expect(titleWithin(title)).toBe(words);
});

test.each([
	['Agenda item', 'agenda item'],
	['Board composition', 'Board composition'],
	['Secretariat', 'Secretariat'],
	['EU agency', 'EU agency'],
])('%j is %j within a sentence', (phrase, words) => {
	expect(uncapitalized(phrase)).toBe(words);
});
