import type { Entry } from '../network/network.ts';
import type { BoardPeriod } from '../network/rotation.ts';
import type { TurningPoint } from '../network/turning-points.ts';
import { publishedPath, recordKinds } from '../schema/index.ts';

/*
 * The paths of pages, and of places on them, from the site's root and without the base path.
 */

/** The form that shows the network on any day; below it is a page for each day on which something changed. */
export const asOfPath = '/as-of/';

/** The page of everything that no source states. */
export const gapsPath = '/gaps/';

/** How readers can help when the site names no repository. */
export const helpPath = '/about/#help';

/** The list of all members in the order in which they joined. */
const joiningPath = `${recordKinds.members.list}#joining`;

/** Returns the path of a record: its own page, or an anchor on a shared page. */
export const pathOf = (entry: Entry): string => publishedPath(entry.kind, entry);

/** Returns the path of an agenda item: its anchor on the page of the meeting. */
export const agendaItemPath = (meeting: Entry<'meetings'>, itemId: string): string =>
	`${pathOf(meeting)}#${itemId}`;

/** Returns the path for an event: that of its record, or the list of members if several joined together. */
export const eventPath = ([first, ...others]: readonly [Entry, ...Entry[]]): string =>
	others.length === 0 ? pathOf(first) : joiningPath;

/** Returns the path of a period of the Board: its row in the table of seats. */
export const periodPath = ({ meeting }: BoardPeriod): string =>
	`${recordKinds.board.list}#from-${meeting.id}`;

/** Returns the path of a year: its heading on the timeline. */
export const yearPath = (year: string): string => `${recordKinds.milestones.list}#year-${year}`;

/** Returns the path of the page about the network from one turning point to the next. */
export const turningPointPath = ({ id }: TurningPoint): string => `${asOfPath}${id}/`;
