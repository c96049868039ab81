import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { someOfEachKind, pathsIn, visitEach } from './visit.ts';

const browser = await launchBrowser();
let page: Page;

afterAll(() => browser.close());

beforeEach(async () => {
	page = await browser.newPage({ baseURL: inject('smallOrigin') });
});

afterEach(async () => {
	await page.close();
});

/** Returns the names of all visible focusable elements, in page order. */
const controlsOf = (within: string): Promise<string[]> =>
	page
		.locator(within)
		.locator(':is(a[href], button, input, summary):not([tabindex="-1"])')
		.evaluateAll((elements) =>
			elements
				.filter((element) => element.checkVisibility({ visibilityProperty: true }))
				.map((element) => {
					const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
					return (element.ariaLabel ?? label?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim();
				}),
		);

/** Presses Tab. Returns the name of the focused element, and whether it is fully visible. */
async function tab(): Promise<{ name: string; inView: boolean }> {
	await page.keyboard.press('Tab');
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) throw new Error('Nothing has the focus.');
		const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
		// A link in a picture can have several shapes, and other marks may cover some of them.
		const isSeen = [element, ...element.querySelectorAll('circle, line, path')]
			.flatMap((shape) => [...shape.getClientRects()].slice(0, 1))
			.flatMap((box) =>
				(element instanceof SVGElement ? [0.5, 0.1, 0.9] : [0.5]).map((share) =>
					document.elementFromPoint(box.x + box.width * share, box.y + box.height / 2),
				),
			)
			.some((top) => top != null && (element.contains(top) || top.contains(element)));
		return {
			name: (element.ariaLabel ?? label?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim(),
			inView: isSeen,
		};
	});
}

describe('with the Tab key', () => {
	test.each(['/', '/meetings/third-meeting/', '/board/', '/no/such/page/'])(
		'one comes to every control of %s in the order of the page, and sees where one is',
		async (path) => {
			await page.goto(path);
			const controls = await controlsOf('body');
			const visited = [];
			for (const control of controls) {
				const { name, inView } = await tab();
				visited.push(inView ? name : `${name} (not in view)`);
				if (name !== control) break;
			}
			expect(visited).toEqual(controls);
			expect(controls.length).toBeGreaterThan(20);
		},
	);

	test('the first link skips the header', async () => {
		await page.goto('/meetings/third-meeting/');
		const [firstInMain] = await controlsOf('main');
		const { name, inView } = await tab();
		expect(name).toBe('Skip to the content');
		expect(inView).toBe(true);
		await page.keyboard.press('Enter');
		expect((await tab()).name).toBe(firstInMain);
	});

	test('a second skip link jumps over the line of meetings', async () => {
		await page.goto('/meetings/third-meeting/');
		const controls = await controlsOf('main');
		const [firstOfRecord] = await controlsOf('#start');
		const skip = controls.indexOf('Skip the line of meetings');
		expect(controls.indexOf(firstOfRecord ?? '')).toBeGreaterThan(skip + 2);
		await tab();
		await page.keyboard.press('Enter');
		for (let at = 0; at < skip; at++) await tab();
		const { name, inView } = await tab();
		expect(name).toBe('Skip the line of meetings');
		expect(inView).toBe(true);
		await page.keyboard.press('Enter');
		expect((await tab()).name).toBe(firstOfRecord);
	});

	test('at most 20 stops lead to the end of the agenda on most pages of meetings', async () => {
		const { origin, site } = { origin: inject('origin'), site: inject('site') };
		const meetings = pathsIn(site).filter((path) => /^\/meetings\/./.test(path));
		const short: string[] = [];
		for (const path of meetings) {
			await page.goto(origin + path);
			const isPast = () =>
				page.evaluate(() => {
					const agenda = document.querySelector('section:has(> #agenda)');
					const to = document.activeElement;
					if (!agenda || !to || agenda.contains(to)) return !agenda;
					return (agenda.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
				});
			let stops = 0;
			do {
				stops++;
				const { name } = await tab();
				if (name.startsWith('Skip ')) await page.keyboard.press('Enter');
			} while (stops <= 21 && !(await isPast()));
			// The last stop is after the agenda.
			if (stops <= 21) short.push(path);
		}
		expect(short.length).toBeGreaterThan(Math.max(5, meetings.length * 0.75));
	});
});

test('every control of every kind of page shows its focus, in light and dark', async () => {
	const unseen: { path: string; control: string }[] = [];
	let seen = 0;
	// Turns off scripts, because the suggestions would cover other controls.
	const settings = { baseURL: inject('origin'), javaScriptEnabled: false };
	await visitEach(browser, settings, someOfEachKind(pathsIn(inject('site'))), async (visited, path) => {
		await visited.goto(path);
		for (const colorScheme of ['light', 'dark'] as const) {
			await visited.emulateMedia({ colorScheme });
			const controls = await visited.locator('a[href], button, input, summary').evaluateAll((elements) => {
				/** Returns the styles that usually show the focus, for an element and its two closest ancestors. */
				const looks = (element: Element | null, around = 2): string => {
					if (!element) return '';
					const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } =
						getComputedStyle(element);
					const outline = outlineStyle === 'none' ? '' : outlineStyle + outlineWidth + outlineColor;
					return (
						outline + boxShadow + borderColor + (around > 0 ? looks(element.parentElement, around - 1) : '')
					);
				};
				return elements
					.filter((element) => element.checkVisibility({ visibilityProperty: true }))
					.map((element) => {
						const before = looks(element);
						element.focus({ preventScroll: true, focusVisible: true });
						return { control: element.outerHTML, isSeen: looks(element) !== before };
					});
			});
			seen += controls.length;
			unseen.push(...controls.filter(({ isSeen }) => !isSeen).map(({ control }) => ({ path, control })));
		}
	});
	expect(unseen).toEqual([]);
	expect(seen).toBeGreaterThan(100);
});

