import { describe, expect, test } from 'vitest';
import { citationsOf, sourceIdsOf } from '../../src/network/citations.ts';
import { withinQuotes } from '../../src/network/typography.ts';
import { pathOf } from '../../src/site/paths.ts';
import { all, attribute, grownRecord, only, textOf } from './pages.ts';

const { network, pages } = grownRecord();

/** A record with its own page. */
const ofPages = [...network.entries.meetings, ...network.entries.members];

const screenPages = [...pages].filter(([path]) => !path.startsWith('/print/'));

describe('the marks of a page', () => {
	test('are letters in reading order', () => {
		const letters = 'abcdefghijklmnopqrstuvwxyz';
		const outOfOrder = screenPages.filter(([, { document }]) => {
			const marks = all(document, 'button.mark').flatMap((mark) => textOf(mark).split(' '));
			const places = [...new Set(marks)].map((mark) => mark.length * 100 + letters.indexOf(mark.charAt(0)));
			return places.some((place, index) => place < (places[index - 1] ?? 0));
		});
		expect(outOfOrder.map(([path]) => path)).toEqual([]);
	});

	test('name the publishers, and open a card with the words', () => {
		let count = 0;
		const unnamed = screenPages.flatMap(([path, { document }]) =>
			all(document, 'button.mark').filter((mark) => {
				count++;
				const name = attribute(mark, 'aria-label') ?? '';
				const card = only(document, `#${attribute(mark, 'popovertarget') ?? ''}`);
				const sources = all(card, 'a').map((link) => attribute(link, 'href') ?? '');
				const publishers = network.entries.sources
					.filter((source) => sources.some((href) => href.endsWith(pathOf(source))))
					.map(({ publisher }) => publisher);
				return !(publishers.length > 0 && publishers.every((each) => name.includes(each)) && path);
			}),
		);
		expect(count).toBeGreaterThan(100);
		expect(unnamed).toEqual([]);
	});

	test('are missing on a page with one source, which is named beside the lead', () => {
		const alone = ofPages.filter((entry) => sourceIdsOf(citationsOf(entry)).length === 1);
		expect(alone.length).toBeGreaterThan(0);
		for (const entry of alone) {
			const document = pages.get(pathOf(entry))?.document;
			if (!document || all(document, '.notes > li').length !== 1) continue;
			expect(all(document, 'button.mark'), entry.id).toEqual([]);
			expect(textOf(only(document, '#start')), entry.id).toContain('This page has one source');
		}
	});
});

test('the dates of a meeting have only the marks of the sources that state them', () => {
	const marked = network.entries.meetings.flatMap((meeting) => {
		const page = pages.get(pathOf(meeting));
		// The source mark of the place comes after a comma.
		const [, id] =
			/<p class="lead">.*?\.<span>\u2060<button class="mark" popovertarget="([^"]+)"/s.exec(
				page?.html ?? '',
			) ?? [];
		if (!page || id === undefined) return [];
		const card = only(page.document, `#${id}`);
		const links = all(card, 'a').map((link) => attribute(link, 'href') ?? '');
		const sources = network.entries.sources.filter((source) =>
			links.some((href) => href.endsWith(pathOf(source))),
		);
		const named = sources.map(({ id }) => id).sort();
		return [{ id: meeting.id, named, stating: sourceIdsOf(citationsOf(meeting, 'dates')).sort() }];
	});
	expect(marked.length).toBeGreaterThan(0);
	expect(marked.filter(({ named, stating }) => named.join() !== stating.join())).toEqual([]);
});

test('every quote of a record is on its page, in a card or with its only source', () => {
	const missing = ofPages.flatMap((entry) => {
		const page = pages.get(pathOf(entry));
		const words = new Set((page ? all(page.document, 'q') : []).map(textOf));
		return citationsOf(entry)
			.filter(({ quote }) => quote !== undefined && !words.has(withinQuotes(quote)))
			.map(({ quote }) => ({ path: pathOf(entry), quote }));
	});
	expect(missing).toEqual([]);
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
		citationsOf(entry).flatMap(({ id, quote }) =>
			id === source?.id && quote !== undefined ? withinQuotes(quote) : [],
		),
	);
	expect(words).toEqual(expect.arrayContaining(quotes));
});
