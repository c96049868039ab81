import { getCollection } from 'astro:content';
import type { Content, ContentRecord } from '../records/content.ts';
import { compareText } from '../schema/edtf.ts';
import { kinds, type Kind } from '../schema/kinds.ts';

/**
 * The whole record, from Astro's collections: what pages build the network from.
 *
 * @throws {Error} when the content has not been loaded; a build has ended before with the report of its problems
 */
export async function getContent(): Promise<Content> {
	const [[site], [network]] = await Promise.all([getCollection('site'), getCollection('network')]);
	if (!site || !network) throw new Error('The content has problems; the report is in the terminal.');
	const records = await Promise.all(kinds.map(async (kind) => [kind, await recordsOf(kind)] as const));
	return {
		site: site.data,
		network: network.data,
		// Each kind was asked for by its own name, which the compiler cannot follow through the list.
		records: Object.fromEntries(records) as unknown as Content['records'],
	};
}

async function recordsOf(kind: Kind): Promise<ContentRecord[]> {
	const entries = await getCollection(kind);
	return entries
		.map(({ id, data, filePath = '' }) => ({ kind, id, data, file: filePath }))
		.sort((a, b) => compareText(a.id, b.id));
}
