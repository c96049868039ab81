import { expect, test } from 'vitest';
import { archiveAddress, quoteAddress } from '../../../src/site/quotes.ts';

const url = 'https://example.org/news';
const wordsAt = (words: string, at = url): string =>
	decodeURIComponent(quoteAddress(at, words).slice(at.length));

test('a quote is found by its words, and a long one by its first and last words', () => {
	expect(wordsAt('met in Belgrade')).toBe('#:~:text=met in Belgrade');
	expect(wordsAt('one two three four five six seven eight')).toBe(
		'#:~:text=one two three four five six seven eight',
	);
	expect(wordsAt('one two three four five six seven eight nine')).toBe(
		'#:~:text=one two three four,six seven eight nine',
	);
});

test('a quote with words left out is found by its first passage', () => {
	expect(wordsAt('met in Belgrade […] and agreed')).toBe('#:~:text=met in Belgrade');
	expect(wordsAt('[…] and agreed')).toBe('#:~:text=and agreed');
	expect(wordsAt('met […]')).toBe('#:~:text=met');
});

test('hyphens, commas and ampersands are escaped', () => {
	expect(quoteAddress(url, 'follow-up, R&D')).toBe(`${url}#:~:text=follow%2Dup%2C%20R%26D`);
});

test('an address with an anchor keeps it', () => {
	expect(wordsAt('met', `${url}#second`)).toBe(':~:text=met');
});

test('the archived copy of a source is the recorded one, or a search by its address', () => {
	expect(archiveAddress({ url })).toBe('https://web.archive.org/web/https://example.org/news');
	expect(archiveAddress({ url, archived: 'https://archive.example/1' })).toBe('https://archive.example/1');
});
