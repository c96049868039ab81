import type { Citation } from './citation.ts';

/**
 * Returns the citations that support a key. If no citation lists the key, these are the citations without a list of keys. Nested groups and
 * list entries can have other sources.
 */
export function citationsFor(citations: readonly Citation[], key: string): readonly Citation[] {
	const named = citations.filter(({ states }) => states?.includes(key));
	return named.length > 0 ? named : citations.filter(({ states }) => states === undefined);
}
