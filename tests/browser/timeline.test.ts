import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildNetwork } from '../../src/network/network.ts';
import { eventKindNames, eventKinds, timelineOf } from '../../src/network/timeline.ts';
import { today } from '../../src/records/history.ts';
import { loadContent } from '../../src/checks/load-content.ts';
import { launchBrowser } from './chromium.ts';

const network = buildNetwork(loadContent('content'), today());
const events = timelineOf(network);
/** The year of the first meeting, with which the picture begins. */
const firstYear = network.entries.meetings[0]?.dates.slice(0, 4) ?? '';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
	browser = await launchBrowser();
});

afterEach(async () => {
	await context.close();
});

afterAll(async () => {
	await browser.close();
});

/** The page at a path with scripts off: nothing of the timeline needs them. */
async function open(path: string, width = 1280): Promise<Page> {
	context = await browser.newContext({
		baseURL: inject('origin'),
		javaScriptEnabled: false,
		viewport: { width, height: 800 },
	});
	const page = await context.newPage();
	await page.goto(path);
	return page;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const shown = (page: Page): Promise<number> => page.locator('.timeline > li').count();
const marks = (page: Page): Promise<number> => page.locator('.lanes .dot').count();

describe('the timeline without scripts', () => {
	test('lists everything', async () => {
		const page = await open('/timeline/');
		expect(await shown(page)).toBe(events.length);
	});

	test.each(eventKinds)('is filtered to %s by a link, whose address says so', async (kind) => {
		const page = await open('/timeline/');
		const { many } = eventKindNames[kind];
		await page.locator('.filters').getByRole('link', { name: many }).click();
		expect(pathOf(page)).toBe(`/timeline/${kind}/`);
		expect(await page.locator('.filters [aria-current=page]').textContent()).toContain(many);
		const ofKind = events.filter((event) => event.kind === kind);
		expect(await shown(page)).toBe(ofKind.length);
		expect(await marks(page)).toBe(ofKind.filter(({ date }) => date >= firstYear).length);
		await page.goBack();
		expect(pathOf(page)).toBe('/timeline/');
	});

	test('has a mark in its picture for each event since the first meeting, which leads where the list does', async () => {
		const page = await open('/timeline/');
		const since = events.filter(({ date }) => date >= firstYear);
		expect(await marks(page)).toBe(since.length);
		const hrefs = await page
			.locator('.lanes .dot')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
		expect(hrefs.sort()).toEqual(since.map(({ path }) => path).sort());
	});

	test('has each year and each milestone at its anchor', async () => {
		const year = events.at(-1)?.date.slice(0, 4) ?? '';
		const page = await open(`/timeline/#year-${year}`);
		const heading = page.locator(`#year-${year}`);
		await heading.waitFor();
		expect((await heading.boundingBox())?.y).toBeLessThan(800);
		for (const { id } of network.entries.milestones) expect(await page.locator(`#${id}`).count()).toBe(1);
	});
});

describe('the picture of the timeline', () => {
	/** Where the marks and the years stand on the page. */
	const places = (page: Page) =>
		page.locator('.lanes .dot, .lanes tbody th').evaluateAll((elements) =>
			elements.map((element) => {
				const { left, right, top, bottom } = element.getBoundingClientRect();
				return { left, right, top, bottom };
			}),
		);

	test.each([320, 360, 768, 1280])('overlaps nowhere and is not cut on a screen of %i px', async (width) => {
		const boxes = await places(await open('/timeline/', width));
		const faults = boxes.filter(
			(a, index) =>
				a.left < 0 ||
				a.right > width ||
				boxes.some(
					(b, other) =>
						other > index &&
						a.left < b.right - 1 &&
						b.left < a.right - 1 &&
						a.top < b.bottom - 1 &&
						b.top < a.bottom - 1,
				),
		);
		expect(faults).toEqual([]);
		expect(boxes.length).toBeGreaterThan(0);
	});

	test('has its years across on a wide screen and down on a narrow one', async () => {
		const yearsOf = async (width: number) => {
			const boxes = await (
				await open('/timeline/', width)
			)
				.locator('.lanes tbody th')
				.evaluateAll((years) =>
					years.map((year) => year.getBoundingClientRect()).map(({ left, top }) => [left, top]),
				);
			await context.close();
			return {
				across: new Set(boxes.map(([left]) => left)).size,
				down: new Set(boxes.map(([, top]) => top)).size,
			};
		};
		const [wide, narrow] = [await yearsOf(1280), await yearsOf(320)];
		expect(wide.down).toBe(1);
		expect(wide.across).toBeGreaterThan(1);
		expect(narrow).toEqual({ across: 1, down: wide.across });
	});
});
