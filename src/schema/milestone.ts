import * as z from 'zod/mini';
import { ofEveryRecord } from './citation.ts';
import { dateOrInterval, list, ours, recordAddress, searchWords, text, usual } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

export const milestoneKind = defineKind({
	one: 'Milestone',
	many: 'Milestones',
	description: 'An event that took place outside the meetings.',
	list: '/timeline/',
	title: ({ title }) => title,
	order: ({ date }) => placeInTime(date),
	dates: ({ date }) => ({ date }),
	facts: { Event: ['title', 'text'], Date: ['date', 'dateNote'] },
	schema: z.strictObject({
		date: dateOrInterval('Date', 'When the event happened.', ['2022-07', '2016-11-08']),
		dateNote: ours(text('Note on the date', 'Explains the date if the source does not state it.')).apply(
			z.optional,
		),
		title: text('Title', 'The event in a few words.', ['Hungary joins']),
		text: text('Text', 'The event in a sentence or two.'),
		about: usual(
			ours(
				list(
					'Subjects',
					'The records that this milestone is about.',
					recordAddress('Record', 'A record that this milestone is about.', ['members/austria']),
				),
			),
		),
		searchWords: searchWords(['pandemic']),
		...ofEveryRecord,
	}),
});
