import { expect, test } from 'vitest';
import { restingAloneOn } from '../../../src/network/alone.ts';
import { find } from '../../../src/network/network.ts';
import { idsOf, networkOf } from './content.ts';

const network = networkOf({
	sources: { paper: {}, unused: {} },
	milestones: { only: { sources: ['paper'] }, both: { sources: ['paper', 'account'] } },
	meetings: {
		meeting: {
			sources: ['account'],
			agenda: [
				{ id: 'lone', title: 'A lone item', wording: 'published', themes: [], sources: ['paper'] },
				{
					id: 'shared',
					title: 'A shared item',
					wording: 'published',
					themes: [],
					sources: ['paper', 'account'],
				},
			],
			outcomes: [{ text: 'It was agreed.', sources: ['paper'] }],
		},
	},
	disputes: {
		question: {
			versions: [
				{ id: 'one', claim: 'It is so.', sources: ['paper'] },
				{ id: 'other', claim: 'It is not.', sources: ['account'] },
			],
		},
	},
});
const carriedBy = (id: string) =>
	restingAloneOn(network.restingOn.get(id) ?? [], find(network, 'sources', id));

test('a source carries the records that name no other', () => {
	expect(idsOf(carriedBy('paper').records)).toEqual(['only']);
});

test('and, in records that name others too, the statements that name no other; a dispute’s versions are not ours', () => {
	expect(carriedBy('paper').statements.map(({ entry, statements }) => [entry.id, statements])).toEqual([
		['meeting', ['A lone item', 'It was agreed.']],
	]);
});

test('a source on which nothing rests carries nothing', () => {
	expect(carriedBy('unused')).toEqual({ records: [], statements: [] });
});
