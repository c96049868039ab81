import type { Citation } from './citation.ts';

/**
 * Returns the citations that support a given key. These are the citations that list the key or, failing that, the citations that list no
 * keys. Nested groups and list entries can override these citations with sources of their own.
 */
export function citationsFor(citations: readonly Citation[], key: string): readonly Citation[] {
	const named = citations.filter(({ states }) => states?.includes(key));
	return named.length > 0 ? named : citations.filter(({ states }) => states === undefined);
}
