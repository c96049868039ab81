import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { oneOfEachKind, pathsIn, visitEach } from './visit.ts';

const all: RunOptions['runOnly'] = [
	'wcag2a',
	'wcag2aa',
	'wcag21a',
	'wcag21aa',
	// With it the size of targets, which axe leaves out unless it is asked for.
	'wcag22aa',
	'best-practice',
];
const onlyColours: RunOptions['runOnly'] = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

// On every page each width and each colour scheme gets all rules once. What a scheme changes is colours, and pages of a kind
// share theirs, so beside the other width one page of each kind needs the rules about colours.
const views = [
	{ width: 1280, colorScheme: 'light', rules: all, pages: 'all' },
	{ width: 1280, colorScheme: 'dark', rules: onlyColours, pages: 'one of each kind' },
	{ width: 320, colorScheme: 'light', rules: onlyColours, pages: 'one of each kind' },
	{ width: 320, colorScheme: 'dark', rules: all, pages: 'all' },
] as const;
type View = (typeof views)[number];

interface Violation {
	width: number;
	colorScheme: string;
	path: string;
	rule: string;
	help: string;
	/** The elements at fault, as selectors. */
	elements: string[];
}

const paths = pathsIn(inject('site'));
const samples = new Set(oneOfEachKind(paths));
// On an idle machine a sixth of this is enough.
const patience = 180_000;

const visited: string[] = [];
const violations: Violation[] = [];
const wide: { path: string; width: number }[] = [];

/** Runs axe on the page as it is now; `page.evaluate` needs no exception from the site's policy, which holds here too. */
async function violationsOn(page: Page, path: string, view: View): Promise<Violation[]> {
	const options: RunOptions = {
		runOnly: view.rules,
		// Describing what is right would take three times as long as finding what is wrong.
		resultTypes: ['violations'],
	};
	const results = await page.evaluate<Pick<AxeResults, 'violations'>>(
		`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
	);
	return results.violations.map(({ id, help, nodes }) => ({
		width: view.width,
		colorScheme: view.colorScheme,
		path,
		rule: id,
		help,
		elements: nodes.map(({ target }) => target.join(' ')),
	}));
}

let browser: Browser;

// Every view of a page is looked at in one visit: loading the page and axe four times would double the time.
beforeAll(async () => {
	browser = await launchBrowser();
	await visitEach(browser, { baseURL: inject('origin') }, paths, async (page, path) => {
		await page.goto(path);
		await page.evaluate(axe.source);
		for (const view of views.filter(({ pages }) => pages === 'all' || samples.has(path))) {
			await page.setViewportSize({ width: view.width, height: 800 });
			await page.emulateMedia({ colorScheme: view.colorScheme });
			violations.push(...(await violationsOn(page, path, view)));
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			if (width > view.width) wide.push({ path, width });
		}
		visited.push(path);
	});
}, patience);

afterAll(async () => {
	await browser.close();
});

test.each(views)('axe finds nothing on $pages pages, $width px wide, in $colorScheme colours', (view) => {
	expect(visited.sort()).toEqual(paths);
	const found = violations.filter(
		({ width, colorScheme }) => width === view.width && colorScheme === view.colorScheme,
	);
	expect(found).toEqual([]);
});

test('no page scrolls sideways, not even on a screen of 320 px', () => {
	expect(wide).toEqual([]);
});
