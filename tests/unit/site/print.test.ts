import { expect, test } from 'vitest';
import { chaptersOf } from '../../../src/site/print.ts';
import { networkOf, oneOfEach } from '../network/content.ts';

test('each chapter has the title of its page, and a section for each record unless it is one list', () => {
	const chapters = chaptersOf(networkOf(oneOfEach));
	expect(chapters).toContainEqual({
		chapter: 'meetings',
		title: 'Meetings',
		sections: [expect.objectContaining({ kind: 'meetings', id: 'this' })],
	});
	expect(chapters).toContainEqual({ chapter: 'milestones', title: 'Timeline', sections: [] });
});
