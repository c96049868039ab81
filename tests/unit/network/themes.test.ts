import { expect, test } from 'vitest';
import { frequentThemes, themesOverTime } from '../../../src/network/themes.ts';
import { networkOf } from './content.ts';

const item = (id: string, ...themes: string[]) => ({ id, title: id, wording: 'published' as const, themes });

const network = networkOf({
	themes: {
		crypto: { name: 'Virtual assets' },
		firearms: { name: 'Firearms' },
		terrorism: { name: 'Terrorism' },
		unused: { name: 'Art theft' },
	},
	meetings: {
		late: { dates: '2024', agenda: [item('a', 'crypto', 'terrorism'), item('e', 'crypto')] },
		early: { dates: '2018', agenda: [item('b', 'terrorism'), item('c'), item('d', 'terrorism', 'firearms')] },
		board: { body: 'executive-board', dates: '2019', agenda: [item('f', 'terrorism')] },
		session: { number: 1, partOf: 'late', dates: '2024' },
		silent: { dates: '2020' },
	},
});

test('the themes are in the order in which they first came up, then by name; themes without items come last', () => {
	expect(themesOverTime(network).map(({ theme, items }) => [theme.id, items])).toEqual([
		['firearms', 1],
		['terrorism', 4],
		['crypto', 2],
		['unused', 0],
	]);
});

test('each theme has the meetings that discussed it, with the number of their items', () => {
	const marks = themesOverTime(network).map(({ marks }) =>
		marks.map(({ meeting, items, isRing }) => [meeting.id, items, isRing]),
	);
	expect(marks).toEqual([
		[['early', 1, false]],
		[
			['early', 2, false],
			['board', 1, false],
			['late', 1, true],
		],
		[['late', 2, true]],
		[],
	]);
});

test('the most frequent themes are those of the most meetings, then by name', () => {
	expect(frequentThemes(network).map(({ theme }) => theme.id)).toEqual(['terrorism', 'firearms', 'crypto']);
});
