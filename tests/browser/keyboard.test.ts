import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { oneOfEachKind, pathsIn, visitEach } from './visit.ts';

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
		.locator('a[href], button, input, summary')
		.evaluateAll((elements) =>
			elements
				.filter((element) => element.checkVisibility({ visibilityProperty: true }))
				.map((element) => {
					const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
					return (element.ariaLabel ?? label?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim();
				}),
		);

/** Presses Tab and returns the focused element: its name, and whether it is fully visible. */
async function tab(): Promise<{ name: string; inView: boolean }> {
	await page.keyboard.press('Tab');
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) throw new Error('Nothing has the focus.');
		const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
		const [box] = element.getClientRects();
		const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
		return {
			name: (element.ariaLabel ?? label?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim(),
			inView: top != null && (element.contains(top) || top.contains(element)),
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
});

test('every control of every kind of page shows its focus, in light and dark', async () => {
	const unseen: { path: string; control: string }[] = [];
	let seen = 0;
	// Without scripts, because the suggestions would cover other controls.
	const settings = { baseURL: inject('origin'), javaScriptEnabled: false };
	await visitEach(browser, settings, oneOfEachKind(pathsIn(inject('site'))), async (visited, path) => {
		await visited.goto(path);
		for (const colorScheme of ['light', 'dark'] as const) {
			await visited.emulateMedia({ colorScheme });
			const controls = await visited.locator('a[href], button, input, summary').evaluateAll((elements) => {
				/** Returns the styles of an element and its two ancestors that usually show the focus. */
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

	test('links work, a source mark shows its source, and a citation opens', async () => {
		await page.goto('/meetings/');
		await focus('Third meeting');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name: 'Third meeting' }).waitFor();

		await focus(/^Source 1$/);
		await page.keyboard.press('Enter');
		await expect.poll(() => new URL(page.url()).hash).toMatch(/^#source-/);
		await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).waitFor();

		const citation = page.getByText(/^“Third meeting/);
		expect(await citation.isVisible()).toBe(false);
		await page.locator('summary', { hasText: 'Cite this page' }).focus();
		await page.keyboard.press('Enter');
		await citation.waitFor();
	});
});
