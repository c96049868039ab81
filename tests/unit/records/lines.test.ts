import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../../src/records/lines.ts';

test('every kind of line break starts a new line', () => {
	const lines = indexLines('a\nb\r\nc\rd');
	expect([0, 2, 5, 7].map((offset) => lines.positionAt(offset))).toEqual([
		{ line: 1, column: 1 },
		{ line: 2, column: 1 },
		{ line: 3, column: 1 },
		{ line: 4, column: 1 },
	]);
});

test('line and column of a character find that character again', () => {
	const characters = fc.constantFrom('a', 'é', '𝄞', '\n', '\r\n', '\r', ' ');
	fc.assert(
		fc.property(fc.array(characters, { minLength: 1 }), fc.nat(), (parts, seed) => {
			const text = parts.join('');
			const offset = seed % text.length;
			if (/[\r\n]/.test(text.charAt(offset))) return;
			const lines = indexLines(text);
			const { line, column } = lines.positionAt(offset);
			expect(lines.textOf(line).charAt(column - 1)).toBe(text.charAt(offset));
			expect(lines.startOf(line) + column - 1).toBe(offset);
		}),
	);
});
