import * as z from 'zod/mini';
import { dateInWords } from './dates.ts';
import { ofEveryRecord, ownSources } from './citation.ts';
import { choice, dateOrInterval, groups, keysOf, memberCountry, ours, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

/** Labels for the seats on the Executive Board. The rule for assigning the seats is in `content/network.yaml`, under `boardRule`. */
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
	description: 'The members of the Executive Board during a certain period, as listed by a source.',
	list: '/board/',
	title: ({ period }) => `Executive Board, ${dateInWords(period)}`,
	order: ({ period }) => placeInTime(period),
	dates: ({ period }) => ({ period }),
	facts: { Period: ['period', 'periodNote'] },
	schema: z.strictObject({
		period: dateOrInterval('Period', 'The period during which these countries were on the Board.', [
			'2023-11/2024-12',
			'2018-06',
		]),
		periodNote: ours(
			text(
				'Note on the period',
				'Explains the period if the source does not state it. The page marks such a period as derived.',
			),
		).apply(z.optional),
		members: groups('Members', 'Member', 'The countries on the Board, in the same order as in the source.', {
			country: memberCountry('A member country.', ['romania']),
			seat: choice(boardSeats, 'Seat', "The country's seat, if a source states it.").apply(z.optional),
			sources: ownSources,
		}).check(z.minLength(1)),
		departsFromRule: ours(
			text('Departure from the rule', "Explains why these members differ from the Board's rule, if they do."),
		).apply(z.optional),
		...ofEveryRecord,
	}),
});

export type BoardSeat = keyof typeof seatNames;
