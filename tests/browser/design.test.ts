import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { pathsIn, someOfEachKind, visitEach } from './visit.ts';

const browser = await launchBrowser();

afterAll(() => browser.close());

const paths = pathsIn(inject('site')).filter((path) => path !== '/print/');
const kinds = someOfEachKind(paths);
const meetings = paths.filter((path) => /^\/meetings\/./.test(path));
const members = paths.filter((path) => /^\/members\/./.test(path));

const desktop = { width: 1280, height: 1000 };
const phone = { width: 360, height: 800 };
const views = [desktop, phone];

interface Check {
	at: readonly string[];
	in: readonly (typeof desktop)[];
	/** Returns the faults of a page. */
	find: (page: Page) => Promise<string[]>;
}

const checks: Readonly<Record<string, Check>> = {
	'a page has at most five font sizes': {
		at: kinds,
		in: views,
		find: (page) =>
			page.evaluate(() => {
				const sizes = new Map<string, string>();
				for (const element of document.querySelectorAll<HTMLElement>('main :not(option, script, style)'))
					if (
						[...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()) &&
						element.checkVisibility()
					)
						sizes.set(getComputedStyle(element).fontSize, element.outerHTML.slice(0, 60));
				return sizes.size > 5 ? [JSON.stringify([...sizes])] : [];
			}),
	},
	'text ends at the edge of the record or of the page': {
		at: kinds,
		in: [desktop],
		find: (page) =>
			page.evaluate(() => {
				const right = (element: Element): number => Math.round(element.getBoundingClientRect().right);
				const article = document.querySelector('article');
				const record = document.querySelector('#start .statement > :first-child');
				if (!article || !record) return [];
				// Ignores small differences, which come from rounding.
				const edges = [right(article), right(record)];
				return [
					...document.querySelectorAll('article .row > .record > :not(.statement), article .statement > *'),
				]
					.filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
					.filter((element) => !edges.some((edge) => Math.abs(edge - right(element)) <= 1))
					.map((element) => `${right(element)} ${element.outerHTML.slice(0, 80)}`);
			}),
	},
	'at most 20 source marks are in sight at once, and notes in the margin cover nothing': {
		at: [...kinds, ...meetings, ...members],
		in: [desktop],
		find: (page) =>
			page.evaluate(() => {
				const found: string[] = [];
				const tops = [...document.querySelectorAll('.mark')]
					.filter((mark) => mark.checkVisibility())
					.map((mark) => mark.getBoundingClientRect().top)
					.sort((a, b) => a - b);
				if (tops.some((top, index) => (tops[index + 20] ?? Infinity) < top + 1000)) found.push('21 marks');
				const boxes = [...document.querySelectorAll('.margin, .statement > :first-child')]
					.filter((element) => element.checkVisibility())
					.map((element) => ({ element, box: element.getBoundingClientRect() }))
					.sort((a, b) => a.box.top - b.box.top);
				for (const [index, { element, box }] of boxes.entries())
					for (const { element: other, box: below } of boxes.slice(index + 1)) {
						if (below.top + 1 >= box.bottom) break;
						const isCovered =
							below.bottom > box.top + 1 && box.right > below.left + 1 && below.right > box.left + 1;
						if (isCovered && !element.contains(other) && !other.contains(element))
							found.push(`${element.textContent.slice(0, 40)} × ${other.textContent.slice(0, 40)}`);
					}
				return found;
			}),
	},
	'the agenda of a meeting begins above 560 px': {
		at: meetings,
		in: views,
		find: (page) =>
			page.evaluate(() => {
				const heading = document.querySelector('#agenda');
				const top = heading ? Math.round(heading.getBoundingClientRect().top) : 0;
				return top > 560 ? [`${top} px`] : [];
			}),
	},
	'the picture of the front page begins above 440 px, on a phone above 700 px': {
		at: ['/'],
		in: views,
		find: (page) =>
			page.evaluate(() => {
				const top = document.querySelector('figure')?.getBoundingClientRect().top ?? Infinity;
				return top > (innerWidth > 1000 ? 440 : 700) ? [`${top} px`] : [];
			}),
	},
	'a source mark is at least 24 × 24 px to tap': {
		at: meetings,
		in: [phone],
		find: (page) =>
			page.evaluate(() =>
				[...document.querySelectorAll('.mark')].flatMap((mark) => {
					const { width, height } = getComputedStyle(mark, '::after');
					return parseFloat(width) >= 24 && parseFloat(height) >= 24 ? [] : [`${width} × ${height}`];
				}),
			),
	},
	'copied text has no source marks': {
		at: meetings,
		in: [desktop],
		find: async (page) => {
			const copied = await page.evaluate(() => {
				getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body);
				return getSelection()?.toString() ?? '';
			});
			const marks = await page.locator('.mark').allTextContents();
			return marks.length > 0 && /\.[\u2060]?[a-z]\b(?! ?\.)/.test(copied) ? [copied.slice(0, 300)] : [];
		},
	},
	// Axe does not report text in the same colour as its background, because it may be hidden on purpose.
	'the search button is readable': {
		at: kinds,
		in: [desktop],
		find: (page) =>
			page.locator('search button').evaluateAll((buttons) =>
				buttons
					.map((button) => getComputedStyle(button))
					.filter(({ color, backgroundColor }) => color === backgroundColor)
					.map(({ color }) => color),
			),
	},
};

const faults = new Map(Object.keys(checks).map((name) => [name, [] as string[]]));

beforeAll(async () => {
	for (const viewport of views) {
		const here = Object.entries(checks).filter(([, check]) => check.in.includes(viewport));
		const visited = new Set(here.flatMap(([, { at }]) => at));
		await visitEach(browser, { baseURL: inject('origin'), viewport }, [...visited], async (page, path) => {
			await page.goto(path);
			for (const [name, { at, find }] of here)
				if (at.includes(path))
					faults
						.get(name)
						?.push(...(await find(page)).map((fault) => `${path} at ${viewport.width} px: ${fault}`));
		});
	}
});

test.each([...faults])('%s', (_, found) => {
	expect(found).toEqual([]);
});
