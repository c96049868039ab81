import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { installedBrowsers } from '../../src/integrations/installed-browsers.ts';
import { pageCount, pagesOfAnchors } from '../../src/outputs/pdf.ts';
import { launchBrowser } from './chromium.ts';

const file = 'print/pcocp-public-history.pdf';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterEach(async () => {
	await context.close();
});

afterAll(async () => {
	await browser.close();
});

/** The page of the whole record, as wide as an A4 page between its margins, as it is printed. */
async function open(baseURL = inject('origin'), path = '/print/'): Promise<Page> {
	context = await browser.newContext({ baseURL, viewport: { width: 643, height: 970 } });
	const page = await context.newPage();
	await page.emulateMedia({ media: 'print' });
	await page.goto(path);
	return page;
}

/** What a style says of each of these elements, without repetition. */
const valuesOf = (page: Page, selector: string, property: string): Promise<string[]> =>
	page
		.locator(selector)
		.evaluateAll(
			(elements, name) => [
				...new Set(elements.map((element) => getComputedStyle(element).getPropertyValue(name))),
			],
			property,
		);

describe('the whole record', () => {
	test('breaks no row, statement or picture over two pages, and no heading from what it heads', async () => {
		const page = await open();
		expect(await valuesOf(page, '.whole :is(tr, figure, .note, .facts > div)', 'break-inside')).toEqual([
			'avoid',
		]);
		expect(await valuesOf(page, '.whole :is(h2, h3, h4, h5, thead, caption)', 'break-after')).toEqual([
			'avoid',
		]);
	});

	test('has nothing wider than the paper', async () => {
		const page = await open();
		const wide = await page
			.locator('.whole *')
			.evaluateAll((elements) =>
				elements
					.filter(
						(element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
					)
					.map((element) => element.outerHTML.slice(0, 100)),
			);
		expect(wide).toEqual([]);
	});

	test('leads from each of its contents, marks and links to a place in it', async () => {
		const page = await open();
		const lost = await page
			.locator('.whole a[href^="#"]')
			.evaluateAll((links) =>
				links
					.map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
					.filter((id) => !document.getElementById(id)),
			);
		expect(lost).toEqual([]);
		expect(await page.locator('.contents a').count()).toBeGreaterThan(60);
	});

	test('numbers its sources as its list does', async () => {
		const page = await open();
		const wrong = await page.locator('.whole .marks a').evaluateAll((marks) => {
			const ids = [...document.querySelectorAll('.source-list > li')].map(({ id }) => `#${id}`);
			return marks
				.filter((mark) => ids.indexOf(mark.getAttribute('href') ?? '') + 1 !== Number(mark.textContent))
				.map((mark) => mark.outerHTML);
		});
		expect(wrong).toEqual([]);
	});
});

describe('its PDF', () => {
	const path = join(inject('site'), file);

	// The site is built with an installed browser only; the packaged one that tests can fall back on does not make it.
	test.runIf(installedBrowsers().length > 0)(
		'is offered with its pages, and its contents know on which each chapter begins',
		async () => {
			const pdf = readFileSync(path, 'latin1');
			expect(pdf.startsWith('%PDF-')).toBe(true);
			const pages = pageCount(pdf);
			const page = await open();
			expect(await page.locator('[data-pdf]').textContent()).toContain(`${pages} pages`);
			expect(await page.locator('[data-pdf] a').getAttribute('href')).toBe(`/${file}`);
			const chapters = await page
				.locator('.contents > ol > li > a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
			const begins = chapters.map((id) => pagesOfAnchors(pdf).get(id) ?? 0);
			expect(begins).toEqual(begins.toSorted((a, b) => a - b));
			expect(begins[0]).toBeGreaterThan(1);
			expect(begins.at(-1)).toBeLessThanOrEqual(pages);
		},
	);

	test('is not offered where no browser made it', async () => {
		expect(existsSync(join(inject('basedSite'), file))).toBe(false);
		const page = await open(inject('basedOrigin'), '/pcocp/print/');
		expect(await page.locator('[data-pdf]').textContent()).toContain('print it from your browser');
	});
});
