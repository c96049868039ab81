import { type Citation, citationsFor } from '../schema/citation.ts';
import { entryOf, type Field } from '../schema/field-tree.ts';
import type { Group } from './values.ts';
import type { Path } from './yaml.ts';

/** A value that a record states, with the citations that support it. */
export interface Fact {
	readonly path: Path;
	readonly citations: readonly Citation[];
}

/** Returns whether a path is at or below another one. */
export const isBelow = (path: Path, of: Path): boolean => of.every((step, index) => path[index] === step);

type Sourced = Group & { readonly sources?: readonly Citation[] };

/** A list of sources in a record, with the facts that the sources can support. */
export interface SourceList {
	/** The path of the group that holds the list. */
	readonly path: Path;
	readonly citations: readonly Citation[];
	readonly facts: readonly Fact[];
}

/**
 * Returns every fact of a record with the citations that support it: those of the nearest list of sources that covers the fact.
 * The editors' own choices are no facts, and neither is a value with no list of sources around it.
 */
export const factsOf = (tree: Field, record: object): Fact[] =>
	factsIn(tree, record as Sourced, [], undefined, []);

/** Returns every list of sources of a record. */
export function sourceListsOf(tree: Field, record: object): SourceList[] {
	const lists: SourceList[] = [];
	factsIn(tree, record as Sourced, [], undefined, lists);
	return lists;
}

/** @param lists receives the lists of sources in the group */
function factsIn(
	{ stated }: Field,
	group: Sourced,
	path: Path,
	inherited: readonly Citation[] | undefined,
	lists: SourceList[],
): Fact[] {
	const facts = stated.flatMap((field) => {
		const { key } = field;
		const value = group[key];
		if (value === undefined) return [];
		const citations = group.sources ? citationsFor(group.sources, key) : inherited;
		const at = [...path, key];
		const one = entryOf(field);
		if (one.fields.length === 0) return citations ? [{ path: at, citations }] : [];
		return Array.isArray(value)
			? (value as readonly Sourced[]).flatMap((item, index) =>
					factsIn(one, item, [...at, index], citations, lists),
				)
			: factsIn(one, value as Sourced, at, citations, lists);
	});
	if (group.sources) lists.push({ path, citations: group.sources, facts });
	return facts;
}
