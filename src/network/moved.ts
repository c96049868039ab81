import { recordKinds } from '../schema/index.ts';
import { kinds } from '../schema/kinds.ts';
import { titleOf } from './labels.ts';
import type { Entry, Network } from './network.ts';
import { pathOf } from './paths.ts';
import { timelineYears, yearPath } from './timeline.ts';

/** A page that has another address now. Paths are from the site's root, without the base path. */
export interface MovedPage {
	readonly from: string;
	readonly to: string;
	/** What it is about. */
	readonly title: string;
}

/**
 * The former pages of all records that have pages of their own, and of the years, which are places on the timeline. Where records
 * share a page, their former ids are anchors beside the new ones (`components/FormerIds.astro`).
 */
export const movedPages = (network: Network): MovedPage[] => [
	...kinds
		.flatMap((kind): readonly Entry[] => network.entries[kind])
		.filter((entry) => !pathOf(entry).includes('#'))
		.flatMap((entry) =>
			(entry.aliases ?? []).map((id) => ({
				from: pathOf({ ...entry, id }),
				to: pathOf(entry),
				title: titleOf(network, entry),
			})),
		),
	{ from: '/years/', to: recordKinds.milestones.list, title: 'Timeline' },
	...timelineYears(network).map(({ year }) => ({
		from: `/years/${year}/`,
		to: yearPath(network, year),
		title: `The year ${year}`,
	})),
];
