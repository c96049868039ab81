import { expect, test } from 'vitest';
import { find } from '../../../src/network/network.ts';
import { themeCounts, themeMatrix, themesInYears } from '../../../src/network/themes.ts';
import { idsOf, networkOf } from './content.ts';

const item = (id: string, ...themes: string[]) => ({ id, title: id, wording: 'published' as const, themes });

const network = networkOf({
	themes: {
		crypto: { name: 'Virtual assets' },
		firearms: { name: 'Firearms' },
		terrorism: { name: 'Terrorism' },
		unused: { name: 'Art theft' },
	},
	meetings: {
		late: { dates: '2024', agenda: [item('a', 'crypto', 'terrorism')] },
		early: { dates: '2018', agenda: [item('b', 'terrorism'), item('c'), item('d', 'terrorism', 'firearms')] },
		silent: { dates: '2020' },
	},
});
const matrix = themeMatrix(network);
const rowOf = (id: string) => matrix.rows.find(({ theme }) => theme.id === id);

test('the table has the meetings with an agenda in order of date, and lists the others separately', () => {
	expect(idsOf(matrix.meetings)).toEqual(['early', 'late']);
	expect(idsOf(matrix.withoutAgenda)).toEqual(['silent']);
});

test('the themes are in the order in which they first came up, then by name; themes without items come last', () => {
	expect(matrix.rows.map(({ theme }) => theme.id)).toEqual(['firearms', 'terrorism', 'crypto', 'unused']);
});

test('a cell has the items on a theme at a meeting, with their places on the agenda', () => {
	const places = rowOf('terrorism')?.cells.map(({ meeting, items }) => [
		meeting.id,
		items.map((placed) => `${String(placed.place)} ${placed.item.id}`),
	]);
	expect(places).toEqual([
		['early', ['1 b', '3 d']],
		['late', ['1 a']],
	]);
});

test('every row has a cell for each meeting, and its total is the sum of its cells', () => {
	for (const { cells, total } of matrix.rows) {
		expect(cells.map(({ meeting }) => meeting)).toEqual(matrix.meetings);
		expect(total).toBe(cells.flatMap(({ items }) => items).length);
	}
	expect(rowOf('unused')?.total).toBe(0);
});

test('the counts of a theme have each meeting once', () => {
	expect(themeCounts(network, find(network, 'themes', 'terrorism'))).toEqual({ items: 3, meetings: 2 });
	expect(themeCounts(network, find(network, 'themes', 'unused'))).toEqual({ items: 0, meetings: 0 });
});

test('the themes by year have each year once, the most frequent first, without themes that have no items', () => {
	expect(themesInYears(network).map(({ theme, years }) => [theme.id, ...years])).toEqual([
		['terrorism', '2018', '2024'],
		['firearms', '2018'],
		['crypto', '2024'],
	]);
});
