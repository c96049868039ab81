import type { Kind } from '../schema/kinds.ts';
import type { Entry } from './network.ts';

/** The page of the site that lists a kind. */
export const listPaths = {
	members: '/members/',
	offices: '/members/',
	meetings: '/meetings/',
	board: '/board/',
	secretariat: '/secretariat/',
	milestones: '/timeline/',
	documents: '/documents/',
	projects: '/projects/',
	themes: '/themes/',
	glossary: '/glossary/',
	disputes: '/disputes/',
	sources: '/sources/',
} as const satisfies Record<Kind, string>;

/** The table of all members in the order in which they joined. */
export const joiningPath = '/members/#joining';

const kindsWithPages: ReadonlySet<Kind> = new Set(['members', 'meetings', 'themes', 'sources']);

/** Whether each record of a kind has a page of its own, and does not share the page that lists its kind. */
export const hasOwnPage = (kind: Kind): boolean => kindsWithPages.has(kind);

/**
 * The path of a record on the site, from the site's root, without the base path: a page of its own, or an anchor on the page
 * that lists its kind. An office is on its country's page.
 */
export function pathOf(entry: Entry): string {
	if (entry.kind === 'offices') return `/members/${entry.country}/#${entry.id}`;
	const list = listPaths[entry.kind];
	return hasOwnPage(entry.kind) ? `${list}${entry.id}/` : `${list}#${entry.id}`;
}

/** The path of an agenda item: its anchor on the page of its meeting. */
export const agendaItemPath = (meeting: Entry<'meetings'>, itemId: string): string =>
	`${pathOf(meeting)}#${itemId}`;
