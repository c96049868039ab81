import { type Fact, factsOf, isBelow } from '../records/facts.ts';
import { memoize } from '../records/memoize.ts';
import type { Path } from '../records/yaml.ts';
import type { Citation } from '../schema/citation.ts';
import { type Field, fieldTree } from '../schema/field-tree.ts';
import { kindOf, singleSchemas } from '../schema/index.ts';
import type { Entry, Network } from './network.ts';

/** A record, or the account of the network. */
export type Stated = Entry | Network['account'];

/** Returns the field tree of a record, or of the account. */
export const treeOf = (record: Stated): Field =>
	fieldTree('kind' in record ? kindOf(record.kind).schema : singleSchemas.network);

/** Every value that a record states, with what it rests on. */
export const statedIn = memoize((record: Stated): readonly Fact[] => factsOf(treeOf(record), record), 1000);

/**
 * What a fact rests on: the one answer for marks, counts, lists and texts. The rule is that of `records/facts.ts`.
 *
 * @param path the key of the fact, and on into groups and lists: `'dates'`; `'agenda', 2`; none for the record as a whole
 * @returns entries of lists of sources, each once, in the order of what rests on them
 */
export const restsOn = (record: Stated, ...path: Path): readonly Citation[] => [
	...new Set(statedIn(record).flatMap((fact) => (isBelow(fact.path, path) ? fact.citations : []))),
];

/** The sources of some citations, each once. */
export const sourcesOf = (citations: readonly Citation[]): readonly string[] => [
	...new Set(citations.map(({ id }) => id)),
];
