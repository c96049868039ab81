import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '../../../src/network/network.ts';
import {
	bounds,
	listPages,
	movedBelow,
	ownPage,
	pagesOf,
	pagesOfKind,
	pathsOfParts,
	stepsIn,
	stepsOfDate,
	stepsOfName,
	titleOfPart,
} from '../../../src/network/parts.ts';
import { pathOf } from '../../../src/network/paths.ts';
import { timelinePages, yearPath } from '../../../src/network/timeline.ts';
import { networkOf } from './content.ts';

/** The pages of a list of dated things with at most ten on a page. */
function pagesFor(dates: readonly string[]) {
	const pageOf = pagesOf('/list/', dates.map(stepsOfDate), 10);
	return listPages('/list/', dates, (date) => pageOf(stepsOfDate(date)));
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

describe('a list', () => {
	test('that fits its page is one page', () => {
		expect(pagesFor(times(10, (index) => String(2016 + index)))).toMatchObject([
			{ path: '/list/', parts: [], above: [], previous: undefined, next: undefined },
		]);
	});

	test('that has outgrown its page leads to its decades', () => {
		const pages = pagesFor(times(11, (index) => String(2015 + index)));
		expect(pages.map(({ path, parts }) => [path, parts.map(({ name }) => name)])).toEqual([
			['/list/', ['2010s', '2020s']],
			['/list/2010s/', []],
			['/list/2020s/', []],
		]);
		expect(pages[1]).toMatchObject({ items: ['2015', '2016', '2017', '2018', '2019'], previous: undefined });
		expect(pages[1]?.next?.path).toBe('/list/2020s/');
		expect(pages[2]?.above.map(({ path }) => path)).toEqual(['/list/']);
	});

	test('leads from a decade that has outgrown its page to its years, which hold what they have', () => {
		const pages = pagesFor([
			...times(12, (index) => `2016-${String(index + 1).padStart(2, '0')}`),
			'2017',
			'2024',
		]);
		expect(pages.map(({ path, items }) => `${path} ${String(items.length)}`)).toEqual([
			'/list/ 14',
			'/list/2010s/ 13',
			'/list/2010s/2016/ 12',
			'/list/2010s/2017/ 1',
			'/list/2020s/ 1',
		]);
		expect(pages[3]?.next?.path).toBe('/list/2020s/');
	});

	test('never loses a page when something is added, old or new', () => {
		const years = fc.array(fc.integer({ min: 2010, max: 2039 }).map(String), { maxLength: 40 });
		fc.assert(
			fc.property(years, years, (dates, added) => {
				const paths = new Set(pagesFor([...dates, ...added]).map(({ path }) => path));
				for (const { path } of pagesFor(dates)) expect(paths).toContain(path);
			}),
		);
	});

	test('goes on by letters where it is in the order of names', () => {
		const names = ['Zagreb', 'ЦАРИНА', 'áb', 'B'];
		const pageOf = pagesOf('/list/', names.map(stepsOfName), 2);
		const pages = listPages('/list/', names, (name) => pageOf(stepsOfName(name)));
		expect(pages[0]?.parts.map(({ name }) => name)).toEqual(['A', 'B', 'other', 'Z']);
	});
});

describe('a record that shares its page', () => {
	const many = bounds.records + 1;
	const meeting = { meeting: { dates: '2018-06' } };

	test('stands on the part that holds it, by its date', () => {
		const network = networkOf({
			documents: Object.fromEntries(
				times(many, (index) => [`document-${String(index)}`, { date: String(1990 + index) }]),
			),
		});
		const pages = pagesOfKind(network, 'documents');
		expect(pathOf(find(network, 'documents', 'document-0'))).toBe('/documents/1990s/#document-0');
		for (const document of network.entries.documents) {
			const [page] = pathOf(document).split('#');
			expect(pages.find(({ path }) => path === page)?.items).toContain(document);
		}
	});

	test('stands by the date of what it is about where it has none, and else by its name', () => {
		const about = Object.fromEntries(
			times(many, (index) => [`d${String(index)}`, { about: [{ record: 'meetings/meeting' }] }]),
		);
		const terms = Object.fromEntries(
			times(many, (index) => [`t${String(index)}`, { term: `Term ${String(index)}` }]),
		);
		const network = networkOf({ meetings: meeting, disputes: about, glossary: terms });
		expect(pathOf(find(network, 'disputes', 'd0'))).toBe('/disputes/2010s/2018/#d0');
		expect(pathOf(find(network, 'glossary', 't0'))).toBe('/glossary/t/#t0');
	});

	test('stands on the timeline where its year does, whatever else has happened then', () => {
		const network = networkOf({
			meetings: Object.fromEntries(
				times(bounds.events, (index) => [
					`m${String(index)}`,
					{ dates: `${String(2016 + (index % 10))}-05` },
				]),
			),
			milestones: { early: { date: '2009' }, late: { date: '2024-03' } },
		});
		expect(network.entries.milestones.map(pathOf)).toEqual([
			'/timeline/2000s/#early',
			'/timeline/2020s/#late',
		]);
		expect(yearPath(network, '2024')).toBe('/timeline/2020s/#year-2024');
		const pages = timelinePages(network, undefined);
		for (const { path, items } of pages.filter(({ parts }) => parts.length === 0)) {
			for (const { year } of items) expect(yearPath(network, year)).toBe(`${path}#year-${year}`);
		}
		expect(timelinePages(network, 'milestones').map(({ path }) => path)).toEqual(['/timeline/milestones/']);
	});
});

describe('the pages of a list', () => {
	const pages = pagesFor(times(11, (index) => String(2015 + index)));

	test('are titled by what they hold', () => {
		expect(pages.map((page) => titleOfPart('Meetings', page))).toEqual([
			'Meetings',
			'Meetings, 2010s',
			'Meetings, 2020s',
		]);
	});

	test('have the rest of their paths below the list, or below another folder', () => {
		const parts = (folder?: string) => pathsOfParts(pages, folder).map(({ params }) => params.part);
		expect(parts()).toEqual([undefined, '2010s', '2020s']);
		expect(parts('/')).toEqual(['list', 'list/2010s', 'list/2020s']);
		expect(pathsOfParts(pages).map(({ props }) => props.page)).toEqual(pages);
	});

	test('lead to each other wherever they are moved to', () => {
		const [own, first, last] = pages.map((page) => movedBelow('/print/', page));
		expect(own).toMatchObject({ path: '/print/list/', previous: undefined, next: undefined });
		expect(own?.parts.map(({ path }) => path)).toEqual(['/print/list/2010s/', '/print/list/2020s/']);
		expect(first).toMatchObject({ previous: undefined, next: { path: '/print/list/2020s/' } });
		expect(last).toMatchObject({ previous: { path: '/print/list/2010s/' }, next: undefined });
		expect(last?.above.map(({ path }) => path)).toEqual(['/print/list/']);
	});

	test('have the own page of the list first; without one there is no list', () => {
		expect(ownPage(pages).path).toBe('/list/');
		expect(() => ownPage([])).toThrow('at least its own page');
	});

	test('come in the order in which one reads on, the table of contents not among them', () => {
		expect(pages.map(({ previous, next }) => [previous?.path, next?.path])).toEqual([
			[undefined, undefined],
			[undefined, '/list/2020s/'],
			['/list/2010s/', undefined],
		]);
	});
});

test('a source has its place by the date of its publication, and by its publisher where that is not known', () => {
	const network = networkOf({
		sources: { dated: { published: '2016-05' }, undated: { publisher: 'Reuters' } },
	});
	expect(stepsIn(network, find(network, 'sources', 'dated'))).toEqual(['2010s', '2016']);
	expect(stepsIn(network, find(network, 'sources', 'undated'))).toEqual(['r']);
});
