import { expect, test } from 'vitest';
import { ordinal } from '../../../../src/cli/new/ordinals.ts';

test.each([
	[1, 'first'],
	[12, 'twelfth'],
	[19, 'nineteenth'],
	[20, 'twentieth'],
	[21, 'twenty-first'],
	[40, 'fortieth'],
	[99, 'ninety-ninth'],
	[100, '100th'],
])('%i is "%s"', (number, word) => {
	expect(ordinal(number)).toBe(word);
});
