import * as z from 'zod';
import { ofEveryRecord } from './citation.ts';
import { list, mark, nativeName, recordAddress, searchWords, text, usual } from './fields.ts';
import { defineKind } from './kind.ts';

export const glossaryKind = defineKind({
	one: 'Glossary entry',
	many: 'Glossary entries',
	description: 'An abbreviation or term.',
	list: '/glossary/',
	title: ({ term }) => term,
	order: ({ term }) => term,
	schema: z.strictObject({
		term: text('Term', 'The abbreviation or term.', { examples: ['DNA (Italy)'] }),
		expansion: usual(text('Expansion', 'What an abbreviation stands for, in English.')),
		nativeExpansion: nativeName
			.meta({
				title: 'Native expansion',
				description: 'What the abbreviation stands for in its own language.',
			})
			.optional(),
		isOurTranslation: mark(
			'Mark “our translation”',
			'Set to true when no source gives the English words of the term or its expansion.',
		),
		meaning: text('Meaning', 'What it means, and what the sources say of it.'),
		see: list(
			'References',
			'Records and entries to read on.',
			recordAddress('Record', 'A record to read on.', { examples: ['offices/croatia-uskok'] }),
			{ ours: true },
		).optional(),
		searchWords: searchWords(['foreign fighters']),
		...ofEveryRecord,
	}),
});
