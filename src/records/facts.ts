import type { Citation } from '../schema/citation.ts';
import { citationsFor } from '../schema/cited.ts';
import { entryOf, type Field } from '../schema/field-tree.ts';
import type { Group } from './values.ts';
import type { Path } from './yaml.ts';

export interface Fact {
	readonly path: Path;
	readonly citations: readonly Citation[];
}

/** Returns whether a path is equal to or below another path. */
export const isBelow = (path: Path, of: Path): boolean => of.every((step, index) => path[index] === step);

type Sourced = Group & { readonly sources?: readonly Citation[] };

/** A list of sources in a record, with the facts that it can support. */
type SourceList = { readonly facts: readonly Fact[] } & Fact;

/**
 * Returns all facts in a record with their citations. The nearest list of sources around a fact contains its citations. Neither the
 * editors' own choices nor values without a list of sources count as facts.
 */
export const factsOf = (tree: Field, record: object): Fact[] =>
	factsIn(tree, record as Sourced, [], undefined, []);

export function sourceListsOf(tree: Field, record: object): SourceList[] {
	const lists: SourceList[] = [];
	factsIn(tree, record as Sourced, [], undefined, lists);
	return lists;
}

/** @param lists an array to which the function adds the group's lists of sources */
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
