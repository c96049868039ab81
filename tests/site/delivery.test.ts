import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { buildNetwork } from '../../src/network/network.ts';
import { versionInWords } from '../../src/site/cite.ts';
import { pathOf } from '../../src/site/paths.ts';
import { mediaTypeOf } from '../../src/site/web-server.ts';
import { editionOf, lastChanges, today } from '../../src/records/history.ts';
import { dateInWords } from '../../src/schema/dates.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { published, publishedBased } from './published.ts';
import { all, attribute, isMoved, only, parse, readPages, textOf, type Page } from './pages.ts';

const site = inject('site');

const builds = [
	['at the root of a host', site, published],
	['under a base path', inject('grownSite'), publishedBased],
] as const;

/** Returns the sorted paths of the files in a folder, with slashes. */
const filesIn = (folder: string): string[] =>
	globSync('**/*', { cwd: folder })
		.filter((file) => statSync(join(folder, file)).isFile())
		.map((file) => file.replaceAll('\\', '/'))
		.sort();

/** Returns the texts of all XML elements with a given name. */
const valuesOf = (xml: string, name: string): string[] =>
	[...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);

/** Returns the entries of the sitemaps of a site, with their dates. */
function sitemapOf(folder: string, address: string): { page: string; changed: string | undefined }[] {
	const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
	return valuesOf(read('sitemap-index.xml'), 'loc')
		.flatMap((sitemap) => read(sitemap.slice(address.length)).match(/<url>.*?<\/url>/gs) ?? [])
		.map((entry) => ({
			page: valuesOf(entry, 'loc')[0] ?? '',
			changed: valuesOf(entry, 'lastmod')[0]?.slice(0, 10),
		}));
}

describe.each(builds)('%s', (_name, folder, address) => {
	const root = `${address.site}${address.path}`;

	test('the sitemap lists exactly the pages for search engines', () => {
		const listed = readPages(folder)
			.filter(({ document }) => all(document, 'meta[name="robots"][content="noindex"]').length === 0)
			.flatMap(({ document }) =>
				all(document, 'link[rel="canonical"]').map((link) => attribute(link, 'href')),
			);
		expect(
			sitemapOf(folder, root)
				.map(({ page }) => page)
				.sort(),
		).toEqual(listed.sort());
	});

	test('robots.txt allows everything and links to the sitemap', () => {
		const robots = readFileSync(join(folder, 'robots.txt'), 'utf8');
		expect(robots).toMatch(/^User-agent: \*\nAllow: \/\n/);
		expect(robots).toContain(`Sitemap: ${root}sitemap-index.xml`);
		expect(existsSync(join(folder, 'sitemap-index.xml'))).toBe(true);
	});

	test('every page has an SVG icon', () => {
		for (const { file, document } of readPages(folder)) {
			const href = attribute(only(document, 'link[rel="icon"]'), 'href') ?? '';
			expect(href.startsWith(address.path), file).toBe(true);
			const icon = readFileSync(join(folder, href.slice(address.path.length)), 'utf8');
			expect(only(parse(icon), 'svg').childElements.length, file).toBeGreaterThan(0);
		}
	});
});

test('the date of a page in the sitemap is that of the latest change of its records', () => {
	const changes = lastChanges('content');
	const days = new Set(changes.values());
	const network = buildNetwork(loadContent('content'), today());
	const changedOn = new Map(
		sitemapOf(site, `${published.site}/`).map(({ page, changed }) => [page, changed]),
	);
	for (const kind of ['members', 'meetings', 'themes', 'sources'] as const) {
		for (const entry of network.entries[kind]) {
			const own = changes.get(`${kind}/${entry.id}`);
			const shown = changedOn.get(`${published.site}${pathOf(entry)}`);
			// In a shallow clone, the date would be wrong.
			if (own === undefined) expect(shown, entry.id).toBeUndefined();
			else {
				expect(shown !== undefined && shown >= own && days.has(shown), `${entry.id}: ${String(shown)}`).toBe(
					true,
				);
			}
		}
	}
});

test('the footer of every page and its citation have the version', () => {
	const edition = editionOf('content');
	const network = { ...buildNetwork(loadContent('content'), today()), edition };
	for (const page of readPages(site).filter((page) => !isMoved(page))) {
		// Pages in other languages have a footer of their own (see `languages.test.ts`).
		if (attribute(only(page.document, 'html'), 'lang') !== 'en') continue;
		const foot = textOf(only(page.document, 'body > footer'));
		expect(foot, page.file).toContain(
			edition ? `Version of ${dateInWords(edition.day)}, ` : 'State of the record: ',
		);
		if (page.html.includes('Cite this page')) expect(page.html, page.file).toContain(versionInWords(network));
	}
});

const kibibyte = 1024;

/** Returns the compressed size of each page with its styles, largest first. Leaves out the print page. */
function weightsOf(folder: string): { file: string; weight: number }[] {
	const compressed = new Map<string, number>();
	const weightOfFile = (file: string): number => {
		const weight = compressed.get(file) ?? brotliCompressSync(readFileSync(join(folder, file))).length;
		compressed.set(file, weight);
		return weight;
	};
	const stylesOf = (page: Page): string[] =>
		all(page.document, 'link[rel="stylesheet"]').map((link) => (attribute(link, 'href') ?? '').slice(1));
	const weights = readPages(folder)
		.filter(({ file }) => file !== 'print/index.html')
		.map((page) => ({
			file: page.file,
			weight: [page.file, ...new Set(stylesOf(page))].reduce((sum, file) => sum + weightOfFile(file), 0),
		}))
		.sort((a, b) => b.weight - a.weight);
	const [heaviest] = weights;
	console.info(
		`The heaviest page is ${heaviest?.file ?? ''}: ${heaviest?.weight ?? 0} bytes with its styles.`,
	);
	return weights;
}

// Limits the overhead of pages, and not the length of records.
test('no page of a small record weighs more than 11 KiB with its styles, no form more than 14, and half of all 8.5', () => {
	const weights = weightsOf(inject('smallSite'));
	const limitOf = (file: string): number => (/^contribute\/[^/]+\/index/.test(file) ? 14 : 11) * kibibyte;
	expect(weights.filter(({ file, weight }) => weight > limitOf(file))).toEqual([]);
	expect(weights[Math.floor(weights.length / 2)]?.weight).toBeLessThanOrEqual(8.5 * kibibyte);
});

test('a build on another day, in another place, with a used cache and through a link has the same bytes', () => {
	const repeated = inject('repeatedSite');
	expect(filesIn(repeated)).toEqual(filesIn(site));
	const different = filesIn(site).filter(
		(file) => !readFileSync(join(site, file)).equals(readFileSync(join(repeated, file))),
	);
	expect(different).toEqual([]);
});

test('servers know the media type of every file, except for the binary files of the search', () => {
	const endings = new Set(filesIn(site).map((file) => extname(file).slice(1)));
	const unknown = [...endings].filter((ending) => mediaTypeOf(ending) === 'application/octet-stream');
	expect(unknown.filter((ending) => !/^$|^pagefind$|^pf_/.test(ending))).toEqual([]);
});

test('no file contains the path of the build folder', () => {
	const telling = filesIn(site).filter((file) => readFileSync(join(site, file)).includes(process.cwd()));
	expect(telling).toEqual([]);
});
