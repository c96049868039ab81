import * as z from 'zod';
import { notes, ownSources, sources, statements } from './citation.ts';
import {
	aliases,
	date,
	dateOrInterval,
	memberCountry,
	reference,
	searchWords,
	text,
	webAddress,
} from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

export const documentKind = defineKind({
	one: 'Document',
	many: 'Documents',
	description: 'A declaration, plan or roadmap of the network.',
	list: '/documents/',
	title: ({ title }) => title,
	order: ({ date }) => placeInTime(date),
	dates: ({ date }) => ({ date }),
	schema: z.strictObject({
		title: text({ title: 'Title', description: 'The published title.', examples: ['Declaration of Intent'] }),
		type: z.enum(['declaration', 'plan', 'roadmap']).meta({
			title: 'Type',
			description: 'What kind of document it is.',
			examples: ['declaration', 'plan', 'roadmap'],
			ours: true,
		}),
		alsoCalled: statements(
			{ title: 'Other names', description: 'Other names that sources give it.' },
			{
				title: 'Name',
				description: 'Another name.',
				examples: ['Belgrade "Declaration of Intent"'],
			},
		),
		date: dateOrInterval({
			title: 'Date',
			description: 'When it was adopted, signed or presented.',
			examples: ['2016-05'],
		}),
		dateNote: text({
			title: 'Note on the date',
			description: 'What the date means, when it is not the date of adoption.',
			ours: true,
		}).optional(),
		meeting: reference('meetings', {
			title: 'Meeting',
			description: 'The meeting at which it was adopted, signed or presented.',
			usual: true,
			examples: ['first-meeting'],
		}).optional(),
		signatories: z
			.array(
				z.strictObject({
					country: memberCountry('A member country.', ['hungary']),
					date: date({ title: 'Date', description: 'When that country signed.', examples: ['2017-03'] }),
					sources: ownSources,
				}),
			)
			.meta({
				title: 'Signatories',
				description: 'The countries whose prosecutors signed, in the order of signing.',
			})
			.optional(),
		status: text({
			title: 'Status',
			description: 'What a source states of it.',
			examples: ['Proposed'],
		}).optional(),
		content: statements(
			{ title: 'Content', description: 'What the document says, as far as sources report it.' },
			{
				title: 'Content',
				description: 'One thing that the document says, as far as sources report it.',
			},
		),
		textAddress: webAddress({
			title: 'Address of the text',
			description: 'Where the text can be read; left out when it was not found.',
			examples: ['https://www.example.org/declaration.pdf'],
			ours: true,
		}).optional(),
		searchWords: searchWords(['founding document']),
		aliases,
		notes,
		sources,
	}),
});
