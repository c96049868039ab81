import type { Network } from '../../network/network.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { feedPath } from './feed.ts';
import { markdownPages, markdownPath } from './markdown.ts';

/** What a page tells, in another form. */
export interface Alternate {
	/** The path of its file, from the site's root. */
	readonly path: string;
	/** Its media type. */
	readonly type: string;
	readonly title: string;
}

/**
 * The other forms of what a page tells, for its head.
 *
 * @param path the page's path, from the site's root
 */
export function alternatesAt(network: Network, path: string): Alternate[] {
	const page = markdownPages(network).get(path);
	const records = page?.records.filter((record) => 'kind' in record) ?? [];
	const isOfMeetings = [...records, ...(page?.links ?? [])].some(({ kind }) => kind === 'meetings');
	return [
		...(page ? [{ path: markdownPath(path), type: 'text/markdown', title: 'As Markdown' }] : []),
		...(isOfMeetings
			? calendarsOf(network).map((calendar) => ({
					path: calendarPath(calendar),
					type: 'text/calendar',
					title: calendar.title,
				}))
			: []),
		{ path: feedPath, type: 'application/atom+xml', title: 'What is new' },
	];
}