describe('with the Enter key', () => {
	const focus = (name: string | RegExp): Promise<void> =>
		page.getByRole('main').getByRole('link', { name }).first().focus();

	test('links work, and a citation opens', async () => {
		await page.goto('/meetings/');
		await focus('Third meeting');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name: 'Third meeting' }).waitFor();

		const citation = page.getByText(/^“Third meeting/);
		expect(await citation.isVisible()).toBe(false);
		await page.locator('summary', { hasText: 'Cite this page' }).focus();
		await page.keyboard.press('Enter');
		await citation.waitFor();
	});
});

/** Returns the path of a page with source marks. */
const withMarks = (): string => {
	const path = pathsIn(inject('site')).find(
		(each) =>
			/^\/meetings\/./.test(each) &&
			readFileSync(`${inject('site')}${each}index.html`, 'utf8').includes('"mark"'),
	);
	if (path === undefined) throw new Error('No meeting has source marks.');
	return path;
};

describe.each([1280, 900, 360])('a source mark at %i px', (width) => {
	test.each(['light', 'dark'] as const)('opens a card beside or below it, %s', async (colorScheme) => {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		await page.goto(inject('origin') + withMarks());
		const mark = page.locator('.mark').first();
		expect(await mark.getAttribute('aria-label')).toMatch(/^[a-z ]+: \p{L}/u);
		await mark.focus();
		await page.keyboard.press('Enter');
		const card = page.locator('.card:popover-open');
		await card.waitFor();
		const [box, from] = [await card.boundingBox(), await mark.boundingBox()];
		if (!box || !from) throw new Error('The card is not in view.');
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(width);
		expect(box.y).toBeGreaterThanOrEqual(0);
		// The card does not cover the mark.
		expect(box.x > from.x || box.y > from.y).toBe(true);
		// The next stop is in the card.
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true);
		await page.keyboard.press('Escape');
		await card.waitFor({ state: 'hidden' });
		expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Close' }).press('Enter');
		await card.waitFor({ state: 'hidden' });
		expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
	});
});

test('the header is one line, and its menu shows all pages at once on a phone', async () => {
	for (const width of [320, 360]) {
		await page.setViewportSize({ width, height: 740 });
		await page.goto(inject('origin') + '/meetings/');
		const header = page.locator('header.site');
		const tops = await header
			.locator('.brand, summary, .menu')
			.evaluateAll((parts) =>
				parts.filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect()),
			);
		expect(tops.length).toBe(3);
		for (const { y, height } of tops) expect(y + height / 2).toBeCloseTo(24, -1);
		await header.getByText('Menu').focus();
		await page.keyboard.press('Enter');
		const links = await header
			.locator('#menu a')
			.evaluateAll((all) =>
				all.map((link) => ({ bottom: link.getBoundingClientRect().bottom, name: link.textContent.trim() })),
			);
		expect(links.length).toBeGreaterThan(10);
		if (width === 360) expect(links.filter(({ bottom }) => bottom > 740)).toEqual([]);
		await page.keyboard.press('Escape');
		expect(await header.locator('#menu').isVisible()).toBe(false);
		await page.keyboard.press('Enter');
		await page.mouse.click(width / 2, 735);
		expect(await header.locator('#menu').isVisible()).toBe(false);
	}
});
