import { describe, expect, test } from 'vitest';
import { citationsOf } from '../../src/network/citations.ts';
import { pathOf } from '../../src/site/paths.ts';
import { all, grownRecord, textOf } from './pages.ts';

const { network, pages } = grownRecord();

/** A record with its own page. */
const ofPages = [...network.entries.meetings, ...network.entries.members];

describe('the marks of a page', () => {
	test('are numbered in reading order', () => {
		const outOfOrder = [...pages].filter(([path, { document }]) => {
			if (path.startsWith('/print/')) return false;
			const numbers = all(document, 'sup a').map((mark) => Number(textOf(mark)));
			const firsts = [...new Set(numbers)];
			return firsts.some((number, index) => number < (firsts[index - 1] ?? 0));
		});
		expect(outOfOrder.map(([path]) => path)).toEqual([]);
	});

	test('link to the quotes of the source', () => {
		const missing = ofPages.flatMap((entry) => {
			const page = pages.get(pathOf(entry));
			const words = new Set((page ? all(page.document, 'aside q') : []).map(textOf));
			return citationsOf(entry)
				.flatMap(({ quote }) => quote ?? [])
				.filter((quote) => !words.has(quote))
				.map((quote) => ({ path: pathOf(entry), quote }));
		});
		expect(missing).toEqual([]);
	});
});

test('the page of a source has its statements and quotes', () => {
	const [source] = network.entries.sources.filter(({ id }) =>
		ofPages.some((entry) =>
			citationsOf(entry).some((citation) => citation.id === id && citation.quote !== undefined),
		),
	);
	const words = [...pages]
		.filter(([path]) => source && path.startsWith(pathOf(source)))
		.flatMap(([, { document }]) => all(document, 'q').map(textOf));
	const quotes = ofPages.flatMap((entry) =>
		citationsOf(entry).flatMap(({ id, quote }) => (id === source?.id ? (quote ?? []) : [])),
	);
	expect(words).toEqual(expect.arrayContaining(quotes));
});
