import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { launchBrowser } from './chromium.ts';

/**
 * Starts a browser for the forms of the small record. After the tests, the console must not contain errors or violations of the
 * Content-Security-Policy.
 */
export async function startEditor() {
	const browser = await launchBrowser();
	const messages: string[] = [];
	afterAll(async () => {
		await browser.close();
		expect(messages).toEqual([]);
	});
	/** Opens a page, by default without any drafts in the browser. */
	const open = async (
		path: string,
		options: Parameters<Browser['newPage']>[0] = {},
		context?: BrowserContext,
	): Promise<Page> => {
		const page = await (context?.newPage() ??
			browser.newPage({ baseURL: inject('smallOrigin'), ...options }));
		page.on('console', (message) => messages.push(message.text()));
		page.on('pageerror', ({ message }) => messages.push(message));
		await page.goto(path);
		return page;
	};
	return { browser, open };
}

/** Returns the files in the proposal, by path in the content folder. */
export async function filesOf(page: Page): Promise<Map<string, string>> {
	const figures = await page.locator('[data-records] figure').all();
	const files = figures.map(async (figure): Promise<[string, string]> => {
		const code = figure.locator('code');
		return [
			((await figure.locator('figcaption').textContent()) ?? '').replace('content/', '').replace(/,.*/, ''),
			(await code.count()) === 0 ? 'Delete this file.' : ((await code.textContent()) ?? ''),
		];
	});
	return new Map(await Promise.all(files));
}
