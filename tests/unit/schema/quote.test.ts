import { expect, test } from 'vitest';
import { quote, showUnsafe, unsafeCharacter } from '../../../src/schema/quote.ts';

test.each([
	'Специализирана прокуратура',
	'Εισαγγελία',
	'Österreich',
	'Đorđe',
	'a\nb',
	'“quoted” – dash',
	'👩‍⚖️',
	'नमस्ते',
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
	'\u00ad',
	'\u200b',
	'\u200e',
	'\u2028',
	'\u202e',
	'\u2066',
	'\ufeff',
	'\ufffd',
	'\ud800',
])('%j has no place in plain text, and is shown by its number', (character) => {
	expect(unsafeCharacter.test(`a${character}b`)).toBe(true);
	expect(showUnsafe(`a${character}b`)).toMatch(/^a<U\+[0-9A-F]{4}>b$/);
});

test('a quoted value stands on one line and is cut where a message could not bear it', () => {
	expect(quote('a\n  b')).toBe('"a b"');
	expect(quote('x'.repeat(1_000))).toBe(`"${'x'.repeat(80)}…"`);
});
