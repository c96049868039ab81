import { type Fact, factsOf, isBelow } from '../records/facts.ts';
import { memoize } from '../records/memoize.ts';
import type { Path } from '../records/yaml.ts';
import type { Citation } from '../schema/citation.ts';
import { type Field, fieldTree } from '../schema/field-tree.ts';
import { kindOf, singleSchemas } from '../schema/index.ts';
import type { Entry, Network } from './network.ts';

export type RecordOrAccount = Entry | Network['account'];

export const treeOf = (record: RecordOrAccount): Field =>
	fieldTree('kind' in record ? kindOf(record.kind).schema : singleSchemas.network);

export const recordFacts = memoize((record: RecordOrAccount): readonly Fact[] =>
	factsOf(treeOf(record), record),
);

/**
 * Returns the citations of a fact, a group or a whole record, without duplicates and in the order of the facts. The rule that assigns
 * citations to facts is in `records/facts.ts`.
 *
 * @param path the keys that lead to the fact, such as `'dates'` or `'agenda', 2`; empty for the whole record
 */
export const citationsOf = (record: RecordOrAccount, ...path: Path): readonly Citation[] => [
	...new Set(recordFacts(record).flatMap((fact) => (isBelow(fact.path, path) ? fact.citations : []))),
];

/** Returns whether two statements have the same sources, so that one source mark covers both. */
export const haveSameSources = (some: readonly Citation[], others: readonly Citation[]): boolean =>
	sourceIdsOf(some).sort().join() === sourceIdsOf(others).sort().join();

export const sourceIdsOf = (citations: readonly Citation[]): string[] => [
	...new Set(citations.map(({ id }) => id)),
];
