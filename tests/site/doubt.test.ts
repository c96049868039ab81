import { expect, inject, test } from 'vitest';
import { addressOf, find, findAt } from '../../src/network/network.ts';
import { pathOf } from '../../src/site/paths.ts';
import { isPartOf } from '../../src/schema/dispute.ts';
import { added, addedItem } from './grown.ts';
import { all, attribute, grownRecord, linksIn, readPages, textOf, type Page } from './pages.ts';

const { network, pages } = grownRecord();

/** Returns the disputes that the marks and the summary of a page link to. */
const markedOn = (page: Page | undefined): ReadonlySet<string> =>
	page ? linksIn(page.document, 'a.doubt') : new Set();

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

test('the front page marks disputes about its facts, each once', () => {
	const marksOn = (site: string): string[] =>
		readPages(site)
			.filter(({ path }) => path === '')
			.flatMap(({ document }) => all(document, '.front a.doubt'))
			.map((mark) => attribute(mark, 'href') ?? '');
	const [own, grown] = [marksOn(inject('site')), marksOn(inject('grownSite'))];
	const dispute = pathOf(find(network, 'disputes', added.id));
	expect(grown.filter((path) => path.endsWith(dispute))).toHaveLength(1);
	for (const marks of [own, grown]) expect(new Set(marks).size).toBe(marks.length);
});

test('a page repeats a dispute only with other versions; the history of a member also repeats the versions of its joining', () => {
	const repeated = [...pages]
		.filter(([path]) => path !== '/print/')
		.flatMap(([path, { document }]) => {
			const marks = all(document, 'a.doubt')
				.map((mark) => `${attribute(mark, 'href') ?? ''} ${textOf(mark)}`)
				.filter((mark, index, every) => every.indexOf(mark) < index);
			return marks.slice(path.startsWith('/members/') ? 1 : 0).map((mark) => `${path} ${mark}`);
		});
	expect(repeated).toEqual([]);
});

test('the history of a member shows the other versions of a disputed date of joining', () => {
	const { members, disputes } = network.entries;
	const disputed = members.filter(
		({ id, joined }) =>
			joined.meeting === undefined &&
			disputes.some(({ versions }) =>
				versions.some(({ reads = [] }) =>
					reads.some(({ record, field }) => record === `members/${id}` && field === 'joined'),
				),
			),
	);
	expect(disputed.length).toBeGreaterThan(0);
	for (const member of disputed) {
		const page = pages.get(pathOf(member));
		const rows = page ? all(page.document, 'li') : [];
		const joining = rows.filter((row) => textOf(row).includes('Joined the network'));
		expect(joining.flatMap((row) => [...linksIn(row, 'a.doubt')])).not.toEqual([]);
	}
});

test('a disputed item of an agenda has its mark on the page of a theme', () => {
	const page = pages.get(`/themes/${added.id}/`);
	const rows = page ? all(page.document, 'li').filter((row) => textOf(row).includes(addedItem)) : [];
	expect(rows).toHaveLength(1);
	expect(rows.flatMap((row) => [...linksIn(row, 'a.doubt')])).toContain(
		pathOf(find(network, 'disputes', added.id)),
	);
});

test('the versions of a dispute never name two sources by the same words', () => {
	const { document } = pages.get('/disputes/') ?? {};
	const sections = document ? all(document, 'section.question') : [];
	expect(sections.length).toBeGreaterThan(0);
	for (const section of sections) {
		const links = all(section, 'a').filter((link) => attribute(link, 'href')?.includes('/sources/'));
		const addresses = Map.groupBy(links, textOf).values();
		for (const same of addresses)
			expect(new Set(same.map((link) => attribute(link, 'href')?.replace(/#.*/, ''))).size).toBe(1);
	}
});
