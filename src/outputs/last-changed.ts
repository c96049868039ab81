import { everyEntry, type Network } from '../network/network.ts';
import { memoize } from '../records/memoize.ts';
import { pathOf } from '../site/paths.ts';
import { kindOf } from '../schema/index.ts';

// The front page, and pages that show, count or offer records of many kinds.
const pagesOfEverything =
	/^\/(?:$|(?:about|as-of|changes|contribute|data|gaps|network|picture|print|timeline)\/)/;

const changesOf = memoize((network: Network) => {
	const changes = new Map<string, string>();
	for (const entry of everyEntry(network)) {
		const day = network.changedOn(entry);
		if (day === undefined) continue;
		const [ownPage = ''] = pathOf(entry).split('#');
		for (const path of [ownPage, kindOf(entry.kind).list]) {
			if (day > (changes.get(path) ?? '')) changes.set(path, day);
		}
	}
	return { changes, latest: [...changes.values()].sort().at(-1) };
});

/**
 * Returns the date of the last change to a page, or `undefined` if it is unknown. A page changes whenever one of its records changes.
 *
 * @param path the path of the page, without the base path
 */
export function lastChangeOf(network: Network, path: string): string | undefined {
	const { changes, latest } = changesOf(network);
	return pagesOfEverything.test(path) ? latest : changes.get(path);
}
