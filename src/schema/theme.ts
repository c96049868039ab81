import * as z from 'zod';
import { aliases, searchWords, sources, text } from './fields.ts';

/** A subject that agenda items belong to. */
export const themeSchema = z
	.strictObject({
		name: text({ title: 'Name', description: 'The subject.', examples: ['Money laundering'] }),
		description: text({ title: 'Description', description: 'What belongs to it, in one sentence.' }),
		searchWords: searchWords(['crypto', 'bitcoin']),
		aliases,
		sources,
	})
	.meta({ title: 'Theme', description: 'A subject that agenda items belong to.' });

export type Theme = z.output<typeof themeSchema>;
