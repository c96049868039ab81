import { expect, test } from 'vitest';
import { chaptersOf, documentPages, entriesIn, restsBelow } from '../../../src/network/document.ts';
import { addressOf, find } from '../../../src/network/network.ts';
import { networkOf, oneOfEach } from './content.ts';

test('the document is one page while the record is small, and tells of every record but the sources', () => {
	const network = networkOf(oneOfEach);
	const [page, ...others] = documentPages(network);
	expect(others).toEqual([]);
	const told = entriesIn(network, page?.chapters ?? {}).map(addressOf);
	expect([...told, 'sources/account'].sort()).toEqual([...network.byAddress.keys()].sort());
});

test('the document goes on in parts, each with its chapter, and leaves no record out', () => {
	const many = Object.fromEntries(
		Array.from({ length: 500 }, (_, index) => [`m${String(index)}`, { dates: String(1900 + (index % 100)) }]),
	);
	const network = networkOf({ ...oneOfEach, meetings: many });
	const [first, ...parts] = documentPages(network);
	expect(first).toMatchObject({ path: '/print/', chapters: {} });
	expect(parts.map(({ path }) => path)).toEqual(
		expect.arrayContaining([
			'/print/members/',
			'/print/meetings/',
			'/print/meetings/1990s/',
			'/print/timeline/',
		]),
	);
	const told = parts.flatMap(({ chapters }) => entriesIn(network, chapters)).map(addressOf);
	expect([...told, 'sources/account'].sort()).toEqual([...network.byAddress.keys()].sort());
});

test('the document is one page up to five hundred records', () => {
	const count = (themes: number) =>
		documentPages(
			networkOf({
				themes: Object.fromEntries(Array.from({ length: themes }, (_, index) => [`t${String(index)}`, {}])),
			}),
		).length;
	expect(count(499)).toBe(1);
	expect(count(500)).toBeGreaterThan(1);
});

test('a chapter is called as its list is, and begins below the document at the path of the list', () => {
	const chapters = chaptersOf(networkOf(oneOfEach));
	expect(chapters).toContainEqual({ chapter: 'meetings', title: 'Meetings', path: '/print/meetings/' });
	expect(chapters).toContainEqual({ chapter: 'milestones', title: 'Timeline', path: '/print/timeline/' });
});

test('a record rests on what is shown with it too: a member on its offices’ sources, a theme on its items’', () => {
	const network = networkOf({
		...oneOfEach,
		sources: { office: {}, item: {} },
		offices: { office: { country: 'greece', sources: ['office'] }, other: { country: 'serbia' } },
		meetings: {
			meeting: {
				dates: '2018-06',
				agenda: [{ id: 'item', title: 'Item', wording: 'published', themes: ['this'], sources: ['item'] }],
			},
		},
	});
	const below = (kind: 'members' | 'themes' | 'documents', id: string) =>
		new Set(restsBelow(network, find(network, kind, id)).map((citation) => citation.id));
	expect(below('members', 'greece')).toEqual(new Set(['account', 'office']));
	expect(below('themes', 'this')).toEqual(new Set(['account', 'item']));
	expect(below('documents', 'this')).toEqual(new Set(['account']));
});
