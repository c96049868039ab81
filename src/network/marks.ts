import { remembered } from '../records/remembered.ts';

const numbersOf = remembered(
	(all: readonly string[]): ReadonlyMap<string, number> => new Map(all.map((id, index) => [id, index + 1])),
);

/**
 * The sources behind a statement as numbered marks, in the order of their numbers.
 *
 * @param ids the ids of the sources
 * @param all the ids of all sources of the page, in the order that numbers them
 */
export const marksOf = (ids: readonly string[], all: readonly string[]): { id: string; number: number }[] =>
	ids.map((id) => ({ id, number: numbersOf(all).get(id) ?? 0 })).sort((a, b) => a.number - b.number);
