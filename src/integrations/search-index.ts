import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../outputs/search/records.ts';

/** Pagefind's user interfaces, its worker, and its program for languages that no record is in: nothing loads them. */
const neverLoaded = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.|^wasm\.unknown\./;

/**
 * Makes the files of the search from its records, with Pagefind: its index and its programs. The paths are
 * relative to the folder of the search. The same records give the same bytes.
 *
 * Pagefind runs as one process for all indexes, so only one call may be under way at a time.
 *
 * @throws {Error} when a record would be lost or Pagefind fails, with what it says as the cause
 */
export async function buildSearchIndex(records: readonly SearchRecord[]): Promise<pagefind.IndexFile[]> {
	try {
		refuseWhatWouldBeLost(records);
		const { index } = sound(await pagefind.createIndex({ forceLanguage: 'en' }));
		if (!index) throw new Error('Pagefind made no index');
		// One after another: the order decides between equally good results.
		for (const record of records) sound(await index.addCustomRecord(customRecord(record)));
		letMemoryGo();
		const { files } = sound(await index.getFiles());
		countPages(files, records.length);
		return files.filter(({ path }) => !neverLoaded.test(path));
	} catch (cause) {
		throw new Error('The search index could not be made', { cause });
	} finally {
		await pagefind.close();
	}
}

/** Gives what reading the content has left behind back to the machine, before Pagefind takes most: V8 does so only when it is idle. */
function letMemoryGo(): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
	collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

const customRecord = ({ url, title, label, called, names, topics, content, filters }: SearchRecord) => ({
	url,
	language: 'en',
	content,
	meta: { title, label, called, names, topics },
	filters,
});

/** Pagefind drops a record without words, and keeps only the last of several at one address, without a word. */
function refuseWhatWouldBeLost(records: readonly SearchRecord[]): void {
	const urls = new Set<string>();
	for (const { url, content } of records) {
		if (!/[\p{L}\p{N}]/u.test(content)) throw new Error(`${url} has no content to search`);
		if (urls.has(url)) throw new Error(`${url} is the address of two records`);
		urls.add(url);
	}
}

/** Pagefind answers with a list of errors instead of throwing them. */
function sound<T extends { errors: string[] }>(answer: T): T {
	if (answer.errors.length > 0) throw new Error(answer.errors.join('; '));
	return answer;
}

interface PagefindEntry {
	languages: Record<string, { page_count: number }>;
}

function countPages(files: readonly pagefind.IndexFile[], expected: number): void {
	const entry = files.find(({ path }) => path === 'pagefind-entry.json');
	const { languages } = JSON.parse(Buffer.from(entry?.content ?? '{}').toString()) as PagefindEntry;
	const indexed = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
	if (indexed !== expected) throw new Error(`${indexed} of ${expected} records were indexed`);
}
