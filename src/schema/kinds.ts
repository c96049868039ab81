/**
 * The kinds of record, in the order in which the site lists them. Each kind has a folder in `content/` and a file in this folder
 * (see `index.ts`).
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

/** The kinds on the timeline, in the order of its filters. Each filter has an address with the name of its kind. */
export const eventKinds = ['meetings', 'board', 'members', 'secretariat', 'documents', 'milestones'] as const;

export type EventKind = (typeof eventKinds)[number];

export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** Returns an object with a value for each kind. */
export const ofEachKind = <T>(make: (kind: Kind) => T) =>
	Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>;
