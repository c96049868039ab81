/**
 * How the browser tests go through the pages of the site.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { isMoved, readPages } from '../site/pages.ts';

/** The addresses of the pages in a built folder, from the site's root, in order; not of those that send on at once. */
export const pathsIn = (folder: string): string[] =>
	readPages(folder)
		.filter((page) => !isMoved(page))
		.map(({ path }) => `/${path}`)
		.sort();

/** One page of each kind: of every list, and of the first record that has a page of its own. */
export function oneOfEachKind(paths: readonly string[]): string[] {
	const kinds = new Map<string, string>();
	for (const path of paths) {
		const kind = path.replace(/^(\/[^/]+\/).+/, '$1*');
		if (!kinds.has(kind)) kinds.set(kind, path);
	}
	return [...kinds.values()];
}

// A small machine has two cores; a third page works while one of the others waits.
const atOnce = 3;

/**
 * Visits each of the addresses, several at once.
 *
 * @param visit goes there and does what there is to do; what it listens for on the page ends with it
 * @param script the file of a script that each page runs before its own
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
		// One page for many addresses: each new one would start a process.
		const page = await context.newPage();
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await visit(page, path);
			page.removeAllListeners();
		}
		await context.close();
	};
	await Promise.all(Array.from({ length: atOnce }, visitor));
}
