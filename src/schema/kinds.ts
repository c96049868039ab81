/**
 * The kinds of record, in the order in which the site lists them. Each is a folder of `content/`, a collection, and (for the
 * kinds that have pages) a part of the address.
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

/** Whether a text is the name of a kind. */
export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);
