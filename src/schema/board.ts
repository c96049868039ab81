import * as z from 'zod';
import { dateInWords } from './dates.ts';
import { ofEveryRecord, ownSources } from './citation.ts';
import { choice, dateOrInterval, groups, keysOf, memberCountry, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

/** The seats of the Executive Board (`boardRule` in `content/network.yaml`), and what each is called. */
export const seatNames = {
	'previous-host': 'Previous host',
	'current-host': 'Current host',
	'future-host': 'Future host',
	secretariat: 'Host of the Secretariat',
} as const;

const boardSeats = keysOf(seatNames);

export const boardKind = defineKind({
	one: 'Board composition',
	many: 'Board compositions',
	description: 'A composition of the Executive Board as a source states it.',
	list: '/board/',
	title: ({ period }) => `Executive Board, ${dateInWords(period)}`,
	order: ({ period }) => placeInTime(period),
	dates: ({ period }) => ({ period }),
	schema: z.strictObject({
		period: dateOrInterval('Period', 'When the composition was current.', {
			examples: ['2023-11/2024-12', '2018-06'],
		}),
		periodNote: text(
			'Note on the period',
			'Needed when the source does not state the period itself, which is then shown as derived.',
			{ ours: true },
		).optional(),
		members: groups('Members', 'Member', 'The countries on the Board, in the order of the source.', {
			country: memberCountry('A member country.', ['romania']),
			seat: choice(boardSeats, 'Seat', 'Only where a source states it.').optional(),
			sources: ownSources,
		}).min(1, { error: 'A composition names at least one member country.' }),
		departsFromRule: text(
			'Departure from the rule',
			'Why the composition is not the four seats of the rule; needed when it is not.',
			{ ours: true },
		).optional(),
		...ofEveryRecord,
	}),
});

export type BoardSeat = keyof typeof seatNames;
