import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { buildNetwork } from '../../src/network/network.ts';
import { searchRecords } from '../../src/outputs/search/records.ts';
import { searchWordsOf } from '../../src/outputs/search/words.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { published, publishedBased } from '../site/published.ts';
import { added, addedTheme } from '../site/grown.ts';
import { grownRecord } from '../site/pages.ts';
import { launchBrowser } from './chromium.ts';

const smallRecord = () => loadContent(inject('smallContent'));

let browser: Browser;
let context: BrowserContext | undefined;
/** The console messages of the current test. */
let complaints: string[] = [];

beforeAll(async () => {
	browser = await launchBrowser();
});

afterEach(async () => {
	await context?.close();
	context = undefined;
	// There must be no errors or violations of the Content-Security-Policy.
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

/** Focuses the search box and waits for the suggestions script. On narrow screens, a button opens the box. */
async function enterBox(page: Page): Promise<void> {
	if (!(await page.isVisible('#search-box'))) await page.click('.find > summary');
	await page.focus('#search-box');
	await page.waitForSelector('#search-box[role=combobox]');
}

/** Returns the addresses that are suggested for a query. */
async function proposalsFor(page: Page, query: string): Promise<(string | null)[]> {
	await enterBox(page);
	await page.keyboard.type(query);
	await page.waitForSelector(`.suggestions[data-for=${JSON.stringify(query)}]`);
	return addresses(page, '.suggestions [role=option]');
}

const addresses = (page: Page, selector: string): Promise<(string | null)[]> =>
	page.$$eval(selector, (links) => links.map((link) => link.getAttribute('href')));

const found = '[data-found] a';

/** Waits for the search page and returns the addresses of its results. */
async function results(page: Page): Promise<(string | null)[]> {
	await page.waitForSelector('[data-answer]:not([hidden], [aria-busy])');
	return addresses(page, found);
}

const statusOf = (page: Page): Promise<string | null> => page.textContent('[data-status]');
const typed = (page: Page): Promise<string> => page.inputValue('#search-box');
const ticked = (page: Page): Promise<string[]> =>
	page.$$eval('[data-filters] input:checked', (boxes) => boxes.map((box) => box.getAttribute('value') ?? ''));
const asked = (page: Page): string => new URL(page.url()).search;

/** Opens a filter and clicks one of its values. */
async function tick(page: Page, value: string): Promise<void> {
	const box = page.locator(`[data-filters] input[value="${value}"]`);
	await box.evaluate((element) => {
		for (
			let group = element.closest('details');
			group;
			group = group.parentElement?.closest('details') ?? null
		)
			group.open = true;
	});
	await box.click();
	await results(page);
}

describe.each([
	['money laundering', ['/themes/money-laundering/', '/meetings/third-meeting/#money-laundering']],
	['SWF', ['/glossary/#swf', '/meetings/fourth-meeting/#ships-without-flags']],
	['Αθηνα', ['/meetings/third-meeting/']],
	['mony launderign', ['/themes/money-laundering/', '/meetings/third-meeting/#money-laundering']],
	['When did Greece join?', ['/members/greece/']],
])('"%s"', (query, expected) => {
	test('gives the right record first in the large box of the front page', async () => {
		const page = await open('/');
		const proposals = await proposalsFor(page, query);
		expect(proposals.slice(0, expected.length)).toEqual(expected);
		expect(proposals.length).toBeLessThanOrEqual(6);
	});

	test('gives the same on the search page by address', async () => {
		const page = await open(`/search/?q=${encodeURIComponent(query)}`);
		const all = await results(page);
		const recordsOf = (urls: readonly (string | null)[]) => [
			...new Set(urls.map((url) => url?.replace(/^(\/meetings\/.*)#.*/, '$1'))),
		];
		const first = recordsOf(expected);
		expect(recordsOf(all).slice(0, first.length)).toEqual(first);
		expect(all).toEqual(expect.arrayContaining(expected));
		expect(await page.title()).toMatch(`${query} – Search – `);
	});
});

describe('the search box', () => {
	test('gives the same results in the header as in the large box', async () => {
		const page = await open('/members/greece/');
		expect((await proposalsFor(page, 'SWF'))[0]).toBe('/glossary/#swf');
	});

	test('opens in place on a narrow screen, ready for typing', async () => {
		const page = await open('/members/greece/', { viewport: { width: 360, height: 740 } });
		expect(await page.isVisible('#search-box')).toBe(false);
		await page.getByText('Search', { exact: true }).first().click();
		// The box only gets the focus in the event after the click.
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-box');
		await page.keyboard.type('SWF');
		await page.waitForSelector('.suggestions [role=option][href="/glossary/#swf"]');
		const list = await page.locator('.suggestions').boundingBox();
		expect(list?.x).toBeGreaterThanOrEqual(0);
		expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(360);
	});

	test('shows the suggestions below the box and within the page', async () => {
		for (const [path, width] of [
			['/', 1280],
			['/', 768],
			['/', 360],
			['/members/greece/', 1280],
		] as const) {
			const page = await open(path, { viewport: { width, height: 800 } });
			await proposalsFor(page, 'Greece');
			const [list, box] = [
				await page.locator('.suggestions').boundingBox(),
				await page.locator('#search-box').boundingBox(),
			];
			if (!list || !box) throw new Error('The box has no suggestions.');
			expect(list.y).toBeGreaterThanOrEqual(box.y + box.height);
			const [left, right] = [Math.abs(list.x - box.x), Math.abs(list.x + list.width - box.x - box.width)];
			expect(Math.min(left, right), `${path} at ${String(width)} px`).toBeLessThanOrEqual(2);
			expect(list.x).toBeGreaterThan(0);
			expect(list.x + list.width).toBeLessThanOrEqual(width);
		}
	});

	test('loads no search files before it has the focus', async () => {
		const page = await open('about:blank');
		const requests: string[] = [];
		page.on('request', (request) => requests.push(new URL(request.url()).pathname));
		await page.goto('/');
		await page.waitForLoadState('networkidle');
		const scripts = requests.filter((path) => path.endsWith('.js'));
		expect(scripts.map((path) => path.split('.')[0])).toEqual(['/_astro/SearchBox']);
		expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
		await enterBox(page);
		expect(requests.filter((path) => path.startsWith('/pagefind/'))).not.toEqual([]);
	});

	test('answers a query typed while the search loads', async () => {
		const page = await open('/');
		await page.route('**/pagefind/pagefind.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue();
		});
		await page.focus('#search-box');
		await page.keyboard.type('firearms');
		await page.waitForSelector('.suggestions [role=option][href="/themes/firearms/"]');
		expect(await typed(page)).toBe('firearms');
	});

	test('shows the corrected query, and the words without results', async () => {
		const page = await open('/');
		await proposalsFor(page, 'firearns');
		expect(await page.textContent('.suggestions [role=status]')).toMatch(
			/^Showing \d+ results? for firearms\. Search for “firearns” instead\.$/,
		);
		await page.fill('#search-box', 'firearms zzzzzzzz');
		await page.waitForSelector('.suggestions[data-for="firearms zzzzzzzz"]');
		expect(await page.textContent('.suggestions [role=status]')).toMatch(
			/^Nothing found for “zzzzzzzz”\. Showing \d+ results? for firearms\.$/,
		);
	});

	test('answers a question first, and opens the page of the answer', async () => {
		const page = await open('/');
		expect((await proposalsFor(page, 'who chairs now'))[0]).toBe('/secretariat/');
		expect(await page.textContent('.suggestions [role=option]')).toMatch(/Greece, /);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/secretariat/');
	});

	test('still opens the search page if the search cannot be loaded', async () => {
		const page = await open('/');
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.focus('#search-box');
		await page.keyboard.type('firearms');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search/?q=firearms');
		await page.waitForSelector('[data-failed]:not([hidden])');
		expect(await addresses(page, '[data-ways] a:visible')).toContain('/themes/firearms/');
		expect(complaints).not.toEqual([]);
		complaints = [];
	});

	test('opens all results with Enter, or the result chosen with an arrow key', async () => {
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

	test('announces the chosen result to screen readers, and closes with Escape', async () => {
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
	test('links to the anchor of an agenda item, not just to its page', async () => {
		const page = await open('/search/?q=challenges+regarding+SWFs');
		await results(page);
		await page.click(`${found}[href*='#']`);
		await page.waitForURL('**/meetings/fourth-meeting/#ships-without-flags');
		expect(await page.locator(':target').textContent()).toContain('how to find them');
	});

	test('shows the lists before a query, and loads no search files', async () => {
		const page = await open('about:blank');
		const requests: string[] = [];
		page.on('request', (request) => requests.push(new URL(request.url()).pathname));
		await page.goto('/search/');
		await page.waitForLoadState('networkidle');
		expect(requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
		const links = await addresses(page, '[data-ways] a:visible');
		for (const path of ['/meetings/', '/themes/firearms/', '/members/greece/', '/timeline/#year-2019'])
			expect(links).toContain(path);
		await page.fill('#search-box', 'firearms');
		await page.waitForURL('**/search/?q=firearms');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await page.isVisible('[data-ways]')).toBe(false);
	});

	test('filters a query by kind, year, theme, country and body', async () => {
		const page = await open('/search/?q=terrorism');
		const all = await results(page);
		await tick(page, 'Agenda item');
		const items = await results(page);
		expect(items.length).toBeLessThan(all.length);
		for (const url of items) expect(url).toMatch(/^\/meetings\/.+\/#/);
		await tick(page, 'Whole network');
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
			body: 'Whole network',
		});
	});

	test('combines several values of one filter with “or”, and counts each', async () => {
		const page = await open('/search/?q=meeting');
		const count = async (value: string): Promise<number> =>
			Number(await page.locator(`label:has([value="${value}"]) span`).textContent());
		await results(page);
		const [themes, meetings] = [await count('Theme'), await count('Meeting')];
		await tick(page, 'Theme');
		expect(await statusOf(page)).toBe(`${themes} results.`);
		await tick(page, 'Meeting');
		expect(await statusOf(page)).toBe(`${themes + meetings} results.`);
		expect([await count('Theme'), await count('Meeting')]).toEqual([themes, meetings]);
	});

	test('lists the chosen filters, and clears one or all of them', async () => {
		const page = await open('/search/?q=terrorism&kind=Agenda+item&year=2019');
		await results(page);
		expect((await ticked(page)).sort()).toEqual(['2019', 'Agenda item']);
		await page.getByRole('button', { name: 'Clear 2019' }).click();
		await results(page);
		expect(asked(page)).toBe('?q=terrorism&kind=Agenda+item');
		expect(await ticked(page)).toEqual(['Agenda item']);
		await tick(page, '2019');
		await page.getByRole('button', { name: 'Clear all filters' }).click();
		await results(page);
		expect(asked(page)).toBe('?q=terrorism');
		expect(await ticked(page)).toEqual([]);
		expect(await page.locator('[data-chosen] button').count()).toBe(0);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
	});

	test('keeps query and filters in the address, and survives reload and Back', async () => {
		const page = await open('/search/');
		await page.fill('#search-box', 'terrorism');
		await page.waitForURL('**/search/?q=terrorism');
		await results(page);
		const all = await statusOf(page);
		await tick(page, 'Agenda item');
		expect(asked(page)).toBe('?q=terrorism&kind=Agenda+item');
		const narrowed = await statusOf(page);
		expect(narrowed).not.toBe(all);
		const state = async () => {
			await results(page);
			return [await typed(page), await statusOf(page), await ticked(page)];
		};

		await page.reload();
		expect(await state()).toEqual(['terrorism', narrowed, ['Agenda item']]);
		await page.goBack();
		expect(asked(page)).toBe('?q=terrorism');
		await page.waitForFunction((text) => document.querySelector('[data-status]')?.textContent === text, all);
		expect(await state()).toEqual(['terrorism', all, []]);
		await page.goForward();
		await page.waitForFunction(
			(text) => document.querySelector('[data-status]')?.textContent === text,
			narrowed,
		);
		await page.click(found);
		await page.waitForURL('**/meetings/**');
		await page.goBack();
		expect(await state()).toEqual(['terrorism', narrowed, ['Agenda item']]);
		await page.goBack();
		await page.goBack();
		await page.waitForSelector('[data-ways]:not([hidden])');
		expect(await typed(page)).toBe('');
	});

	test('returns to the same results and scroll position with Back', async () => {
		const page = await open('/search/?q=meeting', { viewport: { width: 400, height: 500 } });
		expect(await results(page)).toHaveLength(10);
		await page.click('[data-more]');
		await page.waitForFunction(() => document.querySelectorAll('[data-found] li').length > 10);
		const all = await results(page);
		const place = async (): Promise<number> => page.evaluate(() => Math.round(scrollY));
		await page.locator(found).last().scrollIntoViewIfNeeded();
		const before = await place();
		expect(before).toBeGreaterThan(500);
		await page.locator(found).last().click();
		await page.waitForURL((url) => url.pathname !== '/search/');
		await page.goBack();
		expect(await results(page)).toEqual(all);
		expect(Math.abs((await place()) - before)).toBeLessThan(5);
	});

	test('shows every result once, even if “Show more” is clicked twice while results load', async () => {
		const page = await open('/search/?kind=Page&kind=Agenda+item&kind=Member&kind=Theme');
		await results(page);
		const count = Number.parseInt((await statusOf(page)) ?? '', 10);
		expect(count).toBeGreaterThan(30);
		await page.route('**/fragment/**', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 200));
			await route.continue();
		});
		while (await page.isVisible('[data-more]')) {
			await page.evaluate(() => {
				for (let times = 0; times < 2; times++) document.querySelector<HTMLElement>('[data-more]')?.click();
			});
			await results(page);
		}
		const all = await addresses(page, found);
		expect(all).toHaveLength(count);
		expect(new Set(all).size).toBe(count);
	});

	test('shows only filter values with results', async () => {
		const page = await open('/search/?q=firearms');
		await results(page);
		for (const group of await page.locator('[data-filters] details').all())
			await group.evaluate((element) => {
				element.setAttribute('open', '');
			});
		const counts = await page.locator('[data-filters] label:visible > span').allTextContents();
		expect(counts.length).toBeGreaterThan(3);
		expect(counts).not.toContain('0');
		expect(await page.locator('[data-filters] label:visible', { hasText: 'Theme' }).count()).toBe(1);
		expect(await page.locator('[data-filters] label:visible', { hasText: 'Glossary entry' }).count()).toBe(0);
		const hidden = await page.locator('[data-filters] details:not(:has(label:not([hidden])))').all();
		for (const group of hidden) expect(await group.isVisible()).toBe(false);
	});

	test('does not shift the page when results appear', async () => {
		const page = await open('about:blank');
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(window, { shifts });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const path of ['/search/?q=terrorism', '/search/?q=terrorism&year=2019', '/search/']) {
			await page.goto(path);
			if (path.includes('?')) await results(page);
			await page.waitForTimeout(200);
			expect(await page.evaluate('shifts')).toEqual([]);
		}
	});

	test('keeps a query typed while the search loads', async () => {
		const page = await open('about:blank');
		await page.route('**/pagefind/pagefind.js', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			await route.continue();
		});
		await page.goto('/search/');
		await page.fill('#search-box', 'firearms');
		await page.waitForURL('**/search/?q=firearms');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await typed(page)).toBe('firearms');
	});

	test('ignores an unknown filter in the address', async () => {
		const page = await open('/search/?q=firearms&kind=Nonsense&nonsense=Agenda+item');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await ticked(page)).toEqual([]);
	});

	test('corrects a mistyped query, and says so', async () => {
		const page = await open('/search/?q=firearns');
		expect(await results(page)).toContain('/themes/firearms/');
		expect(await statusOf(page)).toMatch(
			/^Showing \d+ results? for firearms\. Search for “firearns” instead\.$/,
		);
		await page.click('[data-status] a');
		await page.waitForURL('**/search/?q=%22firearns%22');
		await page.waitForSelector('[data-answer][data-nothing]');
		expect(await statusOf(page)).toBe('Nothing found for “firearns”. Browse the themes or the glossary.');
	});

	test('answers a question above the results, with a link to the page that says the same', async () => {
		const page = await open('/search/?q=who+chaired+in+2021');
		expect(await results(page)).toContain('/secretariat/');
		const answer = page.locator('[data-direct] .lead').first();
		expect(await answer.textContent()).toMatch(/^Greece chaired the Secretariat/);
		await answer.locator('a').click();
		await page.waitForURL('**/as-of/**');
		expect(await page.textContent('.lead')).toMatch(
			/The chair of the Secretariat is derived: Greece|Greece chair(?:s|ed)/,
		);
	});

	test('shows the kind and date of each result, and the matching agenda item of a meeting', async () => {
		const page = await open('/search/?q=firearms&kind=Meeting&kind=Agenda+item');
		await results(page);
		const hits = await page.locator('[data-found] li').allInnerTexts();
		expect(hits.find((hit) => hit.includes('Meeting,'))).toMatch(/On the agenda: .*firearms[^]*2019/i);
		expect(hits.some((hit) => /firearms[^]*\nAgenda item$/i.test(hit))).toBe(true);
	});

	test('shows agenda items together, under their meeting', async () => {
		const page = await open('/search/?q=firearms');
		const meetingOf = (url: string | null) => url?.replace(/#.*/, '');
		const all = (await results(page)).filter((url) => url?.startsWith('/meetings/')).map(meetingOf);
		expect(all.length).toBeGreaterThan(new Set(all).size);
		expect(all.filter((url, index) => url !== all[index - 1])).toEqual([...new Set(all)]);
		// If the meeting is not one of the results, its name is above its items.
		await page.goto('/search/?q=firearms&kind=Agenda+item');
		await results(page);
		expect(await page.locator('[data-found] li').first().innerText()).toMatch(/^Third meeting, .+ 2019\n/);
	});

	test('says when it finds nothing, and shows the lists', async () => {
		const page = await open('/search/?q=zzzzzzzz');
		expect(await results(page)).toEqual([]);
		expect(await statusOf(page)).toBe('Nothing found for “zzzzzzzz”. Browse the themes or the glossary.');
		expect(await page.isVisible('[data-ways]')).toBe(true);
	});

	describe('if a part of the index cannot be loaded', () => {
		const part = { index: '**/pagefind/index/**', result: '**/pagefind/fragment/**' };

		test.each(Object.values(part))(
			'%s: says so instead of “Nothing found”, until it can',
			async (missing) => {
				const page = await open('about:blank');
				await page.route(missing, (route) => route.fulfill({ status: 404 }));
				await page.goto('/search/?q=firearms');
				await page.waitForSelector('[data-failed]:not([hidden])');
				expect(await page.isVisible('[data-answer]')).toBe(false);
				expect(await addresses(page, '[data-ways] a:visible')).toContain('/themes/firearms/');
				await page.unroute(missing);
				await page.fill('#search-box', 'terrorism');
				expect(await results(page)).toContain('/themes/terrorism/');
				expect(await page.isVisible('[data-failed]')).toBe(false);
				complaints = [];
			},
		);

		test('a single failure is repaired without a message', async () => {
			const page = await open('about:blank');
			let isFirst = true;
			await page.route(part.index, (route) => {
				const isMissing = isFirst;
				isFirst = false;
				return isMissing ? route.fulfill({ status: 404 }) : route.continue();
			});
			await page.goto('/search/?q=firearms');
			expect(await results(page)).toContain('/themes/firearms/');
			expect(await page.isVisible('[data-failed]')).toBe(false);
			complaints = [];
		});

		test('the further results say so, too', async () => {
			const page = await open('/search/?q=meeting');
			await results(page);
			await page.route(part.result, (route) => route.fulfill({ status: 404 }));
			await page.click('[data-more]');
			await page.waitForSelector('[data-failed]:not([hidden])');
			complaints = [];
		});

		test('the suggestions say so, and come back', async () => {
			const page = await open('/');
			await page.route(part.index, (route) => route.fulfill({ status: 404 }));
			await proposalsFor(page, 'firearms');
			expect(await page.textContent('.suggestions [role=status]')).toMatch('The search could not be loaded.');
			await page.unroute(part.index);
			await page.fill('#search-box', 'terrorism');
			await page.waitForSelector('.suggestions [role=option][href="/themes/terrorism/"]');
			complaints = [];
		});
	});

	test('works by keyboard alone', async () => {
		const page = await open('/search/');
		await page.waitForSelector('#search-box:focus');
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
		await press('Tab', focusIsOn('[data-filters] input[value="Agenda item"]'));
		await page.keyboard.press('Space');
		await page.waitForURL('**/search/?q=terrorism&kind=Agenda+item');
		await results(page);
		await press('Tab', focusIsOn(found));
		await page.keyboard.press('Enter');
		await page.waitForURL('**/meetings/**');
	});

	test('announces the number of results to screen readers', async () => {
		const page = await open('/search/');
		await page.fill('#search-box', 'firearms');
		await results(page);
		expect(await page.getByRole('status').textContent()).toMatch(/^\d+ results?\.$/);
	});

	test('has one search box and no duplicate ids', async () => {
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

test('every result is a page of the site or an anchor on one', () => {
	const { network, pages } = grownRecord();
	const lost = searchRecords(network).filter(({ url }) => {
		const [path = '', anchor] = url.split('#');
		const page = pages.get(path);
		return !page || (anchor !== undefined && !page.ids.has(anchor));
	});
	expect(lost.map(({ url }) => url)).toEqual([]);
});

test('without scripts, the search box opens a page with all themes and lists', async () => {
	const page = await open('/', { javaScriptEnabled: false });
	await page.fill('#search-box', 'money laundering');
	await page.press('#search-box', 'Enter');
	await page.waitForURL('**/search/?q=money+laundering');
	const links = await addresses(page, 'main a');
	for (const { id } of smallRecord().records.themes) expect(links).toContain(`/themes/${id}/`);
	for (const list of ['/meetings/', '/members/', '/secretariat/', '/sources/']) expect(links).toContain(list);
	expect(await page.isVisible('[data-answer]')).toBe(false);
});

test('the search works under a base path', async () => {
	const { path } = publishedBased;
	const page = await open(path, { baseURL: inject('grownOrigin') });
	expect((await proposalsFor(page, addedTheme))[0]).toBe(`${path}themes/${added.id}/`);
	await page.keyboard.press('Enter');
	const query = addedTheme.replace(' ', '+');
	await page.waitForURL(`**${path}search/?q=${query}`);
	expect((await results(page))[0]).toBe(`${path}themes/${added.id}/`);
	await tick(page, 'Agenda item');
	expect(asked(page)).toBe(`?q=${query}&kind=Agenda+item`);
	await page.click(found);
	await page.waitForURL(`**${path}meetings/${added.id}/#${added.id}`);
});

test('hostile text stays text in the box, in results and in filters', async () => {
	const hostile = '<img src=x onerror=console.log(1)> {{ meta.label }} xyzzy';
	const content = smallRecord();
	const [first, ...others] = content.records.themes;
	if (!first) throw new Error('There are no themes');
	const theme = { ...first, data: { ...first.data, name: hostile, description: `${hostile} plugh` } };
	const network = buildNetwork(
		{ ...content, records: { ...content.records, themes: [theme, ...others] } },
		'2022-06-15',
	);
	const records = searchRecords(network);
	const words = Buffer.from(JSON.stringify(searchWordsOf(network, records)));
	const files = new Map([...(await buildSearchIndex(records)), ['words.json', words]]);
	const page = await open('about:blank');
	await page.route(/\/pagefind\//, async (route) => {
		const path = new URL(route.request().url()).pathname.slice(`${published.path}pagefind/`.length);
		const contentType = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
		await route.fulfill({ body: Buffer.from(files.get(path) ?? []), contentType });
	});
	await page.goto('/');
	await proposalsFor(page, 'xyzzy');
	expect(await page.textContent('.suggestions [role=option]')).toContain(hostile);
	await page.goto('/search/?q=plugh');
	await results(page);
	expect(await page.textContent(found)).toBe(hostile);
	expect(await page.textContent('[data-found] .label')).toContain('<img src=x');
	await page.goto(`/search/?q=${encodeURIComponent('<img src=x>')}`);
	await results(page);
	expect(await page.locator('main img').count()).toBe(0);
});
