import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { agendaItems } from '../../src/network/meetings.ts';
import { buildNetwork, type Entry, type Network } from '../../src/network/network.ts';
import { agendaItemPath, pathOf } from '../../src/network/paths.ts';
import { today } from '../../src/records/history.ts';
import { loadContent } from '../../src/records/load-content.ts';
import { compareText } from '../../src/schema/edtf.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { build, publishedBased } from './build.ts';
import { all, attribute, readPages, type Page } from './pages.ts';

/*
 * `tests/golden/addresses.txt` lists every address that was ever published: pages, and the anchors of records and agenda items.
 * `npm run addresses` adds new ones. Nothing takes one away but an editor's hand.
 */

const list = join(import.meta.dirname, '../golden/addresses.txt');

const listed = readFileSync(list, 'utf8').split('\n').filter(Boolean);

/** Where a page sends its readers on to, as a path from the root of the host. */
const targetOf = (page: Page): string | undefined => {
	const refresh = all(page.document, 'meta[http-equiv="refresh"]')[0];
	return refresh && attribute(refresh, 'content')?.replace(/^0; url=/, '');
};

/** The built pages by their path from the site's root, without the base path. */
const pagesIn = (folder: string): ReadonlyMap<string, Page> =>
	new Map(readPages(folder).map((page) => [`/${page.path}`, page]));

/**
 * Whether an address leads to what it is the address of, if need be through one page that sends on.
 *
 * @param base the path below which the site is published
 */
function leads(address: string, pages: ReadonlyMap<string, Page>, base: string): boolean {
	const [path = '', anchor] = address.split('#');
	const page = pages.get(path);
	const target = page && targetOf(page);
	const place = target === undefined ? page : pages.get(target.slice(base.length - 1));
	return place !== undefined && (!anchor || place.ids.has(anchor));
}

const anchorsOf = (network: Network): string[] => [
	...kinds
		.flatMap((kind): readonly Entry[] => network.entries[kind])
		.map(pathOf)
		.filter((path) => path.includes('#')),
	...agendaItems(network).map(({ meeting, item }) => agendaItemPath(meeting, item.id)),
];

/**
 * Whether a page follows from the dates of the record: there is one for each day on which something changed, and it goes when the
 * date is corrected. What it told then stands on the page of the day before.
 */
const followsFromDates = (path: string): boolean => /^\/as-of\/./.test(path);

test('every address that was ever published leads on to what it led to', () => {
	const pages = pagesIn(inject('site'));
	expect(
		listed.filter((address) => !leads(address, pages, '/')),
		'These published addresses lead nowhere. Give the record its former id under "aliases"; only an address that must not be kept is taken out of tests/golden/addresses.txt, by hand.',
	).toEqual([]);
});

test('every address of the site is in the list of the published ones', () => {
	const pages = [...pagesIn(inject('site'))]
		.filter(([path, page]) => path !== '/404.html' && targetOf(page) === undefined && !followsFromDates(path))
		.map(([path]) => path);
	const addresses = [...pages, ...anchorsOf(buildNetwork(loadContent('content'), today()))];
	const added = addresses.filter((address) => !listed.includes(address));
	if (inject('isUpdating'))
		writeFileSync(list, `${[...new Set([...listed, ...added])].sort(compareText).join('\n')}\n`);
	else {
		expect(
			added,
			'These addresses are new. Once published they can never go, so look at them well, and then add them: npm run addresses',
		).toEqual([]);
	}
});

/** One record of each kind. */
const renamed = [
	'members/north-macedonia',
	'offices/croatia-uskok',
	'meetings/ninth-meeting',
	'board/board-2023-2024',
	'secretariat/serbia-2017',
	'milestones/secretariat-website-online',
	'documents/strategic-and-operational-roadmap',
	'projects/sidda-sidna-project',
	'themes/virtual-assets',
	'glossary/silver-notice',
	'disputes/austria-joined',
	'sources/uskok-faq',
];

const renamedItem = 'foreign-terrorist-fighters';

/** Renames the records in a copy of the content, as the instructions for editors say. */
function renameIn(content: string): void {
	for (const address of renamed) {
		const [, id = ''] = address.split('/');
		const file = join(content, `${address}-renamed.yaml`);
		renameSync(join(content, `${address}.yaml`), file);
		writeFileSync(file, `${readFileSync(file, 'utf8')}aliases: [${id}]\n`);
		// Wherever the id stands, but as the id of an agenda item or a former one.
		const mention = new RegExp(`(?<!(?:id:|aliases:) *\\[?)(?<=[\\s/[])${id}(?=[\\s,\\]])`, 'g');
		for (const name of globSync('**/*.yaml', { cwd: content })) {
			const text = readFileSync(join(content, name), 'utf8');
			writeFileSync(join(content, name), text.replace(mention, `${id}-renamed`));
		}
	}
	const meeting = join(content, 'meetings/ninth-meeting-renamed.yaml');
	const text = readFileSync(meeting, 'utf8');
	writeFileSync(
		meeting,
		text.replace(
			`  - id: ${renamedItem}\n`,
			`  - id: ${renamedItem}-renamed\n    aliases: [${renamedItem}]\n`,
		),
	);
}

describe('when a record of each kind and an item of an agenda are renamed', { timeout: 60_000 }, () => {
	const folder = mkdtempSync(join(tmpdir(), 'renamed-'));
	const site = join(folder, 'site');
	let pages: ReadonlyMap<string, Page>;

	beforeAll(async () => {
		const content = join(folder, 'content');
		cpSync('content', content, { recursive: true });
		renameIn(content);
		await build(site, join(folder, 'cache'), publishedBased, { CONTENT_DIR: content });
		pages = pagesIn(site);
	}, 120_000);

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	test('every published address still leads to what it led to', () => {
		expect(listed.filter((address) => !leads(address, pages, publishedBased.path))).toEqual([]);
	});

	test('a page that has moved sends on, names the new address to search engines and is in no sitemap', () => {
		const page = pages.get('/meetings/ninth-meeting/');
		const target = `${publishedBased.path}meetings/ninth-meeting-renamed/`;
		expect(page && targetOf(page)).toBe(target);
		expect(
			page && all(page.document, 'link[rel="canonical"]').map((link) => attribute(link, 'href')),
		).toEqual([`${publishedBased.site}${target}`]);
		expect(page && all(page.document, 'meta[name="robots"][content="noindex"]')).toHaveLength(1);
		const sitemap = readFileSync(join(site, 'sitemap-0.xml'), 'utf8');
		expect(sitemap).toContain('/meetings/ninth-meeting-renamed/<');
		expect(sitemap).not.toContain('/meetings/ninth-meeting/<');
	});

	test('no page of the site itself leads to an address that has moved', () => {
		const moved = [...pages].filter(([, page]) => targetOf(page) !== undefined).map(([path]) => path);
		expect(moved.length).toBeGreaterThan(0);
		const links = [...pages.values()].flatMap((page) =>
			all(page.document, 'a[href]').map((link) => attribute(link, 'href') ?? ''),
		);
		const old = moved.map((path) => `${publishedBased.path}${path.slice(1)}`);
		expect(links.filter((href) => old.includes(href.replace(/#.*/, '')))).toEqual([]);
	});
});
