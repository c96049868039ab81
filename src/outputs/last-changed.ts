import { everyEntry, type Network } from '../network/network.ts';
import { pathOf } from '../site/paths.ts';
import { kindOf } from '../schema/index.ts';

const pagesOfEverything = ['/', '/changes/', '/gaps/', '/print/', '/timeline/'];

/**
 * Returns the date of the last change to each page, for the sitemap. A page changes whenever one of its records changes.
 *
 * @returns the dates, by path without the base path; pages with fixed text are left out
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
