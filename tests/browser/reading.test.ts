import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { pathsIn, someOfEachKind, visitEach } from './visit.ts';

const paths = pathsIn(inject('site'));
const kinds = someOfEachKind(paths);

const browser = await launchBrowser();

afterAll(() => browser.close());

/** Returns the text of hidden parts, except for collapsed parts and controls. */
const hiddenContent = (page: Page, parts: string): Promise<string[]> =>
	page.locator(`main :is(${parts})`).evaluateAll((elements) =>
		elements
			.filter((element) => !element.closest('details:not([open]) > :not(summary)'))
			.filter((element) => !element.closest('[hidden], template, nav, form, search, :has(> form)'))
			.filter((element) => element.textContent.trim() !== '')
			// If a row has no box, checks its cells instead.
			.map((element) =>
				getComputedStyle(element).display === 'contents' ? (element.firstElementChild ?? element) : element,
			)
			.filter((element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
			.map((element) => element.textContent.trim()),
	);

const facts = 'h1, h2, h3, li, dt, dd, th, td, caption, figcaption, time';

describe('with scripts off', () => {
	const settings = { baseURL: inject('origin'), javaScriptEnabled: false };

	test('every kind of page shows its content, and on paper without navigation and search', async () => {
		const faults: { path: string; hidden?: string[]; shown?: number; hiddenOnPaper?: string[] }[] = [];
		const short: string[] = [];
		await visitEach(browser, settings, kinds, async (page, path) => {
			await page.emulateMedia({ media: 'screen' });
			await page.goto(path);
			const hidden = await hiddenContent(page, `${facts}, p`);
			if (hidden.length > 0) faults.push({ path, hidden });
			// Requires more than a heading and two sentences.
			if ((await page.locator('main').innerText()).length < 200) short.push(path);
			await page.getByRole('heading', { level: 1 }).waitFor();

			await page.emulateMedia({ media: 'print' });
			// Ignores the table of contents and the line of meetings.
			const shown = await page
				.locator(
					'nav:not(.strip):visible:has(a:not([href^="#"])), search:visible, form:visible, button:not(.mark):visible',
				)
				.count();
			const hiddenOnPaper = await hiddenContent(page, facts);
			// Hints are not needed on paper, but most text is not a hint.
			const hiddenHints = await hiddenContent(page, 'p');
			const paragraphs = await page.locator('main p:visible').count();
			if (hiddenHints.length > paragraphs) hiddenOnPaper.push(...hiddenHints);
			// On paper, the search page only has a heading.
			if (path !== '/search/' && (shown > 0 || hiddenOnPaper.length > 0))
				faults.push({ path, shown, hiddenOnPaper });
		});
		expect(faults).toEqual([]);
		expect(short).toEqual([]);
	});

	test('a record can be reached from the front page by links alone', async () => {
		const page = await browser.newPage({ ...settings, baseURL: inject('smallOrigin') });
		await page.goto('/');
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Meetings' }).click();
		await page
			.getByRole('main')
			.getByRole('link', { name: /^Third meeting/ })
			.first()
			.click();
		await page.getByRole('heading', { level: 1, name: 'Third meeting' }).waitFor();
		await page.getByRole('main').getByRole('link', { name: 'Greece', exact: true }).first().click();
		await page.getByRole('heading', { level: 1, name: 'Greece' }).waitFor();
		expect(new URL(page.url()).pathname).toBe('/members/greece/');
		await page.close();
	});
});

test('the page of a meeting shows date and place in the same style, for one day or several', async () => {
	const dates = new Map<string, boolean>();
	const meetings = pathsIn(inject('smallSite')).filter((path) => /^\/meetings\/[^/]+-meeting\/$/.test(path));
	await visitEach(browser, { baseURL: inject('smallOrigin') }, meetings, async (page, path) => {
		await page.goto(path);
		const date = page.locator('.lead').locator('time, .date').first();
		const [words, isAsDark] = await date.evaluate((element) => [
			element.textContent,
			getComputedStyle(element).color === getComputedStyle(element.parentElement ?? element).color,
		]);
		dates.set(words, isAsDark);
	});
	expect([...dates.keys()].some((words) => words.includes('–'))).toBe(true);
	expect([...dates].filter(([, isAsDark]) => !isAsDark)).toEqual([]);
});

describe('on paper', () => {
	test('text is dark on white, even from a dark screen', async () => {
		const page = await browser.newPage({ baseURL: inject('smallOrigin'), colorScheme: 'dark' });
		await page.goto('/meetings/third-meeting/');
		const textColour = (): Promise<number[]> =>
			page
				.locator('main p')
				.first()
				.evaluate((element) => {
					const canvas = new OffscreenCanvas(1, 1).getContext('2d');
					if (!canvas) throw new Error('The browser draws nothing.');
					canvas.fillStyle = getComputedStyle(element).color;
					canvas.fillRect(0, 0, 1, 1);
					return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
				});
		expect(Math.min(...(await textColour()))).toBeGreaterThan(128);
		await page.emulateMedia({ media: 'print' });
		expect(Math.max(...(await textColour()))).toBeLessThan(128);
		await page.close();
	});

	test('every source is printed with its address', async () => {
		const page = await browser.newPage({ baseURL: inject('smallOrigin') });
		await page.goto('/meetings/third-meeting/');
		await page.emulateMedia({ media: 'print' });
		const printed = await page
			.locator('.notes cite a')
			.evaluateAll((links) =>
				links.map((link) => link.textContent + getComputedStyle(link, '::after').content),
			);
		expect(printed.length).toBeGreaterThan(1);
		expect(printed.filter((text) => !/https?:\/\//.test(text))).toEqual([]);
		await page.close();
	});
});

test('an unknown address shows the error page with status 404', async () => {
	const page = await browser.newPage({ baseURL: inject('origin') });
	const response = await page.goto('/no/such/page/');
	expect(response?.status()).toBe(404);
	await page.getByRole('main').getByRole('link', { name: 'Meetings', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
	await page.close();
});

test('words of 220 letters widen no page', async () => {
	const wide: { path: string; width: number; content: number }[] = [];
	await visitEach(
		browser,
		{ baseURL: inject('longOrigin') },
		someOfEachKind(pathsIn(inject('longSite')), 2),
		async (page, path) => {
			await page.goto(path);
			for (const width of [320, 768, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				const content = await page.evaluate(() => document.documentElement.scrollWidth);
				if (content > width) wide.push({ path, width, content });
			}
		},
	);
	expect(wide).toEqual([]);
});
