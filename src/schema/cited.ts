import type { Citation } from './citation.ts';

/**
 * Returns the citations that support a key: those that list the key or, if there are none, those that do not list any keys. Nested groups
 * and list entries can have other sources.
 */
export function citationsFor(citations: readonly Citation[], key: string): readonly Citation[] {
	const named = citations.filter(({ states }) => states?.includes(key));
	return named.length > 0 ? named : citations.filter(({ states }) => states === undefined);
}
