import * as pagefind from 'pagefind';
import type { SearchRecord } from '../outputs/search/records.ts';

/** Files that the site never loads: Pagefind's user interfaces, its worker and its module for unknown languages. */
const neverLoaded = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/** The search files, keyed by path within the search folder. */
export type SearchFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Returns a search index of records and Pagefind's scripts. The same records always produce identical files.
 *
 * Pagefind has only one process for all indexes, so each call must finish before the next.
 *
 * @throws {Error} if a record is missing from the index or Pagefind fails, with Pagefind's message as the cause
 */
export async function buildSearchIndex(records: readonly SearchRecord[]): Promise<SearchFiles> {
	try {
		const { index } = throwErrors(await pagefind.createIndex({ forceLanguage: 'en' }));
		if (!index) throw new Error('Pagefind made no index.');
		// Adds records one at a time, because their order is also the order of results with equal scores.
		for (const { url, content, filters, ...meta } of records)
			throwErrors(await index.addCustomRecord({ url, language: 'en', content, meta, filters }));
		const { files } = throwErrors(await index.getFiles());
		ensureAllIndexed(files, records.length);
		return new Map(
			files.filter(({ path }) => !neverLoaded.test(path)).map(({ path, content }) => [path, content]),
		);
	} catch (cause) {
		throw new Error('The search index could not be made.', { cause });
	} finally {
		await pagefind.close();
	}
}

/** Throws an error if Pagefind has returned a list of errors. */
function throwErrors<T extends { errors: string[] }>(answer: T): T {
	if (answer.errors.length > 0) throw new Error(answer.errors.join('; '));
	return answer;
}

/** Checks that the index contains all records, because Pagefind silently drops records without words, for example. */
function ensureAllIndexed(files: readonly pagefind.IndexFile[], expected: number): void {
	const entry = files.find(({ path }) => path === 'pagefind-entry.json')?.content;
	const { languages } = JSON.parse(new TextDecoder().decode(entry)) as {
		languages: Record<string, { page_count: number }>;
	};
	const indexed = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
	if (indexed !== expected) throw new Error(`Only ${indexed} of ${expected} records were indexed.`);
}
