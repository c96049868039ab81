import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../outputs/search/records.ts';

/** Pagefind's user interfaces, its worker, and its program for languages that no record is in: nothing loads them. */
const neverLoaded = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * Makes the files of the search from its records, with Pagefind: its index and its programs. The same records give the same bytes.
 *
 * Pagefind runs as one process for all indexes, so only one call may be under way at a time.
 *
 * @param folder where they are written
 * @returns their paths there
 * @throws {Error} when a record would be lost or Pagefind fails, with what it says as the cause
 */
export async function buildSearchIndex(records: Iterable<SearchRecord>, folder: string): Promise<string[]> {
	try {
		const { index } = sound(await pagefind.createIndex({ forceLanguage: 'en' }));
		if (!index) throw new Error('Pagefind made no index');
		const urls = new Set<string>();
		// One after another: the order decides between equally good results, and none need be kept.
		for (const record of records) {
			refuseWhatWouldBeLost(record, urls);
			urls.add(record.url);
			sound(await index.addCustomRecord(customRecord(record)));
		}
		// What Pagefind writes itself, it need not hold as a whole, nor hand over.
		sound(await index.writeFiles({ outputPath: folder }));
		await pagefind.close();
		countPages(folder, urls.size);
		return globSync('**/*.*', { cwd: folder })
			.filter((path) => !neverLoaded.test(path))
			.sort()
			.map((path) => path.replaceAll('\\', '/'));
	} catch (cause) {
		throw new Error('The search index could not be made', { cause });
	} finally {
		await pagefind.close();
	}
}

const customRecord = ({ url, title, label, called, names, topics, content, filters }: SearchRecord) => ({
	url,
	language: 'en',
	content,
	meta: { title, label, called, names, topics },
	filters,
});

/** Pagefind drops a record without words, and keeps only the last of several at one address, without a word. */
function refuseWhatWouldBeLost({ url, content }: SearchRecord, earlier: ReadonlySet<string>): void {
	if (!/[\p{L}\p{N}]/u.test(content)) throw new Error(`${url} has no content to search`);
	if (earlier.has(url)) throw new Error(`${url} is the address of two records`);
}

/** Pagefind answers with a list of errors instead of throwing them. */
function sound<T extends { errors: string[] }>(answer: T): T {
	if (answer.errors.length > 0) throw new Error(answer.errors.join('; '));
	return answer;
}

interface PagefindEntry {
	languages: Record<string, { page_count: number }>;
}

function countPages(folder: string, expected: number): void {
	const entry = readFileSync(join(folder, 'pagefind-entry.json'), 'utf8');
	const { languages } = JSON.parse(entry) as PagefindEntry;
	const indexed = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
	if (indexed !== expected) throw new Error(`${indexed} of ${expected} records were indexed`);
}
