import type * as z from 'zod';
import { type Citation, citationsFor } from '../schema/citation.ts';
import { memoize } from './memoize.ts';
import { elementOf, groupIn, metaOf, shapeOf } from './schema-walk.ts';
import type { Path } from './yaml.ts';

/** A value that a record states, and what it rests on. */
export interface Fact {
	readonly path: Path;
	readonly citations: readonly Citation[];
}

/** Whether a path leads to a place within that of another, or to the same. */
export const isBelow = (path: Path, of: Path): boolean => of.every((step, index) => path[index] === step);

/**
 * The fields of a group that state something: all but its sources and what the editors of this site choose themselves. Each with the
 * group that it is, or is a list of; where there is none, it is stated as a whole.
 */
export const statedFields = memoize((schema: z.ZodObject) =>
	Object.entries(shapeOf(schema)).flatMap(([key, field]) =>
		key === 'sources' || metaOf(field).ours ? [] : { key, inner: groupIn(elementOf(field)) },
	),
);

type Group = Readonly<Record<string, unknown>> & { readonly sources?: readonly Citation[] };

/** A list of sources in a record, with the values that stand beside it or below. */
export interface SourceList {
	/** The path of the group that holds it. */
	readonly path: Path;
	readonly citations: readonly Citation[];
	readonly facts: readonly Fact[];
}

/**
 * Every value that a record states, with the entries of `sources` that stand behind it: those of the group or list entry in which
 * it stands, where they speak of it, else those of the record. What the editors of this site choose themselves is none; nor is
 * what has no list of sources anywhere above it.
 */
export const factsOf = (schema: z.ZodObject, record: object): Fact[] =>
	factsIn(schema, record as Group, [], undefined, []);

/** Every list of sources of a record. */
export function sourceListsOf(schema: z.ZodObject, record: object): SourceList[] {
	const lists: SourceList[] = [];
	factsIn(schema, record as Group, [], undefined, lists);
	return lists;
}

/** @param lists is given the lists of sources on the way */
function factsIn(
	schema: z.ZodObject,
	group: Group,
	path: Path,
	inherited: readonly Citation[] | undefined,
	lists: SourceList[],
): Fact[] {
	const facts = statedFields(schema).flatMap(({ key, inner }) => {
		const value = group[key];
		if (value === undefined) return [];
		const citations = group.sources ? citationsFor(group.sources, key) : inherited;
		const at = [...path, key];
		if (!inner) return citations ? [{ path: at, citations }] : [];
		return Array.isArray(value)
			? (value as readonly Group[]).flatMap((item, index) =>
					factsIn(inner, item, [...at, index], citations, lists),
				)
			: factsIn(inner, value as Group, at, citations, lists);
	});
	if (group.sources) lists.push({ path, citations: group.sources, facts });
	return facts;
}
