import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { searchRecords } from '../../src/outputs/search/records.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { published, publishedBased } from '../site/published.ts';
import { added, addedTheme } from '../site/grown.ts';
import { grownRecord } from '../site/pages.ts';
import { launchBrowser } from './chromium.ts';

const smallRecord = () => loadContent(inject('smallContent'));

let browser: Browser;
let context: BrowserContext | undefined;
/** What the browser complained of in the test that runs. */
let complaints: string[] = [];

beforeAll(async () => {
	browser = await launchBrowser();
});

afterEach(async () => {
	await context?.close();
	context = undefined;
	// Nothing of the search may break the site's policy or fail in silence.
	expect(complaints).toEqual([]);
});

afterAll(async () => {
	await browser.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	complaints = [];
	context = await browser.newContext({ baseURL: inject('smallOrigin'), ...options });
	const page = await context.newPage();
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(String(error)));
	await page.goto(path);
	return page;
}

/** Goes to the box of the page and waits until it shows results as one types. */
async function enterBox(page: Page): Promise<void> {
	await page.focus('#search-box');
	await page.waitForSelector('pagefind-searchbox input:focus');
}

/** The addresses that the box proposes for what is typed into it. */
async function proposalsFor(page: Page, query: string): Promise<(string | null)[]> {
	await enterBox(page);
	await page.keyboard.type(query);
	// They come in one by one, those further down only when they are scrolled to.
	await page.waitForFunction(() => {
		const places = [...document.querySelectorAll('.pf-searchbox-results > *')];
		return places.length > 0 && places.slice(0, 2).every((place) => place.matches('[role=option]'));
	});
	return addresses(page, 'pagefind-searchbox [role=option]');
}

const addresses = (page: Page, selector: string): Promise<(string | null)[]> =>
	page.$$eval(selector, (links) => links.map((link) => link.getAttribute('href')));

/** Waits until the search page has answered, and gives the addresses of the results that are in view. */
async function results(page: Page): Promise<(string | null)[]> {
	await page.waitForSelector('[data-found]:not([aria-busy])');
	// Results come in one by one, those further down only when they are scrolled to.
	await page.waitForFunction(() =>
		[...document.querySelectorAll('.hit')]
			.filter((hit) => {
				const { top, bottom } = hit.getBoundingClientRect();
				return bottom > 0 && top < innerHeight;
			})
			.every((hit) => hit.querySelector('a')),
	);
	return addresses(page, '.hit a');
}

const summary = (page: Page): Promise<string | null> => page.textContent('pagefind-summary');
const typed = (page: Page): Promise<string> => page.inputValue('pagefind-input input');
const ticked = (page: Page): Promise<string[]> =>
	page.$$eval('pagefind-filter-pane input:checked', (boxes) =>
		boxes.map((box) => box.getAttribute('value') ?? ''),
	);
const asked = (page: Page): string => new URL(page.url()).search;

/** Ticks or unticks a value, as a reader does: by opening its group and clicking it. */
async function tick(page: Page, value: string): Promise<void> {
	const box = page.locator(`pagefind-filter-pane input[value="${value}"]`);
	await box.evaluate((element) => {
		const group = element.closest('details');
		if (group) group.open = true;
	});
	await box.click();
	await results(page);
}

describe.each([
	['money laundering', ['/themes/money-laundering/', '/meetings/third-meeting/#money-laundering']],
	['SWF', ['/glossary/#swf', '/meetings/fourth-meeting/#ships-without-flags']],
	['firearms', ['/themes/firearms/', '/meetings/third-meeting/#firearms']],
	['Αθήνα', ['/meetings/third-meeting/']],
	['Österreich', ['/members/austria/']],
	['NOE', ['/glossary/#noe']],
	['who chaired', ['/secretariat/']],
	['When did Greece join?', ['/members/greece/']],
])('"%s"', (query, expected) => {
	test('typed into the large box of the front page, gives the right record first', async () => {
		const page = await open('/');
		const proposals = await proposalsFor(page, query);
		expect(proposals.slice(0, expected.length)).toEqual(expected);
		expect(await page.locator('.pf-searchbox-results > *').count()).toBeLessThanOrEqual(6);
	});

	test('asked for by address, gives the same on the search page', async () => {
		const page = await open(`/search/?q=${encodeURIComponent(query)}`);
		expect((await results(page)).slice(0, expected.length)).toEqual(expected);
		expect(await page.title()).toMatch(`${query} – Search – `);
	});
});

