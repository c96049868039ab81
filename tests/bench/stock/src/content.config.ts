import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { kinds } from './records.ts';

const text = z.string().optional();
const date = z.coerce.string().optional();
const sources = z.array(reference('sources')).default([]);
const statements = z.array(z.object({ text: z.string(), sources })).default([]);
const members = z.array(reference('members'));
const themes = z.array(reference('themes'));

// Every kind has some of these fields.
const schema = z.object({
	...{ title: text, name: text, term: text, question: text, publisher: text, url: text, mode: text, sources },
	...{ dates: date, date, from: date, alsoCalled: statements, outcomes: statements, notes: statements },
	place: z.object({ city: z.string(), country: reference('members'), sources }).optional(),
	host: z.object({ country: reference('members'), office: reference('offices'), sources }).optional(),
	agenda: z.array(z.object({ id: z.string(), title: z.string(), themes, sources })).default([]),
	participants: z.object({ count: z.string(), countries: members, others: statements, sources }).optional(),
});
const collectionOf = (kind: string) => {
	const base = `${process.env.CONTENT_DIR ?? 'content'}/${kind}`;
	return defineCollection({ loader: glob({ pattern: '*.yaml', base }), schema });
};

export const collections = Object.fromEntries(kinds.map((kind) => [kind, collectionOf(kind)])) as Record<
	(typeof kinds)[number],
	ReturnType<typeof collectionOf>
>;
