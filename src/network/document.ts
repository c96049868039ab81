import type { Kind } from '../schema/kinds.ts';
import { itemsOfTheme } from './meetings.ts';
import { officesOf } from './members.ts';
import { citedSources, type Entry, type Network } from './network.ts';

/** The sources below a record's section in the whole document: its own and those of what is shown with it. */
export function sourcesBelow(network: Network, entry: Entry): string[] {
	const shown: object[] =
		entry.kind === 'members'
			? [entry, ...officesOf(network, entry)]
			: entry.kind === 'themes'
				? [
						entry,
						...itemsOfTheme(network, entry.id).map(({ meeting, item }) => ({
							sources: item.sources ?? meeting.sources,
						})),
					]
				: [entry];
	return [...new Set(shown.flatMap(citedSources))];
}

/** The kinds that have a chapter, in the order of the document; offices stand with their countries, sources at the end. */
const chapters = [
	'members',
	'meetings',
	'board',
	'secretariat',
	'milestones',
	'themes',
	'documents',
	'projects',
	'glossary',
	'disputes',
] as const satisfies Kind[];

/** Every source of the document in the order in which it first appears there, which numbers the marks. */
export function sourcesInOrder(network: Network): string[] {
	const records = chapters.flatMap((kind): readonly Entry[] => network.entries[kind]);
	return [
		...new Set([
			...citedSources(network.account),
			...records.flatMap((entry) => sourcesBelow(network, entry)),
			...network.entries.sources.map(({ id }) => id),
		]),
	];
}
