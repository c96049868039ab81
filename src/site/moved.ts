import { recordKinds } from '../schema/index.ts';
import type { PublishedAddress } from '../schema/addresses.ts';
import { titleOf } from '../network/labels.ts';
import { everyEntry, type Network } from '../network/network.ts';
import { pathOf, yearPath } from './paths.ts';
import { timelineYears } from '../network/timeline.ts';

/** A page with a new address. */
export interface MovedPage {
	readonly from: string;
	readonly to: string;
	/** The title of the page that moved. */
	readonly title: string;
}

/**
 * Returns the former pages of records, and of years, which are now on the timeline. On shared pages, the former ids of records are
 * anchors beside the new ones (`components/record/FormerIds.astro`).
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

/** Returns the withdrawn records that had their own page. */
export const withdrawnPages = ({ withdrawn }: Network): PublishedAddress[] =>
	withdrawn.filter(({ address }) => !address.includes('#'));

/** Returns the withdrawn records and agenda items that had an anchor on a page. */
export const withdrawnOn = (
	{ withdrawn }: Network,
	path: string,
): (PublishedAddress & { readonly anchor: string })[] =>
	withdrawn.flatMap((each) => {
		const [page, anchor] = each.address.split('#');
		return page === path && anchor !== undefined ? [{ ...each, anchor }] : [];
	});
