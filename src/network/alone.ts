import { citedSources, type Entry, type Network } from './network.ts';
import { bounds, type ListPage, listPages, pagesOf, stepsIn } from './parts.ts';
import { pathOf } from './paths.ts';

/** Statements of one record that rest on one source, while the record as a whole rests on others too. */
export interface LoneStatements {
	entry: Entry;
	statements: string[];
}

/** What a single source carries. */
export interface RestingAlone {
	/** The records that name no other source. */
	records: Entry[];
	/** The statements, in other records, that name no other source. */
	statements: LoneStatements[];
}

/** The pages that list what rests on a source, by kind and then by date. */
export function pagesOfSource(network: Network, source: Entry<'sources'>): ListPage<Entry>[] {
	const resting = network.restingOn.get(source.id) ?? [];
	const stepsOf = (entry: Entry) => [entry.kind, ...stepsIn(network, entry)];
	const pageOf = pagesOf(pathOf(source), resting.map(stepsOf), bounds.rows);
	return listPages(pathOf(source), resting, (entry) => pageOf(stepsOf(entry)));
}

/** What would have no source without this one, of some that rest on it. */
export function restingAloneOn(resting: readonly Entry[], source: Entry<'sources'>): RestingAlone {
	const isAlone = (entry: Entry): boolean => citedSources(entry).length === 1;
	return {
		records: resting.filter(isAlone),
		statements: resting
			// The versions of a dispute rest on one source by their nature, and state nothing of ours.
			.filter((entry) => entry.kind !== 'disputes' && !isAlone(entry))
			.map((entry) => ({ entry, statements: statementsOn(entry, source.id) }))
			.filter(({ statements }) => statements.length > 0),
	};
}

/** The texts at any depth inside of a record that name exactly this source. */
function statementsOn(entry: Entry, sourceId: string): string[] {
	const within = (value: unknown): string[] => {
		if (Array.isArray(value)) return value.flatMap(within);
		if (typeof value !== 'object' || value === null) return [];
		const part = value as Record<string, unknown>;
		const words = ['text', 'title', 'claim', 'how']
			.map((key) => part[key])
			.find((text) => typeof text === 'string');
		const { sources } = part;
		const isAlone = Array.isArray(sources) && sources.length === 1 && sources[0] === sourceId;
		return isAlone && words !== undefined ? [words] : Object.values(part).flatMap(within);
	};
	return Object.values(entry).flatMap(within);
}
