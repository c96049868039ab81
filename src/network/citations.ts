import { type Fact, factsOf, isBelow } from '../records/facts.ts';
import { memoize } from '../records/memoize.ts';
import type { Path } from '../records/yaml.ts';
import type { Citation } from '../schema/citation.ts';
import { type Field, fieldTree } from '../schema/field-tree.ts';
import { kindOf, singleSchemas } from '../schema/index.ts';
import type { Entry, Network } from './network.ts';

/** A record, or the account of the network. */
export type RecordOrAccount = Entry | Network['account'];

/** Returns the field tree of a record, or of the account. */
export const treeOf = (record: RecordOrAccount): Field =>
	fieldTree('kind' in record ? kindOf(record.kind).schema : singleSchemas.network);

/** Returns every fact of a record with its citations. */
export const recordFacts = memoize((record: RecordOrAccount): readonly Fact[] =>
	factsOf(treeOf(record), record),
);

/**
 * Returns the citations of a fact, a group of facts or a whole record, each once and in the order of the facts. Source marks, counts
 * and texts all use this function; `records/facts.ts` has the rule.
 *
 * @param path the keys down to the fact: `'dates'`; `'agenda', 2`; none for the whole record
 */
export const citationsOf = (record: RecordOrAccount, ...path: Path): readonly Citation[] => [
	...new Set(recordFacts(record).flatMap((fact) => (isBelow(fact.path, path) ? fact.citations : []))),
];

/** Returns the ids of the cited sources, each once. */
export const sourceIdsOf = (citations: readonly Citation[]): readonly string[] => [
	...new Set(citations.map(({ id }) => id)),
];
