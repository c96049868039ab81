import type * as z from 'zod';
import { type Fact, factsOf } from '../records/facts.ts';
import { remembered } from '../records/remembered.ts';
import type { Path } from '../records/yaml.ts';
import type { Citation } from '../schema/citation.ts';
import { kindOf, singleSchemas } from '../schema/index.ts';
import type { Entry, Network } from './network.ts';

/** A record, or the account of the network. */
export type Stated = Entry | Network['account'];

/** The schema of a record, or of the account. */
export const schemaOf = (record: Stated): z.ZodObject =>
	'kind' in record ? kindOf(record.kind).schema : singleSchemas.network;

/** Every value that a record states, with what it rests on. */
export const statedIn = (record: Stated): readonly Fact[] => factsOf(schemaOf(record), record);

const placeOf = (path: Path): string => path.join('/');

/** What each place of a record rests on: all that stands behind the facts at it and below it. */
const citationsByPlace = remembered((record: Stated): ReadonlyMap<string, readonly Citation[]> => {
	const places = new Map<string, Set<Citation>>();
	for (const { path, citations } of statedIn(record)) {
		let place = '';
		for (const step of ['', ...path]) {
			place = place === '' ? String(step) : `${place}/${String(step)}`;
			let known = places.get(place);
			if (!known) places.set(place, (known = new Set()));
			for (const citation of citations) known.add(citation);
		}
	}
	return new Map([...places].map(([place, citations]) => [place, [...citations]]));
}, 1000);

/**
 * What a fact rests on: the one answer for marks, counts, lists and texts. The rule is that of `records/facts.ts`.
 *
 * @param path the key of the fact, and on into groups and lists: `'dates'`; `'agenda', 2`; none for the record as a whole
 * @returns entries of lists of sources, each once, in the order of what rests on them
 */
export const restsOn = (record: Stated, ...path: Path): readonly Citation[] =>
	citationsByPlace(record).get(placeOf(path)) ?? [];

/** The sources of some citations, each once. */
export const sourcesOf = (citations: readonly Citation[]): readonly string[] => [
	...new Set(citations.map(({ id }) => id)),
];
