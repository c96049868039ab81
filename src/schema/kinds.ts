/**
 * The kinds of record, in the order in which the site lists them. Each is a folder of `content/`; what is true of it stands in a
 * file of its own (see `index.ts`).
 */
export const kinds = [
	'members',
	'offices',
	'meetings',
	'board',
	'secretariat',
	'milestones',
	'documents',
	'projects',
	'themes',
	'glossary',
	'disputes',
	'sources',
] as const;

export type Kind = (typeof kinds)[number];

export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);
