/**
 * The kinds of record, in the order used by the site. Each kind has a folder in `content/` and a file next to this one (see `index.ts`).
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
	'languages',
	'sources',
] as const;

export type Kind = (typeof kinds)[number];

/** The kinds of record on the timeline, in the order of the filters. */
export const eventKinds = ['meetings', 'board', 'members', 'secretariat', 'documents', 'milestones'] as const;

export type EventKind = (typeof eventKinds)[number];

export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

export const ofEachKind = <T>(make: (kind: Kind) => T) =>
	Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>;
