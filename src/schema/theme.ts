import * as z from 'zod';
import { sources } from './citation.ts';
import { aliases, searchWords, text } from './fields.ts';
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
		name: text('Name', 'The name of the theme.', { examples: ['Money laundering'] }),
		description: text('Description', 'One sentence that says which topics belong to the theme.', {
			ours: true,
		}),
		searchWords: searchWords(['crypto', 'bitcoin']),
		aliases,
		sources,
	}),
});
