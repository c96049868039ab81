import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { oneOfEachKind, pathsIn, visitEach } from './visit.ts';

const browser = await launchBrowser();

afterAll(() => browser.close());

const paths = pathsIn(inject('site')).filter((path) => path !== '/print/');
const kinds = oneOfEachKind(paths);
const meetings = paths.filter((path) => /^\/meetings\/./.test(path));

/** Visits pages at a given size and collects the problems that `find` returns. */
async function faultsOn(
	at: readonly string[],
	viewport: { width: number; height: number },
	find: (page: Page) => Promise<string[]>,
): Promise<string[]> {
	const faults: string[] = [];
	await visitEach(browser, { baseURL: inject('origin'), viewport }, at, async (page, path) => {
		await page.goto(path);
		faults.push(...(await find(page)).map((fault) => `${path}: ${fault}`));
	});
	return faults.sort();
}

const desktop = { width: 1280, height: 1000 };
const phone = { width: 360, height: 800 };

test.each([desktop, phone])('a page has at most five font sizes: %o', async (viewport) => {
	const faults = await faultsOn(kinds, viewport, (page) =>
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
	);
	expect(faults).toEqual([]);
});

test('text ends at the edge of the record or of the page', async () => {
	const faults = await faultsOn(kinds, desktop, (page) =>
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
	);
	expect(faults).toEqual([]);
});

test('at most 20 source marks are in sight at once, and notes in the margin cover nothing', async () => {
	const faults = await faultsOn(paths, desktop, (page) =>
		page.evaluate(() => {
			const tops = [...document.querySelectorAll('.mark')]
				.filter((mark) => mark.checkVisibility())
				.map((mark) => mark.getBoundingClientRect().top)
				.sort((a, b) => a - b);
			const most = Math.max(
				0,
				...tops.map((top, index) => tops.slice(index).filter((at) => at < top + 1000).length),
			);
			const boxes = [...document.querySelectorAll('.margin, .statement > :first-child')].map((element) => ({
				element,
				box: element.getBoundingClientRect(),
			}));
			const covered = boxes.flatMap(({ element, box }, index) =>
				boxes
					.slice(index + 1)
					.filter(({ element: other }) => !element.contains(other) && !other.contains(element))
					.filter(
						({ box: other }) =>
							box.bottom > other.top + 1 &&
							other.bottom > box.top + 1 &&
							box.right > other.left + 1 &&
							other.right > box.left + 1,
					)
					.map(
						({ element: other }) => `${element.textContent.slice(0, 40)} × ${other.textContent.slice(0, 40)}`,
					),
			);
			return [...(most > 20 ? [`${most} marks`] : []), ...covered];
		}),
	);
	expect(faults).toEqual([]);
});

describe('the record is in sight', () => {
	test.each([desktop, phone])('the agenda of a meeting begins above 560 px: %o', async (viewport) => {
		const faults = await faultsOn(meetings, viewport, (page) =>
			page.evaluate(() => {
				const heading = document.querySelector('#agenda');
				const top = heading ? Math.round(heading.getBoundingClientRect().top) : 0;
				return top > 560 ? [`${top} px`] : [];
			}),
		);
		expect(faults).toEqual([]);
	});

	test.each([
		[{ width: 1280, height: 720 }, 440],
		[phone, 700],
	])('the picture of the front page: %o, %i px', async (viewport, most) => {
		const faults = await faultsOn(['/'], viewport, (page) =>
			page.evaluate((limit) => {
				const top = document.querySelector('figure')?.getBoundingClientRect().top ?? Infinity;
				return top > limit ? [`${top} px`] : [];
			}, most),
		);
		expect(faults).toEqual([]);
	});
});

test('a source mark is at least 24 × 24 px to tap', async () => {
	const faults = await faultsOn(meetings, phone, (page) =>
		page.evaluate(() =>
			[...document.querySelectorAll('.mark')].flatMap((mark) => {
				const { width, height } = getComputedStyle(mark, '::after');
				return parseFloat(width) >= 24 && parseFloat(height) >= 24 ? [] : [`${width} × ${height}`];
			}),
		),
	);
	expect(faults).toEqual([]);
});

test('copied text has no source marks', async () => {
	const faults = await faultsOn(meetings, desktop, async (page) => {
		const copied = await page.evaluate(() => {
			getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body);
			return getSelection()?.toString() ?? '';
		});
		const marks = await page.locator('.mark').allTextContents();
		return marks.length > 0 && /\.[\u2060]?[a-z]\b(?! ?\.)/.test(copied) ? [copied.slice(0, 300)] : [];
	});
	expect(faults).toEqual([]);
});
