import * as z from 'zod';
import { notes, ownSources, sources } from './citation.ts';
import { aliases, countryCode, date, reference, searchWords, text, wholeNumber } from './fields.ts';
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
		name: text({
			title: 'Name',
			description: "The country's name as the network's own account writes it.",
			examples: ['North Macedonia'],
		}),
		code: countryCode({
			title: 'Country code',
			description: 'ISO 3166-1 alpha-2.',
			examples: ['GR', 'MK'],
			ours: true,
		}),
		joined: z
			.strictObject({
				date: date({
					title: 'Date',
					description: 'When the country joined, only as exactly as the followed source states it.',
					examples: ['2017-03', '2016-05'],
				}),
				how: text({
					title: 'Act',
					description: 'By what act the country joined.',
					examples: ['Signed the Declaration of Intent.'],
				}),
				meeting: reference('meetings', {
					title: 'Meeting',
					description: 'The meeting at which the country joined.',
					usual: true,
					examples: ['fifth-meeting'],
				}).optional(),
				order: wholeNumber({
					title: 'Order',
					description: 'The place in the order of joining, where a source states it.',
					examples: [11],
				}).optional(),
				notes,
				sources: ownSources,
			})
			.meta({ title: 'Joining', description: 'When and how the country became a member.' }),
		tile: z
			.strictObject({
				row: wholeNumber(
					{ title: 'Row', description: 'Counted from the north, from 1.', examples: [2] },
					mostOfGrid,
				),
				column: wholeNumber(
					{ title: 'Column', description: 'Counted from the west, from 1.', examples: [3] },
					mostOfGrid,
				),
			})
			.meta({
				title: 'Tile',
				description: 'The place in the schematic grid of members; each place is used once.',
				ours: true,
			}),
		searchWords: searchWords(['Hellenic Republic', 'FYROM']),
		aliases,
		notes,
		sources,
	}),
});
