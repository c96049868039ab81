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
		type: choice(['declaration', 'plan', 'roadmap'], 'Type', 'The type of document.', { ours: true }),
		alsoCalled: list(
			'Other names',
			'Other names that sources use.',
			statement('Name', 'Another name.', { examples: ['Belgrade "Declaration of Intent"'] }),
		).optional(),
		date: dateOrInterval('Date', 'When the document was adopted, signed or presented.', {
			examples: ['2016-05'],
		}),
		dateNote: text('Note on the date', 'Explains the date if the document was adopted on another date.', {
			ours: true,
		}).optional(),
		meeting: usual(
			reference('meetings', 'Meeting', 'The meeting that adopted, signed or presented the document.', {
				examples: ['first-meeting'],
			}),
		),
		signatories: groups('Signatories', 'Signatory', 'The countries that signed, in order.', {
			country: memberCountry('A member country.', ['hungary']),
			date: date('Date', 'When this country signed.', { examples: ['2017-03'] }),
			sources: ownSources,
		}).optional(),
		status: text('Status', 'The status of the document, as stated by a source.', {
			examples: ['Proposed'],
		}).optional(),
		content: list(
			'Content',
			'The contents of the document, as reported by sources.',
			statement('Content', 'One point of the document, as reported by sources.'),
		).optional(),
		textAddress: webAddress('Address of the text', 'The web address of the full text, if we found it.', {
			examples: ['https://www.example.org/declaration.pdf'],
			ours: true,
		}).optional(),
		searchWords: searchWords(['founding document']),
		...ofEveryRecord,
	}),
});
