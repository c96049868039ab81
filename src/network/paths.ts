import { publishedPath } from '../schema/index.ts';
import type { Entry } from './network.ts';

/** The table of all members in the order in which they joined. */
export const joiningPath = '/members/#joining';

/**
 * The path of a record on the site, from the site's root, without the base path: a page of its own, or an anchor on the page
 * that lists its kind, on the part of that list which holds it, or on the page that its kind names.
 */
export function pathOf(entry: Entry): string {
	return entry.page === undefined ? publishedPath(entry.kind, entry) : `${entry.page}#${entry.id}`;
}

/** The path of an agenda item: its anchor on the page of its meeting. */
export const agendaItemPath = (meeting: Entry<'meetings'>, itemId: string): string =>
	`${pathOf(meeting)}#${itemId}`;
