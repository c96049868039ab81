/* Compares words in different scripts and spellings. The build and the search in the browser share this code. */
import { bare, inLatin } from '../../schema/letters.ts';

/** Combinations of Greek letters that represent one sound, and letters with a Latin spelling that does not show the sound. */
const together: readonly (readonly [pattern: RegExp, sound: string])[] = [
	[/ου/g, 'u'],
	[/μπ/g, 'b'],
	[/ντ/g, 'd'],
	[/γκ/g, 'g'],
	[/χ/g, 'h'],
	[/ь/g, ''],
];
const alike: readonly (readonly [pattern: RegExp, sound: string])[] = [
	// Germans write "oe" for "ö" if the keyboard has no umlauts.
	[/([aou])e/g, '$1'],
	[/ph/g, 'f'],
	[/([ckstzg])h/g, '$1'],
	[/dj|gj|dz/g, 'd'],
	[/ts|tz/g, 'c'],
	[/ck/g, 'k'],
	[/ou/g, 'u'],
	[/w/g, 'v'],
	[/[yj]/g, 'i'],
	[/(.)\1+/g, '$1'],
];
const replaced = (word: string, rules: typeof alike): string =>
	rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);

/** Returns a phonetic key for a word. Latin, Cyrillic and Greek spellings of the same word have the same key. */
export const sound = (word: string): string =>
	replaced(
		replaced(bare(word), together).replace(/[\u0370-\u052f]/g, (letter) => inLatin[letter] ?? ''),
		alike,
	);

/** Returns a phonetic key for several words. */
export const phraseSound = (phrase: string): string =>
	phrase
		.split(/[\s-]+/)
		.map(sound)
		.join(' ');
