import { expect, test } from 'vitest';
import { nearest, nearestId } from '../../../src/schema/nearest.ts';

test.each([
	['titel', ['title', 'dates'], 'title'],
	['Title', ['title', 'dates'], 'title'],
	['north-macedonai', ['north-macedonia', 'montenegro'], 'north-macedonia'],
	['weather', ['title', 'dates'], undefined],
	['xx', ['ab', 'cd'], undefined],
	['', ['title'], undefined],
	['body', ['code', 'name'], undefined],
	['hsot', ['host'], 'host'],
	['lime', ['line', 'time'], undefined],
	['x'.repeat(100_000), ['title'], undefined],
])('"%s" suggests the intended word, or nothing', (word, candidates, meant) => {
	expect(nearest(word, candidates)).toBe(meant);
});

test.each([
	['twelth-meeting', ['twelfth-meeting', 'tenth-meeting'], 'twelfth-meeting'],
	['charter2015', ['charter-2015'], 'charter-2015'],
	['sixth-meeting', ['fifth-meeting'], undefined],
	['charter-2016', ['charter-2015'], undefined],
	['slovakia', ['slovenia'], undefined],
	['ireland', ['iceland'], undefined],
	['slovakia-office', ['slovenia-office'], undefined],
	['meeting-eighty', ['meeting-eight'], undefined],
	['meeting-four', ['meeting-fourth'], undefined],
	['Greece', ['greece'], 'greece'],
	['greece-ofice', ['greece-office'], 'greece-office'],
	['milstone', ['milestone'], 'milestone'],
])('"%s" suggests no id with another meaning', (id, ids, meant) => {
	expect(nearestId(id, ids)).toBe(meant);
});
