import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { published, publishedBased } from './published.ts';
import {
	all,
	attribute,
	grownRecord,
	isMoved,
	only,
	readPages,
	textOf,
	textsWithLanguage,
	type Page,
} from './pages.ts';

const pages = readPages(inject('grownSite'));
// Pages that search engines must not list: the error page, the search page, redirects and withdrawn records.
const unlisted = [
	'404.html',
	...grownRecord().network.withdrawn.map(({ address }) => `${address.slice(1)}index.html`),
];

const contentOf = (page: Page, selector: string): string =>
	attribute(only(page.document, selector), 'content') ?? '';

/** Returns the values that several pages share, each with its pages. */
function shared(valueOf: (page: Page) => string): [string, string[]][] {
	const filesOf = Map.groupBy(pages, valueOf);
	return [...filesOf]
		.map(([value, sharing]): [string, string[]] => [value, sharing.map(({ file }) => file)])
		.filter(([, files]) => files.length > 1);
}

test('every page is valid HTML', async () => {
	const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
	const mistakes = [];
	for (const { file, html } of pages) {
		const { results } = await validator.validateString(html, file);
		for (const { messages } of results) {
			for (const { ruleId, message, selector } of messages)
				mistakes.push({ file, ruleId, message, selector });
		}
	}
	expect(mistakes).toEqual([]);
	expect(pages.length).toBeGreaterThan(1);
});

test('every page has a language, and text in other scripts has its own', () => {
	const unmarked = pages.flatMap((page) =>
		[...textsWithLanguage(only(page.document, 'html'))]
			// Addresses have no language.
			.filter(({ text }) => !/^https?:\/\//.test(text))
			.filter(({ text, language }) =>
				/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) ? language === 'en' : language === '',
			)
			.map(({ text, language }) => ({ file: page.file, text, language })),
	);
	expect(unmarked).toEqual([]);
});

test('every page has a unique title and description', () => {
	expect(shared((page) => textOf(only(page.document, 'head > title')))).toEqual([]);
	expect(shared((page) => contentOf(page, 'meta[name="description"]'))).toEqual([]);
	for (const page of pages) {
		expect(textOf(only(page.document, 'head > title')), page.file).not.toBe('');
		expect(contentOf(page, 'meta[name="description"]'), page.file).toMatch(/^\p{Lu}.{20,}\.$/u);
	}
});

