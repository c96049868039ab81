import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { published, publishedBased } from './published.ts';
import { all, attribute, readPages, type Page } from './pages.ts';

const builds = [
	{ name: 'at the root of a host', folder: inject('site'), address: published },
	{ name: 'under a base path', folder: inject('grownSite'), address: publishedBased },
];

const linkAttributes = ['href', 'src', 'action', 'data', 'poster'];

/** Every address that a page points to, with the element that does. */
const addressesOn = (page: Page): { element: string; address: string }[] =>
	linkAttributes.flatMap((name) =>
		all(page.document, `[${name}]`).map((element) => ({
			element: element.tagName,
			address: attribute(element, name) ?? '',
		})),
	);

describe.each(builds)('$name', ({ folder, address: { site, path } }) => {
	const pages = readPages(folder);
	const byFile = new Map(pages.map((page) => [page.file, page]));

	/** What is wrong with an address on a page, or `undefined`. */
	function fault(page: Page, address: string): string | undefined {
		const url = new URL(address, `${site}${path}${page.path}`);
		if (url.origin !== site) return undefined;
		if (!url.pathname.startsWith(path)) return 'leaves the path that the site is published under';
		const target = decodeURIComponent(url.pathname.slice(path.length));
		const file = target.replace(/(?<=^|\/)$/, 'index.html');
		if (!existsSync(join(folder, file))) return 'leads to no file';
		const anchor = decodeURIComponent(url.hash.slice(1));
		if (anchor !== '' && !byFile.get(file)?.ids.has(anchor)) return 'leads to no such anchor';
		return undefined;
	}

	test('every link, anchor and resource leads to something', () => {
		const links = pages.flatMap((page) =>
			addressesOn(page).map(({ address }) => ({ page: page.file, address, fault: fault(page, address) })),
		);
		expect(links.filter((link) => link.fault !== undefined)).toEqual([]);
		expect(links.length).toBeGreaterThan(pages.length);
	});

	test('every link inside the site is from its root, so that the page for errors works at any address', () => {
		const relative = pages.flatMap((page) =>
			addressesOn(page)
				.filter(({ address }) => !/^(#|https?:\/\/)/.test(address) && !address.startsWith(path))
				.map(({ address }) => ({ page: page.file, address })),
		);
		expect(relative).toEqual([]);
	});
});

test('nothing is loaded from another host', () => {
	const site = inject('site');
	const loaded = readPages(site).flatMap((page) =>
		addressesOn(page)
			// Links wait for a reader to follow them; `rel` says of the rest what a browser fetches.
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
