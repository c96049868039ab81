import { expect, test } from 'vitest';
import { chaptersOf, printedCitations } from '../../../src/site/print.ts';
import { find } from '../../../src/network/network.ts';
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

test('the citations of a section include those of offices and agenda items', () => {
	const network = networkOf({
		...oneOfEach,
		sources: { office: {}, item: {} },
		offices: { office: { country: 'greece', sources: ['office'] }, other: { country: 'serbia' } },
		meetings: {
			meeting: {
				dates: '2018-06',
				agenda: [{ id: 'item', title: 'Item', wording: 'published', themes: ['this'], sources: ['item'] }],
			},
		},
	});
	const below = (kind: 'members' | 'themes' | 'documents', id: string) =>
		new Set(printedCitations(network, find(network, kind, id)).map((citation) => citation.id));
	expect(below('members', 'greece')).toEqual(new Set(['account', 'office']));
	expect(below('themes', 'this')).toEqual(new Set(['account', 'item']));
	expect(below('documents', 'this')).toEqual(new Set(['account']));
});