test('every page has one first-level heading at the start, and skips no level after it', () => {
	for (const page of pages) {
		// In the footer, headings start again at the second level.
		const ranks = all(page.document, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
		expect(ranks[0], page.file).toBe(1);
		expect(ranks.filter((rank) => rank === 1).length, page.file).toBe(1);
		for (const [index, rank] of ranks.entries()) {
			expect(rank, `${page.file}: ${ranks.join(' ')}`).toBeLessThanOrEqual((ranks[index - 1] ?? 0) + 1);
		}
	}
});

describe.each([
	['at the root of a host', inject('site'), published],
	['under a base path', inject('grownSite'), publishedBased],
])('%s', (_name, folder, { site, path }) => {
	test('every page for search engines has its canonical address', () => {
		for (const page of readPages(folder)) {
			const canonical = all(page.document, 'link[rel="canonical"]').map((link) => attribute(link, 'href'));
			const robots = all(page.document, 'meta[name="robots"]').map((meta) => attribute(meta, 'content'));
			const isListed = !unlisted.includes(page.file) && !isMoved(page);
			expect(robots, page.file).toEqual(isListed ? [] : ['noindex']);
			// A redirect has the address of its target.
			const [, target] = isMoved(page)
				? contentOf(page, 'meta[http-equiv="refresh"]').replace(/#.*/, '').split('url=')
				: [undefined, isListed ? `${path}${page.path}` : undefined];
			expect(canonical, page.file).toEqual(target === undefined ? [] : [`${site}${target}`]);
		}
	});

	test('every page has the data for shared links, with the share image of the site', () => {
		for (const page of readPages(folder).filter((page) => !isMoved(page))) {
			const tags = new Map(
				all(page.document, 'meta[property], meta[name="twitter:card"]').map((tag) => [
					attribute(tag, 'property') ?? attribute(tag, 'name') ?? '',
					attribute(tag, 'content') ?? '',
				]),
			);
			const canonical = all(page.document, 'link[rel="canonical"]').map((link) => attribute(link, 'href'));
			expect(textOf(only(page.document, 'head > title')), page.file).toContain(tags.get('og:title'));
			expect(tags.get('og:description'), page.file).toBe(contentOf(page, 'meta[name="description"]'));
			expect(tags.get('og:type'), page.file).toBe('website');
			expect(tags.get('og:url'), page.file).toBe(canonical[0]);
			expect(tags.get('og:site_name'), page.file).toBeTruthy();
			expect(tags.get('twitter:card'), page.file).toBe('summary_large_image');
			expect(tags.get('og:image:alt'), page.file).toBeTruthy();
			expect(tags.get('og:image'), page.file).toBe(`${site}${path}share.png`);
		}
		const picture = readFileSync(join(folder, 'share.png'));
		expect(picture.toString('latin1', 1, 4)).toBe('PNG');
		// The first chunk of a PNG file contains its width and height.
		expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
	});
});

test('every citation file that a page links to has the title, the address and the date of the page', () => {
	const folder = inject('grownSite');
	const read = (link: string): string =>
		readFileSync(join(folder, link.slice(publishedBased.path.length)), 'utf8');
	const citationsIn = ({ document }: Page): string[] =>
		all(document, '.cite a')
			.map((link) => attribute(link, 'href') ?? '')
			.filter((link) => link.includes('/cite.'));
	const cited = pages.filter((page) => citationsIn(page).length > 0);
	for (const page of cited) {
		const [bibtex = '', ris = '', csl = ''] = citationsIn(page).map(read);
		const [item] = JSON.parse(csl) as [{ title: string; URL: string; issued: { 'date-parts': number[][] } }];
		const address = attribute(only(page.document, 'link[rel="canonical"]'), 'href') ?? '';
		if (page.path !== '') expect(item.title, page.file).toBe(contentOf(page, 'meta[property="og:title"]'));
		expect(item.URL, page.file).toBe(address);
		expect(bibtex, page.file).toContain(`  url = {${address}},\n`);
		expect(ris, page.file).toContain(`\r\nUR  - ${address}\r\n`);
		const [date] = all(page.document, 'meta[name="dc.date"]').map((tag) => attribute(tag, 'content'));
		if (date !== undefined)
			expect(item.issued['date-parts'], page.file).toEqual([date.split('-').map(Number)]);
	}
	expect(cited.length).toBeGreaterThan(20);
});

test('every page links to its licence, and the search page to the description of the search', () => {
	for (const page of pages.filter((page) => !isMoved(page)))
		expect(all(page.document, 'a[rel="license"]').length, page.file).toBeGreaterThan(0);
	const search = pages.filter(({ document }) => all(document, 'link[rel="search"]').length > 0);
	expect(search.map(({ file }) => file)).toEqual(['search/index.html']);
	expect(readFileSync(join(inject('grownSite'), 'opensearch.xml'), 'utf8')).toContain(
		`template="${publishedBased.site}${publishedBased.path}search/?q={searchTerms}"`,
	);
});

test('no page has styles or scripts in attributes', () => {
	for (const { file, document } of pages) {
		const attributes = all(document, '*').flatMap((element) => element.attributes.map(({ key }) => key));
		expect(attributes.length, file).toBeGreaterThan(10);
		expect(
			attributes.filter((name) => name === 'style' || name.startsWith('on')),
			file,
		).toEqual([]);
	}
});

const policyOf = (page: Page): string => contentOf(page, 'meta[http-equiv="content-security-policy"]');

test('every page has a policy that only allows files of this site, and nothing inline', () => {
	for (const page of pages) {
		const policy = policyOf(page);
		const directives = new Map(
			policy.split(';').map((directive) => {
				const [name = '', ...values] = directive.trim().split(/\s+/);
				return [name, values];
			}),
		);
		expect(directives.get('default-src'), page.file).toEqual(["'none'"]);
		expect(directives.get('base-uri'), page.file).toEqual(["'none'"]);
		for (const [name, values] of directives) {
			const allowed = ["'none'", "'self'"];
			if (name === 'img-src') allowed.push('data:');
			if (name === 'script-src') allowed.push("'wasm-unsafe-eval'");
			expect(
				values.filter((value) => !allowed.includes(value)),
				`${page.file}: ${name}`,
			).toEqual([]);
		}
		// The policy only applies to the elements after it.
		const scripts = page.html.indexOf('<script');
		if (scripts >= 0) {
			expect(page.html.indexOf('content-security-policy'), page.file).toBeLessThan(scripts);
		}
	}
});

test('the headers for servers have the policy of the pages, and the rules that only headers can set', () => {
	const headers = readFileSync(join(inject('site'), '_headers'), 'utf8');
	const [, policy] = /^ {2}Content-Security-Policy: (.+)$/m.exec(headers) ?? [];
	for (const page of pages) expect(policy, page.file).toBe(`${policyOf(page)}; frame-ancestors 'none'`);
});
