import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/load-content.ts';
import { writeContent } from '../../bench/content.ts';

test.each([1, 60])('the content that is generated for measuring has no problems: %i meetings', (meetings) => {
	const directory = mkdtempSync(join(tmpdir(), 'generated-content-'));
	try {
		writeContent(directory, meetings);
		const { problems, draft } = checkContent(directory);
		expect(problems).toEqual([]);
		expect(draft.records.meetings).toHaveLength(meetings);
	} finally {
		rmSync(directory, { recursive: true });
	}
});
