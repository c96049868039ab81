import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { counted } from '../../src/network/labels.ts';
import { agendaItems } from '../../src/network/meetings.ts';
import { buildNetwork, type Entry } from '../../src/network/network.ts';
import { agendaItemPath, pathOf } from '../../src/network/paths.ts';
import { today } from '../../src/records/history.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { compareText } from '../../src/schema/edtf.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { build, publishedBased } from './build.ts';
import { all, attribute, readPages, type Page } from './pages.ts';

/*
 * `tests/golden/addresses.txt` lists every address that was ever published: pages, and the anchors of records and agenda items.
 * `npm run addresses` adds new ones. Nothing takes one away but a maintainer's hand.
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

const network = buildNetwork(loadContent('content'), today());

/** The addresses of all records and agenda items. */
const recordAddresses = [
	...kinds.flatMap((kind): readonly Entry[] => network.entries[kind]).map(pathOf),
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

test('every page that the code adds is in the list; for new records the list is asked to be brought up to date', () => {
	const pages = [...pagesIn(inject('site'))]
		.filter(([path, page]) => path !== '/404.html' && targetOf(page) === undefined && !followsFromDates(path))
		.map(([path]) => path);
	const isNew = (address: string): boolean => !listed.includes(address);
	const added = [...pages, ...recordAddresses].filter(isNew);
	if (inject('isUpdating')) {
		writeFileSync(list, `${[...new Set([...listed, ...added])].sort(compareText).join('\n')}\n`);
		return;
	}
	// Whoever adds a record in the browser cannot run a command, and shall not be kept from it. A new year comes with a record.
	const followsFromRecords = (address: string): boolean =>
		recordAddresses.includes(address) || /^\/years\/./.test(address);
	const [ofRecords, ofCode] = [
		added.filter(followsFromRecords),
		added.filter((path) => !followsFromRecords(path)),
	];
	if (ofRecords.length > 0) {
		console.warn(
			`${counted(ofRecords.length, 'address of a record is', 'addresses of records are')} not in tests/golden/addresses.txt yet, so nothing keeps them: npm run addresses`,
		);
	}
	expect(
		ofCode,
		'These addresses are new. Once published they can never go, so look at them well, and then add them: npm run addresses',
	).toEqual([]);
});

/** One record of each kind, whose id no other kind has, so that its references are easily told. */
const renamed = kinds.map((kind) => {
	const record = network.entries[kind].find(
		(entry: Entry) =>
			entry.aliases === undefined &&
			kinds.every((other) => other === kind || !network.byAddress.has(`${other}/${entry.id}`)),
	);
	if (!record) throw new Error(`Of ${kind} there is no record to rename.`);
	return record;
});

/** The first item of an agenda. */
const [renamedItem] = agendaItems(network).filter(({ item }) => item.aliases === undefined);

const afterwards = (id: string): string => `${id}-renamed`;

/** Renames the records and the item in a copy of the content, as the instructions for editors say. */
function renameIn(content: string): void {
	if (renamedItem) {
		const file = join(content, `meetings/${renamedItem.meeting.id}.yaml`);
		const { id } = renamedItem.item;
		const renaming = `  - id: ${afterwards(id)}\n    aliases: [${id}]\n`;
		writeFileSync(file, readFileSync(file, 'utf8').replace(`  - id: ${id}\n`, renaming));
	}
	for (const { kind, id } of renamed) {
		const file = join(content, kind, `${afterwards(id)}.yaml`);
		renameSync(join(content, kind, `${id}.yaml`), file);
		writeFileSync(file, `${readFileSync(file, 'utf8')}aliases: [${id}]\n`);
		// Wherever the id stands, but as the id of an agenda item or a former one.
		const mention = new RegExp(`(?<!(?:id:|aliases:) *\\[?)(?<=[\\s/[])${id}(?=[\\s,\\]])`, 'g');
		for (const name of globSync('**/*.yaml', { cwd: content })) {
			const text = readFileSync(join(content, name), 'utf8');
			writeFileSync(join(content, name), text.replace(mention, afterwards(id)));
		}
	}
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

	test.each(['members', 'meetings', 'themes', 'sources'] as const)(
		'the page of one of the %s sends on, names its new address to search engines and is in no sitemap',
		(kind) => {
			const { id = '' } = renamed.find((entry) => entry.kind === kind) ?? {};
			const page = pages.get(`/${kind}/${id}/`);
			if (!page) throw new Error(`There is no page /${kind}/${id}/.`);
			const target = `${publishedBased.path}${kind}/${afterwards(id)}/`;
			expect(targetOf(page)).toBe(target);
			expect(all(page.document, 'link[rel="canonical"]').map((link) => attribute(link, 'href'))).toEqual([
				`${publishedBased.site}${target}`,
			]);
			expect(all(page.document, 'meta[name="robots"][content="noindex"]')).toHaveLength(1);
			const sitemap = readFileSync(join(site, 'sitemap-0.xml'), 'utf8');
			expect(sitemap).toContain(`/${kind}/${afterwards(id)}/<`);
			expect(sitemap).not.toContain(`/${kind}/${id}/<`);
		},
	);

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
