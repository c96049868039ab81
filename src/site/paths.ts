import type { RecordOrAccount } from '../network/citations.ts';
import { addressOf, type Entry } from '../network/network.ts';
import type { BoardPeriod } from '../network/rotation.ts';
import type { TurningPoint } from '../network/turning-points.ts';
import { publishedPath, recordKinds } from '../schema/index.ts';

/* Paths of pages and anchors, without the site's base path. */

/** The page with a form for viewing the network on any day. The pages about single days are below this path. */
export const asOfPath = '/as-of/';

/** Returns the path of a record's own page, or of the record's anchor on a shared page. */
export const pathOf = (entry: Entry): string => publishedPath(entry.kind, entry);

/** Returns the anchor of a record. */
export const recordAnchor = (record: RecordOrAccount): string =>
	'kind' in record ? addressOf(record) : 'network';

/** Returns the path of an agenda item on its meeting's page. */
export const agendaItemPath = (meeting: Entry<'meetings'>, itemId: string): string =>
	`${pathOf(meeting)}#${itemId}`;

/** Returns the path of an event's record or, if several countries joined together, of the list of members. */
export const eventPath = ([first, ...others]: readonly [Entry, ...Entry[]]): string =>
	others.length === 0 ? pathOf(first) : `${recordKinds.members.list}#joining`;

/** Returns the path of a period in the table of Board seats. */
export const periodPath = ({ meeting }: BoardPeriod): string =>
	`${recordKinds.board.list}#from-${meeting.id}`;

export const yearPath = (year: string): string => `${recordKinds.milestones.list}#year-${year}`;

export const turningPointPath = ({ id }: TurningPoint): string => `${asOfPath}${id}/`;

/** Returns the path of the page that compares a turning point with the previous one or with today. */
export const comparisonPath = (point: TurningPoint, kind: 'changes' | 'until-today'): string =>
	`${turningPointPath(point)}${kind}/`;
