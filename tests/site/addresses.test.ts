import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { loadContent } from '../../src/checks/load-content.ts';
import { agendaItems } from '../../src/network/meetings.ts';
import type { Entry } from '../../src/network/network.ts';
import { agendaItemPath } from '../../src/site/paths.ts';
import { compareText } from '../../src/schema/edtf.ts';
import { publishedPath } from '../../src/schema/index.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { counted } from '../../src/schema/words.ts';
import { publishedBased } from './published.ts';
import { added, withdrawn } from './grown.ts';
import { all, attribute, grownRecord, linksIn, type Page } from './pages.ts';

/*
 * Published addresses must never disappear. `addresses.yaml` in the content lists those of records and agenda items, and
 * `tests/golden/addresses.txt` those of all other pages. `npm run addresses` adds new addresses to both lists. Only maintainers remove
 * addresses.
 */

const list = join(import.meta.dirname, '../golden/addresses.txt');

const listed = readFileSync(list, 'utf8').split('\n').filter(Boolean);

const { network, pages } = grownRecord();

const published = loadContent(inject('grownContent')).addresses?.published ?? [];

/** Returns the target of a redirect, as a path from the site's root. */
const targetOf = ({ document }: Page): string | undefined => {
	const refresh = all(document, 'meta[http-equiv="refresh"]')[0];
	return refresh && `/${attribute(refresh, 'content')?.slice(`0; url=${publishedBased.path}`.length) ?? ''}`;
};

/** Returns whether an address exists on the site, either directly or through one redirect. */
function leads(address: string): boolean {
	const [path = '', anchor] = address.split('#');
	const page = pages.get(path);
	if (withdrawnPages.has(path)) return page !== undefined;
	const target = page && targetOf(page);
	const place = target === undefined ? page : pages.get(target.replace(/#.*/, ''));
	return place !== undefined && (!anchor || place.ids.has(anchor));
}

const withdrawnPages = new Set(
	network.withdrawn.map(({ address }) => address).filter((address) => !address.includes('#')),
);

/** The addresses of all records and agenda items. */
const recordAddresses = [
	...kinds
		.flatMap((kind): readonly Entry[] => network.entries[kind])
		.map((entry) => publishedPath(entry.kind, entry)),
	...agendaItems(network).map(({ meeting, item }) => agendaItemPath(meeting, item.id)),
];

/** The addresses of the added records and the added item. */
const addedAddresses = recordAddresses.filter((address) =>
	new RegExp(`[/#](?:${added.id}|${added.language})\\b`).test(address),
);

/** Their former addresses. */
const formerAddresses = addedAddresses.map((address) => address.replace(/[^/#]+(?=\/?$)/, added.alias));

/**
 * Returns whether a page depends on dates in the record. Each day with a change has a page, which disappears if the date is corrected.
 * Readers can then use the page of an earlier day.
 */
const followsFromDates = (path: string): boolean => /^\/as-of\/./.test(path);

test('every published address still works', () => {
	expect(
		[...listed, ...published.map(({ address }) => address)].filter((address) => !leads(address)),
		'These published addresses lead nowhere. Only an address that must not be kept is taken out of its list, by hand.',
	).toEqual([]);
});

test('every new page is in the list of addresses; a warning asks to add those of new records', () => {
	const ofCode = [...pages]
		.filter(
			([path, page]) =>
				path !== '/404.html' &&
				targetOf(page) === undefined &&
				!followsFromDates(path) &&
				!recordAddresses.includes(path) &&
				!withdrawnPages.has(path) &&
				!listed.includes(path),
		)
		.map(([path]) => path);
	const known = new Set(published.map(({ address }) => address));
	const ofRecords = recordAddresses.filter((path) => !known.has(path) && !addedAddresses.includes(path));
	if (inject('isUpdating')) {
		writeFileSync(list, `${[...new Set([...listed, ...ofCode])].sort(compareText).join('\n')}\n`);
		const lines = ofRecords.map((address) => `  - ${address}\n`);
		appendFileSync(join(import.meta.dirname, '../../content/addresses.yaml'), lines.join(''));
		return;
	}
	// Must not fail, because editors who add a record in the browser cannot run commands.
	if (ofRecords.length > 0) {
		console.warn(
			`${counted(ofRecords.length, 'address of a record is', 'addresses of records are')} not in content/addresses.yaml yet, so nothing keeps them: npm run addresses`,
		);
	}
	expect(
		ofCode,
		'These addresses are new. Once published they can never go, so look at them well, and then add them: npm run addresses',
	).toEqual([]);
});

describe('if a record or an agenda item was withdrawn', () => {
	const meeting = `/meetings/${added.id}/`;

	test('the page at its address has the reason and a link, and is not in the sitemap', () => {
		const page = pages.get(`/meetings/${withdrawn.id}/`);
		if (!page) throw new Error(`There is no page /meetings/${withdrawn.id}/.`);
		const [main] = all(page.document, 'main');
		expect(main?.textContent).toContain(withdrawn.why);
		expect(main && [...linksIn(main)]).toContain(meeting);
		expect(all(page.document, 'meta[name="robots"][content="noindex"]')).toHaveLength(1);
		expect(readFileSync(join(inject('grownSite'), 'sitemap-0.xml'), 'utf8')).not.toContain(withdrawn.id);
	});

	test('only the page with its anchor shows the reason', () => {
		const saying = [...pages].filter(([, page]) => page.ids.has(withdrawn.id));
		expect(saying.map(([path]) => path)).toEqual([meeting]);
		const [note] = saying.flatMap(([, page]) => all(page.document, `#${withdrawn.id}`));
		expect(note?.textContent).toContain(withdrawn.why);
	});
});

describe('if a record of each kind and an agenda item have a new id', () => {
	test('every former address still works', () => {
		expect(formerAddresses.length).toBe(kinds.length + 1);
		expect(formerAddresses.filter((address) => !leads(address))).toEqual([]);
	});

	test.each(['members', 'meetings', 'themes', 'sources'] as const)(
		'the former page of one of the %s redirects, has the new canonical address and is not in the sitemap',
		(kind) => {
			const page = pages.get(`/${kind}/${added.alias}/`);
			if (!page) throw new Error(`There is no page /${kind}/${added.alias}/.`);
			expect(targetOf(page)).toBe(`/${kind}/${added.id}/`);
			expect(all(page.document, 'link[rel="canonical"]').map((link) => attribute(link, 'href'))).toEqual([
				`${publishedBased.site}${publishedBased.path}${kind}/${added.id}/`,
			]);
			expect(all(page.document, 'meta[name="robots"][content="noindex"]')).toHaveLength(1);
			const sitemap = readFileSync(join(inject('grownSite'), 'sitemap-0.xml'), 'utf8');
			expect(sitemap).toContain(`/${kind}/${added.id}/<`);
			expect(sitemap).not.toContain(`/${kind}/${added.alias}/<`);
		},
	);

	test('no page links to a former address', () => {
		const moved = new Set(
			[...pages].filter(([, page]) => targetOf(page) !== undefined).map(([path]) => path),
		);
		const links = [...pages.values()].flatMap(({ document }) => [...linksIn(document)]);
		expect(links.filter((href) => moved.has(href.replace(/#.*/, '')))).toEqual([]);
	});
});
