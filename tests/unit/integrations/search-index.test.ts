import { expect, test } from 'vitest';
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

const causeOf = (making: Promise<unknown>): Promise<unknown> =>
	making.then(
		() => undefined,
		(error: unknown) => (error as Error).cause,
	);

test('the same records give the same bytes, however often they are indexed', async () => {
	// With this many values, a hash map would probably have a different order each time.
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
	const first = await buildSearchIndex(records);
	expect(await buildSearchIndex(records)).toEqual(first);
	expect(await buildSearchIndex(records)).toEqual(first);
});

test('only files that the site loads are published', async () => {
	const paths = [...(await buildSearchIndex([record('/')])).keys()];
	expect(paths).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind']));
	expect(paths.filter((path) => /ui\.|worker|highlight|unknown/.test(path))).toEqual([]);
});

test.each([
	['two records at one address', [record('/members/'), record('/members/')]],
	['a record without words', [record('/'), record('/members/', { content: '—' })]],
])('%s are refused, because one would be lost', async (_, records) => {
	expect(await causeOf(buildSearchIndex(records))).toEqual(new Error('Only 1 of 2 records were indexed.'));
});
