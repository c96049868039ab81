import { expect, test } from 'vitest';
import { nearest } from '../../../src/records/nearest.ts';

test.each([
	['titel', ['title', 'dates'], 'title'],
	['Title', ['title', 'dates'], 'title'],
	['north-macedonai', ['north-macedonia', 'montenegro'], 'north-macedonia'],
	['weather', ['title', 'dates'], undefined],
	['xx', ['ab', 'cd'], undefined],
	['', ['title'], undefined],
	['x'.repeat(100_000), ['title'], undefined],
])('"%s" is taken for what was most likely meant, or for nothing', (word, candidates, meant) => {
	expect(nearest(word, candidates)).toBe(meant);
});
