import { describe, expect, inject, test } from 'vitest';
import { reachable } from './lengthened.ts';
import { all, attribute, isMoved, only, type Page, readPages, textOf } from './pages.ts';
import { published } from './published.ts';

/*
 * The extended record has no repository, contact or publisher. The small record has a repository, and the lengthened record has a contact.
 */

const { contact, publisher } = reachable;

const pagesIn = (site: string): Page[] => readPages(site).filter((page) => !isMoved(page));

/** Words that suggest that readers can reach the editors. */
const promise =
	/report a mistake|report something|tell us|send (?:us|it|them|a source)|(?:contact|address of|reach) the (?:editors|publisher)|has their address|open (?:an|a new) issue|you can help|on GitHub|the repository/i;

const promisesIn = ({ file, document }: Page): string[] => {
	const description = attribute(only(document, 'meta[name="description"]'), 'content') ?? '';
	// The forms quote the English texts of other languages.
	const body = textOf(only(document, 'body')).replaceAll(/In English: “[^”]*”/g, '');
	const found = promise.exec(`${description} ${body}`);
	return found ? [`${file}: ${found[0]}`] : [];
};

const reportsOn = ({ document }: Page): (string | undefined)[] =>
	all(document, 'a')
		.filter((link) => textOf(link) === 'Report a mistake')
		.map((link) => attribute(link, 'href'));

const aboutIn = (site: string): string =>
	pagesIn(site)
		.filter(({ path }) => path === 'about/')
		.map(({ document }) => textOf(only(document, 'main')))
		.join('');

test('without a repository and a contact, no page promises a way to reach the editors', () => {
	const pages = pagesIn(inject('grownSite'));
	expect(pages.length).toBeGreaterThan(100);
	expect(pages.flatMap(promisesIn)).toEqual([]);
});

describe('every page has a link for reporting a mistake', () => {
	test('to the issue form of the repository, with the address of the page', () => {
		const pages = pagesIn(inject('smallSite')).filter(({ path }) => !path.endsWith('404.html'));
		expect(pages.length).toBeGreaterThan(50);
		for (const page of pages) {
			const [form, ...others] = reportsOn(page).map((link) => new URL(link ?? ''));
			expect(others, page.file).toEqual([]);
			expect(`${form?.origin ?? ''}${form?.pathname ?? ''}`).toBe(
				'https://github.com/example/history/issues/new',
			);
			expect(form?.searchParams.get('record'), page.file).toBe(`${published.site}/${page.path}`);
		}
	});

	test('to the contact of the editors', () => {
		for (const page of pagesIn(inject('longSite'))) expect(reportsOn(page), page.file).toEqual([contact]);
	});
});

test('reference managers read the publisher as one name, not as a first and a last name', () => {
	const creators = pagesIn(inject('longSite')).flatMap(({ document }) =>
		all(document, 'meta[name="dc.creator"]').map((tag) => attribute(tag, 'content')),
	);
	expect(creators.length).toBeGreaterThan(50);
	expect(new Set(creators)).toEqual(new Set([`${publisher},`]));
});

test('the page about the site names the publisher, or says that there is none', () => {
	expect(aboutIn(inject('longSite'))).toContain(`Published by ${publisher}.`);
	for (const site of [inject('smallSite'), inject('grownSite')]) {
		expect(aboutIn(site)).toContain('This copy of the site does not name a publisher.');
		// The linked data of a source names the publisher of the source.
		const others = pagesIn(site).filter(({ path }) => !path.startsWith('sources/'));
		for (const { file, html } of others) expect(html, file).not.toMatch(/"(?:publisher|creator)":/);
	}
});
