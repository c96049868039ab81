import * as z from 'zod';
import { notes, sources } from './citation.ts';
import { aliases, nativeName, recordAddress, searchWords, text } from './fields.ts';
import { defineKind } from './kind.ts';

export const glossaryKind = defineKind({
	one: 'Glossary entry',
	many: 'Glossary entries',
	description: 'An abbreviation or term.',
	list: '/glossary/',
	title: ({ term }) => term,
	order: ({ term }) => term,
	schema: z.strictObject({
		term: text({ title: 'Term', description: 'The abbreviation or term.', examples: ['DNA (Italy)'] }),
		expansion: text({
			title: 'Expansion',
			description: 'What an abbreviation stands for, in English.',
			usual: true,
		}).optional(),
		nativeExpansion: nativeName
			.meta({
				title: 'Native expansion',
				description: 'What the abbreviation stands for in its own language.',
			})
			.optional(),
		isOurTranslation: z
			.literal(true)
			.meta({
				title: 'Mark “our translation”',
				description: 'Set to true when no source gives the English words of the term or its expansion.',
				ours: true,
			})
			.optional(),
		meaning: text({ title: 'Meaning', description: 'What it means, and what the sources say of it.' }),
		see: z
			.array(
				recordAddress({
					title: 'Record',
					description: 'A record to read on.',
					examples: ['offices/croatia-uskok'],
				}),
			)
			.meta({ title: 'References', description: 'Records and entries to read on.', ours: true })
			.optional(),
		searchWords: searchWords(['foreign fighters']),
		aliases,
		notes,
		sources,
	}),
});
