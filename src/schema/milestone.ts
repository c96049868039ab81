import * as z from 'zod';
import { notes, sources } from './citation.ts';
import { aliases, dateOrInterval, recordAddress, searchWords, text } from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

export const milestoneKind = defineKind({
	one: 'Milestone',
	many: 'Milestones',
	description: 'Something that happened outside the meetings.',
	list: '/timeline/',
	title: ({ title }) => title,
	order: ({ date }) => placeInTime(date),
	dates: ({ date }) => ({ date }),
	schema: z.strictObject({
		date: dateOrInterval({
			title: 'Date',
			description: 'When it happened.',
			examples: ['2022-07', '2016-11-08'],
		}),
		dateNote: text({
			title: 'Note on the date',
			description: 'Needed when the source does not state the date itself.',
			ours: true,
		}).optional(),
		title: text({
			title: 'Title',
			description: 'What happened, in a few words.',
			examples: ['Hungary joins'],
		}),
		text: text({ title: 'Text', description: 'What happened, in a sentence or two.' }),
		about: z
			.array(
				recordAddress({
					title: 'Record',
					description: 'A record it is about.',
					examples: ['members/austria'],
				}),
			)
			.meta({ title: 'Subjects', description: 'The records it is about.', usual: true, ours: true })
			.optional(),
		searchWords: searchWords(['pandemic']),
		aliases,
		notes,
		sources,
	}),
});
