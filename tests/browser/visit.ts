/* Visits pages of the site in the browser tests. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { isMoved, readPages } from '../site/pages.ts';

/** Returns the sorted paths of the pages in a built folder, without redirects. */
export const pathsIn = (folder: string): string[] =>
	readPages(folder)
		.filter((page) => !isMoved(page))
		.map(({ path }) => `/${path}`)
		.sort();

/** Returns some pages of each kind, by default one: all lists, and the page of one record for each kind of record. */
export const someOfEachKind = (paths: readonly string[], most = 1): string[] =>
	// Pages below another page are a separate kind.
	[
		...Map.groupBy(paths, (path) => path.replace(/(?<=^\/[^/]+\/|^\/[^/]+\/[^/]+\/)[^/]+/g, '*')).values(),
	].flatMap((pages) => pages.slice(0, most));

// One more than two cores, because pages sometimes wait.
const atOnce = 3;

/**
 * Visits several addresses at the same time.
 *
 * @param visit opens an address and tests the page; its listeners are removed afterwards
 */
export async function visitEach(
	browser: Browser,
	options: BrowserContextOptions,
	paths: readonly string[],
	visit: (page: Page, path: string) => Promise<void>,
): Promise<void> {
	const waiting = [...paths];
	const visitor = async (): Promise<void> => {
		const context = await browser.newContext(options);
		// Reuses the page, because each new page starts a process.
		const page = await context.newPage();
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await visit(page, path);
			page.removeAllListeners();
		}
		await context.close();
	};
	await Promise.all(Array.from({ length: atOnce }, visitor));
}
