import type { Kind } from '../schema/kinds.ts';
import { itemsOfTheme, sourcesOfItem } from './meetings.ts';
import { officesOf } from './members.ts';
import { citedSources, type Entry, type Network } from './network.ts';

/** The sources of records with what is shown with them, each once: first a record's own, which have the lowest numbers. */
export function sourcesBelow(network: Network, ...entries: readonly Entry[]): string[] {
	const shown = entries.flatMap((entry): object[] => {
		if (entry.kind === 'members') return [entry, ...officesOf(network, entry)];
		if (entry.kind !== 'themes') return [entry];
		return [entry, ...itemsOfTheme(network, entry.id).map((item) => ({ sources: sourcesOfItem(item) }))];
	});
	return [...new Set(shown.flatMap(citedSources))];
}

/**
 * Every source of the document in the order in which it first appears there, which numbers the marks.
 *
 * @param chapters the kinds that have a chapter, in the order of the document
 */
export function sourcesInOrder(network: Network, chapters: readonly Kind[]): string[] {
	const records = chapters.flatMap((kind): readonly Entry[] => network.entries[kind]);
	return [
		...new Set([
			...citedSources(network.account),
			...sourcesBelow(network, ...records),
			...network.entries.sources.map(({ id }) => id),
		]),
	];
}
