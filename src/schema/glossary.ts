import * as z from 'zod/mini';
import { ofEveryRecord } from './citation.ts';
import { list, mark, nativeName, ours, recordAddress, searchWords, text, usual, withMeta } from './fields.ts';
import { defineKind } from './kind.ts';

export const glossaryKind = defineKind({
	one: 'Glossary entry',
	many: 'Glossary entries',
	description: 'An abbreviation or a term.',
	list: '/glossary/',
	title: ({ term }) => term,
	order: ({ term }) => term,
	facts: { Term: ['term', 'expansion', 'nativeExpansion', 'isOurTranslation'] },
	schema: z.strictObject({
		term: text('Term', 'The abbreviation or the term.', ['DNA (Italy)']),
		expansion: usual(text('Expansion', 'The full form of an abbreviation, in English.')),
		nativeExpansion: withMeta(nativeName, {
			title: 'Native expansion',
			description: 'The full form in the original language.',
		}).apply(z.optional),
		isOurTranslation: mark('Mark “our translation”', 'Set this to true if no source has an English form.'),
		meaning: text('Meaning', 'The meaning, according to the sources.'),
		see: ours(
			list(
				'References',
				'Related records.',
				recordAddress('Record', 'A related record.', ['offices/croatia-uskok']),
			),
		).apply(z.optional),
		searchWords: searchWords(['foreign fighters']),
		...ofEveryRecord,
	}),
});
