import * as z from 'zod';
import { sources } from './citation.ts';
import { aliases, searchWords, text } from './fields.ts';
import { defineKind } from './kind.ts';

export const themeKind = defineKind({
	one: 'Theme',
	many: 'Themes',
	description: 'A subject that agenda items belong to.',
	list: '/themes/',
	hasOwnPage: true,
	title: ({ name }) => name,
	order: ({ name }) => name,
	schema: z.strictObject({
		name: text('Name', 'The subject.', { examples: ['Money laundering'] }),
		description: text('Description', 'What belongs to it, in one sentence.', { ours: true }),
		searchWords: searchWords(['crypto', 'bitcoin']),
		aliases,
		sources,
	}),
});
