import * as z from 'zod/mini';
import { ofEveryRecord, ownSources, statement } from './citation.ts';
import {
	choice,
	date,
	dateOrInterval,
	groups,
	list,
	memberCountry,
	ours,
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
	facts: { Name: ['title', 'type'], Date: ['date', 'dateNote'] },
	schema: z.strictObject({
		title: text('Title', 'The published title.', ['Declaration of Intent']),
		type: ours(choice(['declaration', 'plan', 'roadmap'], 'Type', 'The type of document.')),
		alsoCalled: list(
			'Other names',
			'Other names that sources use.',
			statement('Name', 'Another name.', ['Belgrade "Declaration of Intent"']),
		).apply(z.optional),
		date: dateOrInterval('Date', 'When the document was adopted, signed or presented.', ['2016-05']),
		dateNote: ours(text('Note on the date', 'Explains the date if it is not the date of adoption.')).apply(
			z.optional,
		),
		meeting: usual(
			reference('meetings', 'Meeting', 'The meeting that adopted, signed or presented the document.', [
				'first-meeting',
			]),
		),
		signatories: groups(
			'Signatories',
			'Signatory',
			'The countries that signed the document, in order of signing.',
			{
				country: memberCountry('A member country.', ['hungary']),
				date: date('Date', 'When this country signed.', ['2017-03']),
				sources: ownSources,
			},
		).apply(z.optional),
		status: text('Status', 'The status of the document, as stated by a source.', ['Proposed']).apply(
			z.optional,
		),
		content: list(
			'Content',
			'The contents of the document, as reported by sources.',
			statement('Content', 'One point of the document, as reported by sources.'),
		).apply(z.optional),
		textAddress: ours(
			webAddress('Address of the text', 'The web address of the full text, if we found it.', [
				'https://www.example.org/declaration.pdf',
			]),
		).apply(z.optional),
		searchWords: searchWords(['founding document']),
		...ofEveryRecord,
	}),
});
