import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { publishedBased } from '../site/published.ts';
import { launchBrowser } from './chromium.ts';
import { oneOfEachKind, pathsIn, visitEach } from './visit.ts';

const rules = [
	'wcag2a',
	'wcag2aa',
	'wcag21a',
	'wcag21aa',
	// With it the size of targets, which axe leaves out unless it is asked for.
	'wcag22aa',
	'best-practice',
];

// Each and the one after the next differ in both.
const views = [
	{ width: 1280, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' },
	{ width: 320, colorScheme: 'dark' },
	{ width: 320, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'light', forcedColors: 'active' },
] as const;
type View = (typeof views)[number];

interface Violation {
	view: View;
	path: string;
	rule: string;
	help: string;
	/** The elements at fault, as selectors. */
	elements: string[];
}

// One more of each kind than the record has: what is added must be as good as what is there.
const paths = pathsIn(inject('grownSite'));
// The record for print is made of what the other pages show, and takes as long as twenty of them.
const samples = new Set(oneOfEachKind(paths).filter((path) => path !== '/print/'));

/**
 * In which views axe looks at a page. Pages of a kind share their markup and their style: one of each kind is looked at in two views
 * that have all widths and colours between them, and in colours of the reader's own; the others take turns. `EVERY_VIEW=1` has every
 * page looked at in all of them.
 */
const viewsOf = (path: string): readonly View[] => {
	if (process.env.EVERY_VIEW === '1') return views;
	const turn = paths.indexOf(path) % views.length;
	return views.filter((view, index) =>
		samples.has(path) ? index % 2 === turn % 2 || 'forcedColors' in view : index === turn,
	);
};

// On an idle machine a twentieth of this is enough.
const patience = 600_000;

const visited: string[] = [];
const violations: Violation[] = [];
const wide: { path: string; width: number }[] = [];
const tiny: { path: string; element: string }[] = [];
/** What the browser complained of, by the page. */
const complaints: { path: string; complaint: string }[] = [];
const requests: { path: string; url: string }[] = [];
const withCookies: string[] = [];

/** Notes what the browser says of a page and what it fetches for it, until the page is left. */
function trace(page: Page, path: string): void {
	const complain = (complaint: string): void => void complaints.push({ path, complaint });
	page.on('console', (message) => {
		complain(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => {
		complain(`error: ${error.message}`);
	});
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		// What is under way when the page is left; it is the icon, which no page waits for.
		if (reason !== 'net::ERR_ABORTED') complain(`${reason}: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		requests.push({ path, url: request.url() });
	});
}

/** Runs axe on the page as it is now; `page.evaluate` needs no exception from the site's policy, which holds here too. */
async function violationsOn(page: Page, path: string, view: View): Promise<Violation[]> {
	const options: RunOptions = {
		runOnly: rules,
		// Describing what is right would take three times as long as finding what is wrong.
		resultTypes: ['violations'],
	};
	const results = await page.evaluate<Pick<AxeResults, 'violations'>>(
		`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
	);
	return results.violations.map(({ id, help, nodes }) => ({
		view,
		path,
		rule: id,
		help,
		elements: nodes.map(({ target }) => target.join(' ')),
	}));
}

let browser: Browser;

// All views of a page are looked at in one visit: loading the page and axe for each would double the time.
beforeAll(async () => {
	// What V8 compiles for speed while axe looks at a page is lost with the page: it would cost a quarter more than without.
	browser = await launchBrowser(['--js-flags=--no-maglev --no-turbofan']);
	const visit = async (page: Page, path: string): Promise<void> => {
		trace(page, path);
		await page.goto(publishedBased.path + path.slice(1), {
			waitUntil: path === '/search/' ? 'networkidle' : 'load',
		});
		for (const view of viewsOf(path)) {
			await page.setViewportSize({ width: view.width, height: 800 });
			await page.emulateMedia({ forcedColors: 'none', ...view });
			violations.push(...(await violationsOn(page, path, view)));
		}
		await page.setViewportSize({ width: 320, height: 800 });
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		if (width > 320) wide.push({ path, width });
		const elements = await page.evaluate(() =>
			[...document.querySelectorAll('body :not(script, svg *)')]
				.filter(
					(element) =>
						[...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) &&
						element.checkVisibility() &&
						parseFloat(getComputedStyle(element).fontSize) < 13,
				)
				.map(({ outerHTML }) => outerHTML.slice(0, 100)),
		);
		tiny.push(...elements.map((element) => ({ path, element })));
		if ((await page.context().cookies()).length > 0) withCookies.push(path);
		visited.push(path);
	};
	await visitEach(
		browser,
		{ baseURL: inject('grownOrigin') },
		paths,
		visit,
		'node_modules/axe-core/axe.min.js',
	);
}, patience);

afterAll(async () => {
	await browser.close();
});

test.each(views)('axe finds nothing in this view: %o', (view) => {
	expect(visited.sort()).toEqual(paths);
	expect(violations.filter((violation) => violation.view === view)).toEqual([]);
});

test('no page scrolls sideways, not even on a screen of 320 px', () => {
	expect(wide).toEqual([]);
});

test('no text of a page is smaller than 13 px', () => {
	expect(tiny).toEqual([]);
});

test('the browser says nothing about any page, and no page sets a cookie', () => {
	expect(complaints).toEqual([]);
	expect(withCookies).toEqual([]);
});

test('every page fetches only what is published with it, and nothing for a search not begun', () => {
	const root = inject('grownOrigin') + publishedBased.path;
	expect(requests.filter(({ url }) => !url.startsWith(root))).toEqual([]);
	// The box's own script is one small file that waits for the reader.
	const ofPage = requests.filter(({ url }) => /pagefind|\.js$/.test(url) && !url.includes('/SearchBox.'));
	// The form for a day has a few lines of its own; so have those for records, which load the rest when somebody writes.
	const kindsOfPage = ofPage.map(({ path }) => path.replace(/(?<=^\/(?:as-of|contribute)\/).*/, ''));
	expect(new Set(kindsOfPage)).toEqual(new Set(['/as-of/', '/contribute/', '/search/']));
});
