import * as z from 'zod';
import { ofEveryRecord, ownSources, statement } from './citation.ts';
import {
	choice,
	date,
	dateOrInterval,
	groups,
	list,
	memberCountry,
	reference,
	searchWords,
	text,
	usual,
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
		title: text('Title', 'The published title.', { examples: ['Declaration of Intent'] }),
		type: choice(['declaration', 'plan', 'roadmap'], 'Type', 'What kind of document it is.', { ours: true }),
		alsoCalled: list(
			'Other names',
			'Other names that sources give it.',
			statement('Name', 'Another name.', { examples: ['Belgrade "Declaration of Intent"'] }),
		).optional(),
		date: dateOrInterval('Date', 'When it was adopted, signed or presented.', { examples: ['2016-05'] }),
		dateNote: text('Note on the date', 'What the date means, when it is not the date of adoption.', {
			ours: true,
		}).optional(),
		meeting: usual(
			reference('meetings', 'Meeting', 'The meeting at which it was adopted, signed or presented.', {
				examples: ['first-meeting'],
			}),
		),
		signatories: groups(
			'Signatories',
			'Signatory',
			'The countries whose prosecutors signed, in the order of signing.',
			{
				country: memberCountry('A member country.', ['hungary']),
				date: date('Date', 'When that country signed.', { examples: ['2017-03'] }),
				sources: ownSources,
			},
		).optional(),
		status: text('Status', 'What a source states of it.', { examples: ['Proposed'] }).optional(),
		content: list(
			'Content',
			'What the document says, as far as sources report it.',
			statement('Content', 'One thing that the document says, as far as sources report it.'),
		).optional(),
		textAddress: webAddress(
			'Address of the text',
			'Where the text can be read; left out when it was not found.',
			{ examples: ['https://www.example.org/declaration.pdf'], ours: true },
		).optional(),
		searchWords: searchWords(['founding document']),
		...ofEveryRecord,
	}),
});
