import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { published, publishedBased } from './published.ts';
import { addressesOn, brokenLinks, type Page, readPages } from './pages.ts';

const builds = [
	{ name: 'at the root of a host', folder: inject('site'), address: published },
	{ name: 'under a base path', folder: inject('grownSite'), address: publishedBased },
];

describe.each(builds)('$name', ({ folder, address: { site, path } }) => {
	const pages = readPages(folder);

	test('every link, anchor and resource exists', () => {
		expect(brokenLinks(folder, { site, path })).toEqual([]);
		expect(pages.flatMap(addressesOn).length).toBeGreaterThan(pages.length);
	});

	test('every id in the linked data leads to a page, and to an element on it', () => {
		const triples = readFileSync(join(folder, 'api/v1/network.nt'), 'utf8');
		const idsOn = (page: Page): string[] =>
			[
				...(page.html + (page.path === 'data/' ? triples : '')).matchAll(/"@id":"([^"]*)"|<(https:[^>]*)>/g),
			].map(([, inPage, inTriples = '']) => inPage ?? inTriples);
		expect(brokenLinks(folder, { site, path }, idsOn)).toEqual([]);
		expect(pages.flatMap(idsOn).length).toBeGreaterThan(pages.length);
	});

	test('every internal link starts at the root, so that the error page works at any address', () => {
		const relative = pages.flatMap((page) =>
			addressesOn(page)
				.filter(({ address }) => !/^(#|(?:https?|webcal):\/\/)/.test(address) && !address.startsWith(path))
				.map(({ address }) => ({ page: page.file, address })),
		);
		expect(relative).toEqual([]);
	});
});

test('nothing is loaded from another host', () => {
	const site = inject('site');
	const loaded = readPages(site).flatMap((page) =>
		addressesOn(page)
			// Browsers do not load links. For other elements, this depends on `rel`.
			.filter(({ element }) => element !== 'a')
			.filter(({ address }) => new URL(address, published.site).origin !== published.site)
			.map(({ element, address }) => ({ page: page.file, element, address })),
	);
	expect(loaded).toEqual([]);
	const styles = globSync('**/*.css', { cwd: site });
	expect(styles).not.toEqual([]);
	for (const file of styles) {
		const css = readFileSync(join(site, file), 'utf8');
		expect(css, file).not.toMatch(/@import|url\(\s*['"]?(https?:)?\/\//i);
	}
});

test('the addresses in the guides exist', () => {
	const named = ['README.md', 'CHANGELOG.md', 'src/README.md'].flatMap((guide) =>
		[...readFileSync(guide, 'utf8').matchAll(/`(\/[^`\s]*)`/g)].map(([, address = '']) => address),
	);
	expect(named).not.toEqual([]);
	expect(named.filter((address) => !existsSync(join(inject('site'), address)))).toEqual([]);
});
