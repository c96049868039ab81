import { expect, test } from 'vitest';
import { archiveAddress, quoteAddress } from '../../../src/site/quotes.ts';

const url = 'https://example.org/news';
const wordsAt = (words: string, at = url): string =>
	decodeURIComponent(quoteAddress(at, words).slice(at.length));

test('a quote is led to by its words, and a long one by the first and the last of them', () => {
	expect(wordsAt('met in Belgrade')).toBe('#:~:text=met in Belgrade');
	expect(wordsAt('one two three four five six seven eight')).toBe(
		'#:~:text=one two three four five six seven eight',
	);
	expect(wordsAt('one two three four five six seven eight nine')).toBe(
		'#:~:text=one two three four,six seven eight nine',
	);
});

test('of a quote with words left out, the first passage is led to', () => {
	expect(wordsAt('met in Belgrade […] and agreed')).toBe('#:~:text=met in Belgrade');
	expect(wordsAt('[…] and agreed')).toBe('#:~:text=and agreed');
	expect(wordsAt('met […]')).toBe('#:~:text=met');
});

test('a hyphen, a comma and an ampersand are part of the words, not of the address', () => {
	expect(quoteAddress(url, 'follow-up, R&D')).toBe(`${url}#:~:text=follow%2Dup%2C%20R%26D`);
});

test('an address that leads to a place on the page keeps it', () => {
	expect(wordsAt('met', `${url}#second`)).toBe(':~:text=met');
});

test('an archived copy of a source is the one that was read, or else looked for by its address', () => {
	expect(archiveAddress({ url })).toBe('https://web.archive.org/web/https://example.org/news');
	expect(archiveAddress({ url, archived: 'https://archive.example/1' })).toBe('https://archive.example/1');
});
