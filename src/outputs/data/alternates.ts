import type { Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { calendarPath, calendarsOf } from './calendar.ts';
import { feedPath } from './feed.ts';
import { dataPath, jsonPath } from './paths.ts';
import { markdownPages, markdownPath } from './markdown.ts';

export interface Alternate {
	readonly path: string;
	readonly type: string;
	/** A title that distinguishes files of the same type. */
	readonly title?: string;
}

export function alternatesAt(network: Network, path: string): Alternate[] {
	const page = markdownPages(network).get(path);
	const records = page?.records.filter((record) => 'kind' in record) ?? [];
	const kinds = new Set([...records, ...(page?.links ?? [])].map(({ kind }) => kind));
	const own = [...records, ...network.entries.languages].find((record) => pathOf(record) === path);
	const files = kinds.size > 0 ? [...kinds] : page ? ['network'] : [];
	const data = own ? [jsonPath(own)] : files.map((name) => `${dataPath}${name}.json`);
	return [
		...(page ? [{ path: markdownPath(path), type: 'text/markdown' }] : []),
		...data.map((file) => ({ path: file, type: 'application/json' })),
		...(kinds.has('meetings')
			? calendarsOf(network)
					.slice(0, own ? 1 : undefined)
					.map((calendar) => ({
						path: calendarPath(calendar),
						type: 'text/calendar',
						title: calendar.title,
					}))
			: []),
		{ path: feedPath, type: 'application/atom+xml', title: 'Changes to the record' },
	];
}
