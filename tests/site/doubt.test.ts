import { expect, inject, test } from 'vitest';
import { addressOf, find, findAt } from '../../src/network/network.ts';
import { pathOf } from '../../src/site/paths.ts';
import { isPartOf } from '../../src/schema/dispute.ts';
import { added, addedItem } from './grown.ts';
import { all, grownRecord, linksIn, readPages, textOf, type Page } from './pages.ts';

const { network, pages } = grownRecord();

/** Returns the disputes that the marks and the summary of a page link to. */
const markedOn = (page: Page | undefined): ReadonlySet<string> =>
	page ? linksIn(page.document, 'a.doubt, details.differ a') : new Set();

test('every disputed value has a mark on the page of its record', () => {
	const unmarked = network.entries.disputes.flatMap((dispute) =>
		dispute.about
			.map(({ record, field }) => ({ entry: findAt(network, record), field }))
			.filter(({ entry }) => {
				const marks = markedOn(pages.get(pathOf(entry).replace(/#.*/, '')));
				return !marks.has(pathOf(dispute));
			})
			.map(({ entry, field }) => ({ question: dispute.id, record: addressOf(entry), field })),
	);
	expect(unmarked).toEqual([]);
});

test.each([
	['/meetings/', 'meetings', ['dates', 'place']],
	['/timeline/', 'meetings', ['dates', 'place']],
	['/timeline/', 'members', ['joined']],
	['/members/', 'members', ['joined']],
	['/members/', 'offices', ['name']],
] as const)('the list at %s marks disputed fields of the %s: %j', (path, kind, fields) => {
	const marks = markedOn(pages.get(path));
	const expected = network.entries.disputes.filter(({ about }) =>
		about.some(
			({ record, field }) =>
				record.startsWith(`${kind}/`) &&
				field !== undefined &&
				fields.some((shown) => isPartOf(field, shown)),
		),
	);
	expect(expected.length).toBeGreaterThan(0);
	expect(expected.filter((dispute) => !marks.has(pathOf(dispute))).map(({ id }) => id)).toEqual([]);
});

test('the front page marks disputes about the last meeting, each once', () => {
	const marksOn = (site: string): string[][] =>
		readPages(site)
			.filter(({ path }) => path === '')
			.flatMap(({ document }) => all(document, '.now dd'))
			.map((each) => all(each, 'a.doubt').map(textOf));
	const [own, grown] = [marksOn(inject('site')), marksOn(inject('grownSite'))];
	expect(grown.flat()).toContain('sources differ: When and where did the network meet for the last time?');
	expect([...own, ...grown].filter(({ length }) => length > 1)).toEqual([]);
});

test.each([`/meetings/${added.id}/`, `/themes/${added.id}/`])(
	'an item of an agenda that is in doubt by itself has a mark of its own at %s',
	(path) => {
		const page = pages.get(path);
		const items = page
			? all(page.document, 'li').filter(
					(item) => item.textContent.includes(addedItem) && all(item, 'li').length === 0,
				)
			: [];
		expect(items).toHaveLength(1);
		const marks = items.flatMap((item) => [...linksIn(item, 'a.doubt')]);
		expect(marks).toContain(pathOf(find(network, 'disputes', added.id)));
	},
);
