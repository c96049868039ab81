import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { publishedBased } from '../site/published.ts';
import { launchBrowser } from './chromium.ts';
import { pathsIn, someOfEachKind, visitEach } from './visit.ts';

const rules = [
	'wcag2a',
	'wcag2aa',
	'wcag21a',
	'wcag21aa',
	// Includes the size of touch targets, which axe skips by default.
	'wcag22aa',
	'best-practice',
];

// Every other view has a different width and different colours.
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
	/** The selectors of the elements with problems. */
	elements: string[];
}

// The real record with one more record of each kind, to test additions as well.
const paths = pathsIn(inject('grownSite'));
// Leaves out the print page, which repeats the other pages and takes as long as twenty of them.
const samples = new Set(someOfEachKind(paths).filter((path) => path !== '/print/'));
const checked = new Set(someOfEachKind(paths, 5));

/**
 * Returns the views of a page to check with axe. For each kind of page, one sample is checked in both widths, both colour schemes and
 * forced colours. The next pages of the kind have the same markup and styles, so one view is enough. `EVERY_VIEW=1` checks all pages in
 * all views.
 */
const viewsOf = (path: string): readonly View[] => {
	if (process.env.EVERY_VIEW === '1') return views;
	const turn = paths.indexOf(path) % views.length;
	return views.filter((view, index) =>
		samples.has(path)
			? index % 2 === turn % 2 || 'forcedColors' in view
			: checked.has(path) && index === turn,
	);
};

// The time limit. An idle machine needs a twentieth of it.
const patience = 600_000;

const visited: string[] = [];
const violations: Violation[] = [];
const wide: { path: string; width: number }[] = [];
const tiny: { path: string; element: string }[] = [];
/** The console messages of each page. */
const complaints: { path: string; complaint: string }[] = [];
const requests: { path: string; url: string }[] = [];
const withCookies: string[] = [];

/** Records the console messages and requests of a page. */
function trace(page: Page, path: string): void {
	const complain = (complaint: string): void => void complaints.push({ path, complaint });
	page.on('console', (message) => {
		// If a typeface arrives late, for example on a busy machine, the browser shows the first page in another one (`font-display: optional`).
		if (/\.woff2 was preloaded .* but not used/.test(message.text())) return;
		complain(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => {
		complain(`error: ${error.message}`);
	});
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		// The browser cancels the request for the icon when it leaves a page.
		if (reason !== 'net::ERR_ABORTED') complain(`${reason}: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) complain(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		requests.push({ path, url: request.url() });
	});
}

/** Runs axe on a page. The site's Content-Security-Policy allows `page.evaluate`. */
async function violationsOn(page: Page, path: string, view: View): Promise<Violation[]> {
	const options: RunOptions = {
		runOnly: rules,
		// Does not report passed rules, which would take three times as long.
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

// Checks all views of a page in one visit. Loading the page and axe for each view would take twice as long.
beforeAll(async () => {
	// Turns off optimization, because the optimized code is lost with each page.
	browser = await launchBrowser(['--js-flags=--no-maglev --no-turbofan']);
	const visit = async (page: Page, path: string): Promise<void> => {
		trace(page, path);
		await page.goto(publishedBased.path + path.slice(1), {
			waitUntil: path === '/search/' ? 'networkidle' : 'load',
		});
		const ofPage = viewsOf(path);
		if (ofPage.length > 0) await page.evaluate(axe.source);
		for (const view of ofPage) {
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
	await visitEach(browser, { baseURL: inject('grownOrigin') }, paths, visit);
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

test('no page causes a console message or sets a cookie', () => {
	expect(complaints).toEqual([]);
	expect(withCookies).toEqual([]);
});

test('every page loads only files of the site, and no search files', () => {
	const root = inject('grownOrigin') + publishedBased.path;
	expect(requests.filter(({ url }) => !url.startsWith(root))).toEqual([]);
	// The script of the search box is one small file.
	const ofPage = requests.filter(({ url }) => /pagefind|\.js$/.test(url) && !url.includes('/SearchBox.'));
	// The forms have small scripts, too. The rest of their code is loaded when the editor types.
	const kindsOfPage = ofPage.map(({ path }) => path.replace(/(?<=^\/contribute\/).*/, ''));
	expect(new Set(kindsOfPage)).toEqual(new Set(['/contribute/', '/search/']));
});
