import { expect, test } from 'vitest';
import { quote, showUnsafe, unsafeCharacter } from '../../../src/schema/quote.ts';

test.each([
	'Специализирана прокуратура',
	'Εισαγγελία',
	'Österreich',
	'Đorđe',
	'a\nb',
	'“quoted” – dash',
	'⚖',
	'नमस्ते',
	'क्\u200dष',
	'می\u200cخواهم',
])('"%s" is plain text', (text) => {
	expect(unsafeCharacter.test(text)).toBe(false);
});

test.each([
	'\u0000',
	'\t',
	'\r',
	'\u001b',
	'\u007f',
	'\u0085',
	'\u00a0',
	'\u00ad',
	'\u034f',
	'\u115f',
	'\u180e',
	'\u2003',
	'\u200b',
	'\u200d',
	'\u202f',
	'\u2800',
	'\u3164',
	'\ufe0f',
	'\u{e0041}',
	'\ue000',
	'\u200e',
	'\u2028',
	'\u202e',
	'\u2066',
	'\ufeff',
	'\ufffd',
	'\ud800',
])('%j is not allowed in plain text and is shown as a code point', (character) => {
	expect(unsafeCharacter.test(`1${character}2`)).toBe(true);
	expect(showUnsafe(`1${character}2`)).toMatch(/^1<U\+[0-9A-F]{4,5}>2$/);
});

test('a quoted value is on one line and shortened', () => {
	expect(quote('a\n  b')).toBe('"a b"');
	expect(quote('x'.repeat(1_000))).toBe(`"${'x'.repeat(80)}…"`);
});
