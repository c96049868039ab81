import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const collection = (kind: string, schema: z.ZodObject) =>
	defineCollection({
		loader: glob({ pattern: '*.yaml', base: `${process.env.CONTENT_DIR ?? 'content'}/${kind}` }),
		schema: schema.extend({
			searchWords: z.array(z.string()).optional(),
			notes: statements,
			sources: sources.optional(),
		}),
	});

const date = z.coerce.string().regex(/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/);
const sources = z.array(reference('sources')).min(1);
const ownSources = sources.optional();
const statements = z.array(z.object({ text: z.string(), sources: ownSources })).optional();

export const collections = {
	members: collection(
		'members',
		z.object({
			name: z.string(),
			code: z.string().length(2),
			joined: z.object({ date, how: z.string(), sources: ownSources }),
			tile: z.object({ row: z.int(), column: z.int() }),
		}),
	),
	offices: collection(
		'offices',
		z.object({
			country: reference('members'),
			name: z.string(),
			nativeNames: z.array(z.object({ name: z.string(), language: z.string() })).optional(),
			seat: z.string().optional(),
			membership: z.enum(['stated', 'named']),
			membershipNote: z.string(),
			since: date.optional(),
		}),
	),
	meetings: collection(
		'meetings',
		z.object({
			body: z.enum(['conference', 'executive-board']),
			number: z.int().optional(),
			title: z.string(),
			alsoCalled: statements,
			dates: date,
			mode: z.enum(['in-person', 'online']).optional(),
			place: z.object({ city: z.string(), country: reference('members'), sources: ownSources }).optional(),
			host: z
				.object({ country: reference('members'), office: reference('offices'), sources: ownSources })
				.optional(),
			agenda: z
				.array(
					z.object({
						id: z.string(),
						title: z.string(),
						wording: z.enum(['published', 'restated']),
						themes: z.array(reference('themes')),
						sources: ownSources,
					}),
				)
				.optional(),
			participants: z
				.object({
					count: z.string(),
					countries: z.array(reference('members')),
					others: statements,
					sources: ownSources,
				})
				.optional(),
			outcomes: statements,
			support: z
				.array(z.object({ text: z.string(), project: reference('projects'), sources: ownSources }))
				.optional(),
		}),
	),
	board: collection(
		'board',
		z.object({
			period: date,
			members: z.array(z.object({ country: reference('members'), sources: ownSources })),
		}),
	),
	secretariat: collection(
		'secretariat',
		z.object({
			country: reference('members'),
			office: reference('offices'),
			from: date,
			until: date.optional(),
			began: z.object({ how: z.string(), meeting: reference('meetings'), sources: ownSources }),
			ended: z.object({ how: z.string(), sources: ownSources }).optional(),
			statedLength: z.string().optional(),
		}),
	),
	milestones: collection(
		'milestones',
		z.object({ date, title: z.string(), text: z.string(), about: z.array(z.string()) }),
	),
	documents: collection(
		'documents',
		z.object({
			title: z.string(),
			type: z.string(),
			date,
			meeting: reference('meetings'),
			signatories: z.array(z.object({ country: reference('members'), date })),
			content: statements,
		}),
	),
	projects: collection(
		'projects',
		z.object({
			title: z.string(),
			dates: date,
			runBy: statements,
			connection: z.string(),
			follows: reference('projects').optional(),
		}),
	),
	themes: collection('themes', z.object({ name: z.string(), description: z.string() })),
	glossary: collection(
		'glossary',
		z.object({ term: z.string(), expansion: z.string(), meaning: z.string(), see: z.array(z.string()) }),
	),
	disputes: collection(
		'disputes',
		z.object({
			question: z.string(),
			about: z.array(z.object({ record: z.string(), field: z.string() })),
			versions: z.array(z.object({ id: z.string(), claim: z.string(), sources })),
			follows: z.string().optional(),
			why: z.string(),
		}),
	),
	sources: collection(
		'sources',
		z.object({
			title: z.string(),
			url: z.url(),
			publisher: z.string(),
			type: z.string(),
			language: z.string(),
			published: date.optional(),
			copyRead: z.string(),
		}),
	),
};
