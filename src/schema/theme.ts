import * as z from 'zod/mini';
import { sources } from './citation.ts';
import { aliases, ours, searchWords, text } from './fields.ts';
import { defineKind } from './kind.ts';

export const themeKind = defineKind({
	one: 'Theme',
	many: 'Themes',
	description: 'A theme for agenda items.',
	list: '/themes/',
	hasOwnPage: true,
	title: ({ name }) => name,
	order: ({ name }) => name,
	schema: z.strictObject({
		name: text('Name', 'The name of the theme.', ['Money laundering']),
		description: ours(text('Description', 'One sentence that says which topics belong to the theme.')),
		searchWords: searchWords(['crypto', 'bitcoin']),
		aliases,
		sources,
	}),
});
