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
