import { publishedPath } from '../schema/index.ts';
import type { Entry } from './network.ts';

/** The table of all members in the order in which they joined. */
export const joiningPath = '/members/#joining';

/** Returns the path of a record from the site's root, without the base path: its own page, or an anchor on a shared page. */
export const pathOf = (entry: Entry): string => publishedPath(entry.kind, entry);

/** The path of an agenda item: its anchor on the page of its meeting. */
export const agendaItemPath = (meeting: Entry<'meetings'>, itemId: string): string =>
	`${pathOf(meeting)}#${itemId}`;
