import { defineCollection } from 'astro:content';
import { records, single } from './integrations/content-loader.ts';

/** The record as Astro's collections: `pages/_content.ts` puts it together again for the pages. */
export const collections = {
	site: defineCollection(single('site')),
	network: defineCollection(single('network')),
	members: defineCollection(records('members')),
	offices: defineCollection(records('offices')),
	meetings: defineCollection(records('meetings')),
	board: defineCollection(records('board')),
	secretariat: defineCollection(records('secretariat')),
	milestones: defineCollection(records('milestones')),
	documents: defineCollection(records('documents')),
	projects: defineCollection(records('projects')),
	themes: defineCollection(records('themes')),
	glossary: defineCollection(records('glossary')),
	disputes: defineCollection(records('disputes')),
	sources: defineCollection(records('sources')),
};
