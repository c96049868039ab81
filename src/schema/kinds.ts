/**
 * The kinds of record, in the order in which the site lists them. Each is a folder of `content/`; what is true of it stands in a
 * file of its own (see `index.ts`), whose fields refer to records of other kinds by the names here.
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

/** The kinds that the timeline tells of, in the order in which it is filtered by them; each is part of an address. */
export const eventKinds = ['meetings', 'board', 'members', 'secretariat', 'documents', 'milestones'] as const;

export type EventKind = (typeof eventKinds)[number];

export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** What is made of each kind, by the kind. */
export const ofEachKind = <T>(make: (kind: Kind) => T) =>
	Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>;
