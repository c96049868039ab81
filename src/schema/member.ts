import * as z from 'zod';
import { notes, ofEveryRecord, ownSources } from './citation.ts';
import {
	countryCode,
	date,
	group,
	ours,
	reference,
	searchWords,
	text,
	usual,
	wholeNumber,
} from './fields.ts';
import { defineKind } from './kind.ts';
import { inSeries } from './words.ts';

const mostOfGrid = 8;

/** Returns the free cells in and around the occupied part of the grid of members: "row 1 (columns 2 and 3); row 2 (column 4)". */
export function freeTiles(tiles: readonly { row: number; column: number }[]): string {
	const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);
	const within = (used: number[]): number[] => upTo(Math.min(mostOfGrid, Math.max(0, ...used) + 1));
	const columns = within(tiles.map(({ column }) => column));
	return within(tiles.map(({ row }) => row))
		.map((row) => {
			const free = columns.filter((each) => !tiles.some((tile) => tile.row === row && tile.column === each));
			return free.length === 0
				? ''
				: `row ${String(row)} (column${free.length === 1 ? '' : 's'} ${inSeries(free.map(String))})`;
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
		name: text('Name', 'The name of the country, as used by the network itself.', ['North Macedonia']),
		code: ours(
			countryCode('Country code', 'The two-letter country code (ISO 3166-1 alpha-2).', ['GR', 'MK']),
		),
		joined: group('Joining', 'When and how the country became a member.', {
			date: date('Date', 'The date of joining, exactly as precise as in the source.', ['2017-03', '2016-05']),
			how: text('Act', 'How the country joined.', ['Signed the Declaration of Intent.']),
			meeting: usual(
				reference('meetings', 'Meeting', 'The meeting at which the country joined.', ['fifth-meeting']),
			),
			order: wholeNumber(
				'Order',
				"The country's position in the order of joining, if a source states it.",
				[11],
			).optional(),
			notes,
			sources: ownSources,
		}),
		tile: ours(
			group('Tile', "The country's tile in the grid of members. Each tile belongs to only one member.", {
				row: wholeNumber('Row', 'The row number, counted from north to south.', [2]).max(mostOfGrid),
				column: wholeNumber('Column', 'The column number, counted from west to east.', [3]).max(mostOfGrid),
			}),
		),
		searchWords: searchWords(['Hellenic Republic', 'FYROM']),
		...ofEveryRecord,
	}),
});