describe('the box', () => {
	test('of a header gives the same as the large one', async () => {
		const page = await open('/members/greece/');
		expect((await proposalsFor(page, 'SWF'))[0]).toBe('/glossary/#swf');
	});

	test('loads nothing of the search before a reader goes to it', async () => {
		const page = await open('about:blank');
		const requests: string[] = [];
		page.on('request', (request) => requests.push(new URL(request.url()).pathname));
		await page.goto('/');
		await page.waitForLoadState('networkidle');
		const [first, ...others] = requests.filter((path) => !/\.(css|svg)$/.test(path));
		expect([first, ...others.map((path) => path.split('.')[0])]).toEqual(['/', '/_astro/SearchBox']);
		await enterBox(page);
		expect(requests.filter((path) => path.startsWith('/pagefind/'))).not.toEqual([]);
	});

	test('keeps what is typed before the search is there', async () => {
		const page = await open('/');
		await page.route('**/pagefind/pagefind-component-ui.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue();
		});
		await page.focus('#search-box');
		await page.keyboard.type('firea');
		await page.waitForSelector('pagefind-searchbox input:focus');
		await page.keyboard.type('rms');
		expect(await page.inputValue('#search-box')).toBe('firearms');
		await page.waitForSelector('pagefind-searchbox [role=option][href="/themes/firearms/"]');
	});

	test('goes on leading to the search page when the search cannot be loaded', async () => {
		const page = await open('/');
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.focus('#search-box');
		await page.keyboard.type('firearms');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=firearms');
		await page.waitForSelector('[data-failed]:not([hidden])');
		expect(complaints).not.toEqual([]);
		complaints = [];
	});

	test('leads with Enter to all results, until an arrow key has chosen one', async () => {
		const page = await open('/');
		await proposalsFor(page, 'money laundering');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=money+laundering');
		expect(await results(page)).toContain('/themes/money-laundering/');
		expect(await typed(page)).toBe('money laundering');

		await page.goBack();
		await proposalsFor(page, 'firearms');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/meetings/third-meeting/#firearms');
	});

	test('tells a screen reader which result is chosen, and Escape closes it', async () => {
		const page = await open('/');
		await proposalsFor(page, 'firearms');
		const input = page.locator('#search-box');
		expect(await input.getAttribute('aria-expanded')).toBe('true');
		await page.keyboard.press('ArrowDown');
		const chosen = await input.getAttribute('aria-activedescendant');
		expect(await page.textContent(`[id="${chosen ?? ''}"]`)).toContain('Firearms trafficking');
		await page.keyboard.press('Escape');
		expect(await input.getAttribute('aria-expanded')).toBe('false');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
	});

	test.each(['/', '/404.html', '/meetings/'])('is on %s once, with a name', async (path) => {
		const page = await open(path);
		expect(await page.getByRole('searchbox', { name: 'Search the record' }).count()).toBe(1);
		await enterBox(page);
		expect(await page.getByRole('combobox', { name: 'Search the record' }).count()).toBe(1);
		const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('the search page', () => {
	test('leads to the anchor of an agenda item, not just to its page', async () => {
		const page = await open('/search/?q=challenges+regarding+SWFs');
		await results(page);
		await page.click('.hit a');
		await page.waitForURL('**/meetings/fourth-meeting/#ships-without-flags');
		expect(await page.locator(':target').textContent()).toContain('how to find them');
	});

	test('filters a query by kind, year, theme, country and body', async () => {
		const page = await open('/search/?q=terrorism');
		const all = await results(page);
		await tick(page, 'Agenda item');
		const items = await results(page);
		expect(items.length).toBeLessThan(all.length);
		for (const url of items) expect(url).toMatch(/^\/meetings\/.+\/#/);
		await tick(page, 'Conference');
		await tick(page, 'Greece');
		await tick(page, 'Terrorism and piracy');
		await tick(page, '2019');
		expect(await results(page)).toEqual(['/meetings/third-meeting/#terrorism']);
		expect(Object.fromEntries(new URLSearchParams(asked(page)))).toEqual({
			q: 'terrorism',
			kind: 'Agenda item',
			year: '2019',
			theme: 'Terrorism and piracy',
			country: 'Greece',
			body: 'Conference',
		});
	});

	test('filters everything when nothing is typed', async () => {
		const page = await open('/search/');
		await results(page);
		expect(await page.isVisible('[data-more]')).toBe(true);
		await tick(page, 'Money laundering');
		await tick(page, 'Agenda item');
		expect((await results(page)).sort()).toEqual([
			'/meetings/fourth-meeting/#money-laundering',
			'/meetings/third-meeting/#money-laundering',
		]);
		expect(await page.isVisible('[data-more]')).toBe(false);
	});

	test('clears all filters at once, and keeps the query', async () => {
		const page = await open('/search/?q=terrorism&kind=Agenda+item&year=2019');
		await results(page);
		expect((await ticked(page)).sort()).toEqual(['2019', 'Agenda item']);
		await page.click('[data-clear]');
		await results(page);
		expect(asked(page)).toBe('?q=terrorism');
		expect(await ticked(page)).toEqual([]);
		expect(await page.isVisible('[data-clear]')).toBe(false);
	});

	test('has query and filters in the address, and survives reload and Back', async () => {
		const page = await open('/search/');
		await results(page);
		await page.fill('pagefind-input input', 'terrorism');
		await page.waitForURL('**/search/?q=terrorism');
		await results(page);
		const found = await summary(page);
		await tick(page, 'Agenda item');
		expect(asked(page)).toBe('?q=terrorism&kind=Agenda+item');
		const narrowed = await summary(page);
		expect(narrowed).not.toBe(found);

		await page.reload();
		await results(page);
		expect([await typed(page), await summary(page), await ticked(page)]).toEqual([
			'terrorism',
			narrowed,
			['Agenda item'],
		]);

		await page.goBack();
		await results(page);
		expect(asked(page)).toBe('?q=terrorism');
		expect([await typed(page), await summary(page), await ticked(page)]).toEqual(['terrorism', found, []]);

		await page.goForward();
		await results(page);
		expect([await summary(page), await ticked(page)]).toEqual([narrowed, ['Agenda item']]);

		await page.click('.hit a');
		await page.waitForURL('**/meetings/**');
		await page.goBack();
		await results(page);
		expect([await typed(page), await summary(page), await ticked(page)]).toEqual([
			'terrorism',
			narrowed,
			['Agenda item'],
		]);
	});

	test('keeps what is typed while the search is loading', async () => {
		const page = await open('about:blank');
		await page.route('**/pagefind/pagefind.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			await route.continue();
		});
		await page.goto('/search/');
		await page.fill('pagefind-input input', 'firearms');
		await page.waitForURL('**/search/?q=firearms');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await typed(page)).toBe('firearms');
	});

	test('leaves out a filter of the address that no record has', async () => {
		const page = await open('/search/?q=firearms&kind=Nonsense&nonsense=Agenda+item');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await ticked(page)).toEqual([]);
	});

	test('offers what a mistyped query may have meant', async () => {
		const page = await open('/search/?q=firearns');
		await results(page);
		await page.click('[data-meant]:not([hidden]) a');
		await page.waitForURL('**/search/?q=firearms');
		expect(await results(page)).toContain('/themes/firearms/');
	});

	test('says in words when nothing is found', async () => {
		const page = await open('/search/?q=zzzzzzzz');
		expect(await results(page)).toEqual([]);
		expect(await summary(page)).toContain('zzzzzzzz');
		expect(await page.isVisible('[data-meant]')).toBe(false);
	});

	test('works by keyboard alone', async () => {
		const page = await open('/search/');
		await results(page);
		await page.waitForSelector('pagefind-input input:focus');
		await page.keyboard.type('terrorism');
		await page.waitForURL('**/search/?q=terrorism');
		await results(page);
		const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
			for (let times = 0; times < 40; times++) {
				await page.keyboard.press(key);
				if (await until()) return;
			}
			throw new Error(`${key} does not lead there`);
		};
		const focusIsOn = (selector: string) => (): Promise<boolean> =>
			page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
		await press('Tab', focusIsOn('pagefind-filter-pane input[value="Agenda item"]'));
		await page.keyboard.press('Space');
		await page.waitForURL('**/search/?q=terrorism&kind=Agenda+item');
		await results(page);
		await press('Tab', focusIsOn('.hit a'));
		await page.keyboard.press('Enter');
		await page.waitForURL('**/meetings/**');
	});

	test('says how many results there are, politely', async () => {
		const page = await open('/search/');
		await results(page);
		await page.fill('pagefind-input input', 'firearms');
		await page.waitForFunction(() =>
			[...document.querySelectorAll('[aria-live=polite]')].some((region) =>
				/\d+ results?/.test(region.textContent),
			),
		);
	});

	test('has one box, and no id twice', async () => {
		const page = await open('/search/?q=firearms');
		await results(page);
		expect(await page.getByRole('searchbox').count()).toBe(1);
		const ids = await page.$$eval('[id]', (elements) => elements.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});

	test.each([320, 768, 1280])('is no wider than a screen of %i pixels', async (width) => {
		const page = await open('/search/?q=terrorism', { viewport: { width, height: 800 } });
		await results(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
	});
});

test.each([
	{ width: 1280, colorScheme: 'light' },
	{ width: 320, colorScheme: 'dark' },
] as const)('axe finds nothing in the open box and in results, $width px, $colorScheme', async (look) => {
	const { width, colorScheme } = look;
	const page = await open('/', { colorScheme, viewport: { width, height: 800 } });
	const violationsIn = async (part: string): Promise<unknown[]> => {
		await page.evaluate(axe.source);
		const found = await page.evaluate<AxeResults>(`axe.run('${part}')`);
		return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
	};
	await proposalsFor(page, 'terrorism');
	await page.keyboard.press('ArrowDown');
	expect(await violationsIn('search')).toEqual([]);
	await page.goto('/search/?q=terrorism&kind=Agenda+item');
	await results(page);
	await page.locator('[data-narrow]').evaluate((element) => {
		for (const group of [element, ...element.querySelectorAll('details')]) group.setAttribute('open', '');
	});
	expect(await violationsIn('main')).toEqual([]);
});

test('everything that can be found is a page of the site, or an anchor on one', () => {
	const { network, pages } = grownRecord();
	const lost = searchRecords(network).filter(({ url }) => {
		const [path = '', anchor] = url.split('#');
		const page = pages.get(path);
		return !page || (anchor !== undefined && !page.ids.has(anchor));
	});
	expect(lost.map(({ url }) => url)).toEqual([]);
});

test('with scripts off, the box leads to a page with every theme and the lists', async () => {
	const page = await open('/', { javaScriptEnabled: false });
	await page.fill('#search-box', 'money laundering');
	await page.press('#search-box', 'Enter');
	await page.waitForURL('**/search/?q=money+laundering');
	const links = await addresses(page, 'main a');
	for (const { id } of smallRecord().records.themes) expect(links).toContain(`/themes/${id}/`);
	for (const list of ['/meetings/', '/members/', '/secretariat/', '/sources/']) expect(links).toContain(list);
	expect(await page.locator('main input').count()).toBe(0);
});

test('under a base path, the box and the page find and lead to what is below it', async () => {
	const { path } = publishedBased;
	const page = await open(path, { baseURL: inject('grownOrigin') });
	expect((await proposalsFor(page, addedTheme))[0]).toBe(`${path}themes/${added.id}/`);
	await page.keyboard.press('Enter');
	const query = addedTheme.replace(' ', '+');
	await page.waitForURL(`**${path}search/?q=${query}`);
	expect((await results(page))[0]).toBe(`${path}themes/${added.id}/`);
	await tick(page, 'Agenda item');
	expect(asked(page)).toBe(`?q=${query}&kind=Agenda+item`);
	await page.click('.hit a');
	await page.waitForURL(`**${path}meetings/${added.id}/#${added.id}`);
});

test('hostile text stays text in the box, in results and in filters', async () => {
	const hostile = '<img src=x onerror="console.log(1)"> {{ meta.label }} xyzzy';
	const content = smallRecord();
	const [first, ...others] = content.records.themes;
	if (!first) throw new Error('There are no themes');
	const theme = { ...first, data: { ...first.data, name: hostile, description: hostile } };
	const files = await buildSearchIndex(
		searchRecords(
			buildNetwork({ ...content, records: { ...content.records, themes: [theme, ...others] } }, '2022-06-15'),
		),
	);
	const page = await open('about:blank');
	await page.route('**/pagefind/*/*', answer);
	await page.route('**/pagefind/*', answer);
	async function answer(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
		const path = new URL(route.request().url()).pathname.slice(`${published.path}pagefind/`.length);
		const file = files.find((candidate) => candidate.path === path);
		const contentType = path.endsWith('.css')
			? 'text/css'
			: path.endsWith('.js')
				? 'text/javascript'
				: undefined;
		await route.fulfill({ body: Buffer.from(file?.content ?? ''), ...(contentType && { contentType }) });
	}
	await page.goto('/');
	await proposalsFor(page, 'xyzzy');
	expect(await page.textContent('pagefind-searchbox [role=option]')).toContain(hostile);
	await page.goto('/search/?q=xyzzy');
	await results(page);
	expect(await page.textContent('.hit a')).toBe(hostile);
	expect(await page.textContent('.hit .excerpt')).toContain('<img src=x');
	expect(
		await page.$$eval('pagefind-filter-pane input', (boxes) => boxes.map((box) => box.getAttribute('value'))),
	).toContain(hostile);
	expect(await page.locator('main img').count()).toBe(0);
});
