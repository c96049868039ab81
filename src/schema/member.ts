import * as z from 'zod';
import { notes, ofEveryRecord, ownSources } from './citation.ts';
import { countryCode, date, group, reference, searchWords, text, usual, wholeNumber } from './fields.ts';
import { defineKind } from './kind.ts';
import { inSeries } from './words.ts';

// There can be so many rows, and so many columns.
const mostOfGrid = 8;

/** The places in the grid of members that are free among those in use and beside them, in words. */
export function freeTiles(tiles: readonly { row: number; column: number }[]): string {
	const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);
	const within = (used: number[]): number[] => upTo(Math.min(mostOfGrid, Math.max(0, ...used) + 1));
	const columns = within(tiles.map(({ column }) => column));
	return within(tiles.map(({ row }) => row))
		.map((row) => {
			const free = columns.filter((each) => !tiles.some((tile) => tile.row === row && tile.column === each));
			return free.length === 0 ? '' : `row ${String(row)}: ${inSeries(free.map(String))}`;
		})
		.filter((words) => words !== '')
		.join('; ');
}

export const memberKind = defineKind({
	one: 'Member',
	many: 'Members',
	description: 'A country of the network.',
	list: '/members/',
	hasOwnPage: true,
	title: ({ name }) => name,
	order: ({ name }) => name,
	dates: ({ joined }) => ({ joined: joined.date }),
	schema: z.strictObject({
		name: text('Name', "The country's name as the network's own account writes it.", {
			examples: ['North Macedonia'],
		}),
		code: countryCode('Country code', 'ISO 3166-1 alpha-2.', { examples: ['GR', 'MK'], ours: true }),
		joined: group('Joining', 'When and how the country became a member.', {
			date: date('Date', 'When the country joined, only as exactly as the followed source states it.', {
				examples: ['2017-03', '2016-05'],
			}),
			how: text('Act', 'By what act the country joined.', {
				examples: ['Signed the Declaration of Intent.'],
			}),
			meeting: usual(
				reference('meetings', 'Meeting', 'The meeting at which the country joined.', {
					examples: ['fifth-meeting'],
				}),
			),
			order: wholeNumber('Order', 'The place in the order of joining, where a source states it.', {
				examples: [11],
			}).optional(),
			notes,
			sources: ownSources,
		}),
		tile: group(
			'Tile',
			'The place in the schematic grid of members; each place is used once.',
			{
				row: wholeNumber('Row', 'Counted from the north, from 1.', { examples: [2] }).max(mostOfGrid),
				column: wholeNumber('Column', 'Counted from the west, from 1.', { examples: [3] }).max(mostOfGrid),
			},
			{ ours: true },
		),
		searchWords: searchWords(['Hellenic Republic', 'FYROM']),
		...ofEveryRecord,
	}),
});
