import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSearchIndex } from '../../../src/integrations/search-index.ts';
import type { SearchRecord } from '../../../src/outputs/search/records.ts';

const record = (url: string, change: Partial<SearchRecord> = {}): SearchRecord => ({
	url,
	title: `Record at ${url}`,
	label: 'Page',
	called: '',
	names: '',
	topics: '',
	content: 'Some text.',
	filters: { kind: ['Page'] },
	...change,
});

/** Returns the files of an index by their paths. */
async function filesOf(records: readonly SearchRecord[]): Promise<ReadonlyMap<string, Buffer>> {
	const folder = mkdtempSync(join(tmpdir(), 'search-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true });
	});
	await buildSearchIndex(records, folder);
	const paths = globSync('**/*.*', { cwd: folder }).sort();
	return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

const causeOf = (making: Promise<unknown>): Promise<unknown> =>
	making.then(
		() => undefined,
		(error: unknown) => (error as Error).cause,
	);

test('the same records give the same bytes, however often they are indexed', async () => {
	// With this many values, a hash map would hardly keep the same order twice.
	const records = Array.from({ length: 40 }, (_, index) =>
		record(`/${index}/`, {
			filters: {
				kind: ['Page'],
				year: [String(1980 + index)],
				country: [`Country ${index}`],
				theme: ['A', 'B'],
			},
		}),
	);
	const first = await filesOf(records);
	expect(await filesOf(records)).toEqual(first);
	expect(await filesOf(records)).toEqual(first);
});

test('only files that the site loads are published', async () => {
	const paths = [...(await filesOf([record('/')])).keys()];
	expect(paths).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind']));
	expect(paths.filter((path) => /ui\.|worker|highlight|unknown/.test(path))).toEqual([]);
});

test.each([
	['two records at one address', [record('/members/'), record('/members/')]],
	['a record without words', [record('/'), record('/members/', { content: '—' })]],
])('%s are refused, because one would be lost', async (_, records) => {
	expect(await causeOf(filesOf(records))).toEqual(new Error('Only 1 of 2 records were indexed.'));
});
