import { kinds } from '../schema/kinds.ts';
import type { Entry, Network } from './network.ts';
import { pathOf } from './paths.ts';

/** A page that a record had before it was renamed. */
export interface MovedPage {
	/** Its path from the site's root, without the base path. */
	readonly from: string;
	/** The record that it was about, and leads to. */
	readonly entry: Entry;
}

/**
 * The former pages of all records that have pages of their own. Where records share a page, their former ids are anchors beside
 * the new ones (`components/FormerIds.astro`).
 */
export const movedPages = (network: Network): MovedPage[] =>
	kinds
		.flatMap((kind): readonly Entry[] => network.entries[kind])
		.filter((entry) => !pathOf(entry).includes('#'))
		.flatMap((entry) => (entry.aliases ?? []).map((id) => ({ from: pathOf({ ...entry, id }), entry })));
