import { recordKinds } from '../schema/index.ts';
import type { PublishedAddress } from '../schema/addresses.ts';
import { titleOf } from '../network/labels.ts';
import { everyEntry, type Network } from '../network/network.ts';
import { pathOf, yearPath } from './paths.ts';
import { timelineYears } from '../network/timeline.ts';

export type MovedPage = ReturnType<typeof movedPages>[number];

/**
 * Returns the former page addresses of records and of year pages. Each year is now a section of the timeline. On shared pages, former ids
 * are still anchors (see `components/record/FormerIds.astro`).
 */
export const movedPages = (network: Network) => [
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

/** Returns withdrawn records that used to have their own page. */
export const withdrawnPages = ({ withdrawn }: Network): PublishedAddress[] =>
	withdrawn.filter(({ address }) => !address.includes('#'));

/** Returns withdrawn records and agenda items that used to have an anchor on a given page. */
export const withdrawnOn = (
	{ withdrawn }: Network,
	path: string,
): (PublishedAddress & { readonly anchor: string })[] =>
	withdrawn.flatMap((each) => {
		const [page, anchor] = each.address.split('#');
		return page === path && anchor !== undefined ? [{ ...each, anchor }] : [];
	});
