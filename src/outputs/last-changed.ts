import { everyEntry, type Network } from '../network/network.ts';
import { pathOf } from '../site/paths.ts';
import { kindOf } from '../schema/index.ts';

/** The pages that draw on every kind of record. */
const pagesOfEverything = ['/', '/gaps/', '/print/', '/timeline/'];

/**
 * When each page's content last changed: the latest day on which one of the records on it did, for the sitemap.
 *
 * @returns the day by the page's path, without the base path; pages whose text is in the code are left out
 */
export function lastChangeOfPages(network: Network): ReadonlyMap<string, string> {
	const changes = new Map<string, string>();
	for (const entry of everyEntry(network)) {
		const day = network.changedOn(entry);
		if (day === undefined) continue;
		const [ownPage = ''] = pathOf(entry).split('#');
		for (const path of [ownPage, kindOf(entry.kind).list, ...pagesOfEverything]) {
			if (day > (changes.get(path) ?? '')) changes.set(path, day);
		}
	}
	return changes;
}
