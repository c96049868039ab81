/* Visits pages of the site in the browser tests. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { isMoved, readPages } from '../site/pages.ts';

/** Returns the sorted paths of the pages in a built folder, without redirects. */
export const pathsIn = (folder: string): string[] =>
	readPages(folder)
		.filter((page) => !isMoved(page))
		.map(({ path }) => `/${path}`)
		.sort();

/** Returns one page of each kind: every list, and the page of one record per kind. */
export function oneOfEachKind(paths: readonly string[]): string[] {
	const kinds = new Map<string, string>();
	for (const path of paths) {
		// Pages below another page are a kind of their own.
		const kind = path.replace(/(?<=^\/[^/]+\/|^\/[^/]+\/[^/]+\/)[^/]+/g, '*');
		if (!kinds.has(kind)) kinds.set(kind, path);
	}
	return [...kinds.values()];
}

// For two cores: a third page works while another waits.
const atOnce = 3;

/**
 * Visits addresses, several at the same time.
 *
 * @param visit opens an address and does the work; its listeners end with it
 * @param script the file of a script that each page runs first
 */
export async function visitEach(
	browser: Browser,
	options: BrowserContextOptions,
	paths: readonly string[],
	visit: (page: Page, path: string) => Promise<void>,
	script?: string,
): Promise<void> {
	const waiting = [...paths];
	const visitor = async (): Promise<void> => {
		const context = await browser.newContext(options);
		if (script !== undefined) await context.addInitScript({ path: script });
		// Reuses one page for many addresses, because each new page starts a process.
		const page = await context.newPage();
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await visit(page, path);
			page.removeAllListeners();
		}
		await context.close();
	};
	await Promise.all(Array.from({ length: atOnce }, visitor));
}
