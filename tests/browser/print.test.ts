import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { printPdf } from '../../src/integrations/print-pdf.ts';
import { all, attribute, only, parse, textOf } from '../site/pages.ts';
import { launchBrowser } from './chromium.ts';

const browser = await launchBrowser();

afterAll(() => browser.close());

/** The print page in print mode, with the width of A4 paper without margins. */
const page = await browser.newPage({ baseURL: inject('origin'), viewport: { width: 643, height: 970 } });
await page.emulateMedia({ media: 'print' });
await page.goto('/print/');

/** Returns the different values of a style property. */
const valuesOf = (selector: string, property: string): Promise<string[]> =>
	page
		.locator(selector)
		.evaluateAll(
			(elements, name) => [
				...new Set(elements.map((element) => getComputedStyle(element).getPropertyValue(name))),
			],
			property,
		);

describe('the print page', () => {
	test('breaks no row, statement or picture, and keeps headings with their text', async () => {
		expect(await valuesOf('.whole :is(tr, figure, .note, .facts > div)', 'break-inside')).toEqual(['avoid']);
		expect(await valuesOf('.whole :is(h2, h3, h4, h5, thead, caption)', 'break-after')).toEqual(['avoid']);
	});

	test('has no text, table or picture wider than the paper', async () => {
		const wide = await page
			.locator('.whole :is(p, ul, ol, dl, table, figure)')
			.evaluateAll((elements) =>
				elements
					.filter(
						(element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
					)
					.map((element) => element.outerHTML.slice(0, 100)),
			);
		expect(wide).toEqual([]);
	});

	test('has a target for every internal link', async () => {
		const lost = await page
			.locator('.whole a[href^="#"]')
			.evaluateAll((links) =>
				links
					.map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
					.filter((id) => !document.getElementById(id)),
			);
		expect(lost).toEqual([]);
		expect(await page.locator('.contents a').count()).toBeGreaterThan(0);
	});

	test('numbers its sources as its list does', async () => {
		const wrong = await page.locator('.whole sup a').evaluateAll((marks) => {
			const ids = [...document.querySelectorAll('.endnotes > li')].map(({ id }) => `#${id}`);
			return marks
				.filter((mark) => ids.indexOf(mark.getAttribute('href') ?? '') + 1 !== Number(mark.textContent))
				.map((mark) => mark.outerHTML);
		});
		expect(wrong).toEqual([]);
		// Without commas, "1 8" looks like note 18.
		const several = await page.locator('.whole sup:has(a + a)').allTextContents();
		expect(several.length).toBeGreaterThan(0);
		for (const numbers of several) expect(numbers).toMatch(/^\u2060\d+(, \d+)+$/);
	});
});

test('a page on paper has the letters of its list and its citation', async () => {
	const page = await browser.newPage({ baseURL: inject('origin') });
	await page.emulateMedia({ media: 'print' });
	await page.goto('/meetings/eighth-meeting/');
	const marks = page.locator('main .mark');
	const letters = await marks.evaluateAll((all) =>
		all.flatMap((mark) => (mark.checkVisibility() ? (mark.textContent.match(/[a-z]+/g) ?? []) : ['hidden'])),
	);
	const listed = await page.locator('.notes > li').count();
	expect([...new Set(letters)].sort()).toEqual('abcdefghijklmnopqrstuvwxyz'.split('').slice(0, listed));
	const reference = page.locator('.cite p').first();
	expect(await reference.evaluate((text) => text.getBoundingClientRect().height)).toBeGreaterThan(0);
	expect(await page.locator('.cite a').first().isVisible()).toBe(false);
	await page.close();
});

test('the whole record on paper says that it is independent of the network', async () => {
	expect(await page.locator('.imprint').allTextContents()).toEqual([
		expect.stringContaining('It is independent of the'),
		expect.stringMatching(/It is independent of the.*http/s),
	]);
});

test('a page on paper shows the disagreements', async () => {
	const page = await browser.newPage({ baseURL: inject('smallOrigin') });
	await page.emulateMedia({ media: 'print' });
	for (const path of ['/members/malta/', '/timeline/']) {
		await page.goto(path);
		const doubts = page.locator('main .doubt');
		expect(await doubts.count(), path).toBeGreaterThan(0);
		const unseen = await doubts.evaluateAll((parts) =>
			parts.filter((part) => !part.checkVisibility()).map((part) => part.textContent.trim()),
		);
		expect(unseen, path).toEqual([]);
	}
	await page.close();
});

describe('its PDF', () => {
	test('is offered on the page once it is printed, and again after each printing', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'print-'));
		try {
			cpSync(inject('smallSite'), folder, { recursive: true });
			await printPdf(folder, browser);
			const { file, size } = await printPdf(folder, browser);
			expect(readFileSync(join(folder, file), 'latin1')).toMatch(/^%PDF-/);
			const page = parse(readFileSync(join(folder, 'print/index.html'), 'utf8'));
			const links = all(page, '[data-pdf] a').map((link) => attribute(link, 'href') ?? '');
			expect(links.map((link) => `print/${link}`)).toEqual([file]);
			expect(textOf(only(page, '[data-pdf]'))).toContain(size);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	test('is not offered before it is printed', () => {
		const page = parse(readFileSync(join(inject('site'), 'print/index.html'), 'utf8'));
		expect(all(page, '[data-pdf] a')).toEqual([]);
		expect(textOf(only(page, '[data-pdf]'))).toContain('print this page from your browser');
	});

	test('needs a built site', async () => {
		await expect(printPdf(join(tmpdir(), 'no-site'), browser)).rejects.toThrow('Run npm run build first');
	});
});
