import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { buildNetwork } from '../../src/network/network.ts';
import { eventKindNames, timelineOf } from '../../src/network/timeline.ts';
import { today } from '../../src/records/history.ts';
import { eventKinds } from '../../src/schema/kinds.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { launchBrowser } from './chromium.ts';

const network = buildNetwork(loadContent('content'), today());
const events = timelineOf(network);

const browser = await launchBrowser();

afterAll(() => browser.close());

/** Opens a page without scripts, because the timeline must work without them. */
async function open(path: string, width = 1280): Promise<Page> {
	const page = await browser.newPage({
		baseURL: inject('origin'),
		javaScriptEnabled: false,
		viewport: { width, height: 800 },
	});
	await page.goto(path);
	return page;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const shown = (page: Page): Promise<number> => page.locator('.events > li').count();

describe('the timeline without scripts', () => {
	test('lists everything', async () => {
		const page = await open('/timeline/');
		expect(await shown(page)).toBe(events.length);
	});

	test.each(eventKinds)('is filtered to %s by a link with its own address', async (kind) => {
		const page = await open('/timeline/');
		const { many } = eventKindNames[kind];
		await page.locator('.filters').getByRole('link', { name: many }).click();
		expect(pathOf(page)).toBe(`/timeline/${kind}/`);
		expect(await page.locator('.filters [aria-current=page]').textContent()).toContain(many);
		const ofKind = events.filter((event) => event.kind === kind);
		expect(await shown(page)).toBe(ofKind.length);
		await page.goBack();
		expect(pathOf(page)).toBe('/timeline/');
	});

	test('links to each year', async () => {
		const page = await open('/timeline/', 360);
		const years = await page.getByRole('navigation', { name: 'On this page' }).getByRole('link').all();
		expect(years.length).toBe(
			await page
				.locator('main h2')
				.filter({ hasText: /^\s*\d{4}\s*$/ })
				.count(),
		);
		const [last] = years.slice(-1);
		await last?.click();
		const heading = page.locator(new URL(page.url()).hash);
		expect((await heading.boundingBox())?.y).toBeLessThan(800);
	});

	test('has an anchor for each year and each milestone', async () => {
		const year = events.at(-1)?.date.slice(0, 4) ?? '';
		const page = await open(`/timeline/#year-${year}`);
		const heading = page.locator(`#year-${year}`);
		await heading.waitFor();
		expect((await heading.boundingBox())?.y).toBeLessThan(800);
		for (const { id } of network.entries.milestones) expect(await page.locator(`#${id}`).count()).toBe(1);
	});
});
