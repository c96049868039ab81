import { expect, test } from 'vitest';
import { corrected } from '../../../src/components/search/search-words.ts';

const known = [
	'conference',
	'terrorism',
	'laundering',
	'firearms',
	'money',
	'Österreich',
	'скопје',
	'board',
	'boards',
];

test.each([
	['firearns', 'firearms'],
	['money laundring', 'money laundering'],
	['terorism', 'terrorism'],
	['osterrich', 'Österreich'],
	['скопе', 'скопје'],
])('%s may have meant %s', (typed, meant) => {
	expect(corrected(typed, known)).toBe(meant);
});

test.each(['firearms', 'fire', 'osterreich', 'FTG', 'zzzzzzzz', ''])(
	'nothing better is known than "%s"',
	(typed) => {
		expect(corrected(typed, known)).toBeUndefined();
	},
);

test('of several words that are equally near, the most frequent is meant', () => {
	expect(corrected('bxard', known)).toBe('board');
});
