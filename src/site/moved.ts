import { recordKinds } from '../schema/index.ts';
import type { PublishedAddress } from '../schema/addresses.ts';
import { titleOf } from '../network/labels.ts';
import { everyEntry, type Network } from '../network/network.ts';
import { pathOf, yearPath } from './paths.ts';
import { timelineYears } from '../network/timeline.ts';

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
	...everyEntry(network)
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
		to: yearPath(year),
		title: `The year ${year}`,
	})),
];

/** What is told on pages that are no record's any more. */
export const withdrawnPages = ({ withdrawn }: Network): PublishedAddress[] =>
	withdrawn.filter(({ address }) => !address.includes('#'));

/** What is told on a page of records and items that had an anchor on it: each with that anchor. */
export const withdrawnOn = (
	{ withdrawn }: Network,
	path: string,
): (PublishedAddress & { readonly anchor: string })[] =>
	withdrawn.flatMap((each) => {
		const [page, anchor] = each.address.split('#');
		return page === path && anchor !== undefined ? [{ ...each, anchor }] : [];
	});
