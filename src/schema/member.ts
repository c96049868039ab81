import * as z from 'zod';
import { notes, ofEveryRecord, ownSources } from './citation.ts';
import { countryCode, date, group, reference, searchWords, text, usual, wholeNumber } from './fields.ts';
import { defineKind } from './kind.ts';
import { inSeries } from './words.ts';

// The maximum number of rows and of columns.
const mostOfGrid = 8;

/** Returns the free cells in and around the occupied part of the grid of members: "row 1: 2 and 3; row 2: 4". */
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
	description: 'A member country of the network.',
	list: '/members/',
	hasOwnPage: true,
	title: ({ name }) => name,
	order: ({ name }) => name,
	dates: ({ joined }) => ({ joined: joined.date }),
	schema: z.strictObject({
		name: text('Name', "The name of the country, as in the network's own account.", {
			examples: ['North Macedonia'],
		}),
		code: countryCode('Country code', 'The two-letter country code (ISO 3166-1 alpha-2).', {
			examples: ['GR', 'MK'],
			ours: true,
		}),
		joined: group('Joining', 'When and how the country became a member.', {
			date: date('Date', 'When the country joined, no more exact than the source.', {
				examples: ['2017-03', '2016-05'],
			}),
			how: text('Act', 'How the country joined.', {
				examples: ['Signed the Declaration of Intent.'],
			}),
			meeting: usual(
				reference('meetings', 'Meeting', 'The meeting at which the country joined.', {
					examples: ['fifth-meeting'],
				}),
			),
			order: wholeNumber('Order', 'The position in the order of joining, if a source states it.', {
				examples: [11],
			}).optional(),
			notes,
			sources: ownSources,
		}),
		tile: group(
			'Tile',
			'The place in the grid of members. No two members have the same place.',
			{
				row: wholeNumber('Row', 'The row, counted from 1 in the north.', { examples: [2] }).max(mostOfGrid),
				column: wholeNumber('Column', 'The column, counted from 1 in the west.', { examples: [3] }).max(
					mostOfGrid,
				),
			},
			{ ours: true },
		),
		searchWords: searchWords(['Hellenic Republic', 'FYROM']),
		...ofEveryRecord,
	}),
});
