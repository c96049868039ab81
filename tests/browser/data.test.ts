import { afterAll, expect, inject, test } from 'vitest';
import { grownRecord } from '../site/pages.ts';
import { publishedBased } from '../site/published.ts';
import { launchBrowser } from './chromium.ts';

const browser = await launchBrowser();

afterAll(() => browser.close());

test('another site can show the table of meetings with the code from the data page', async () => {
	const page = await browser.newPage();
	await page.goto(`${inject('grownOrigin')}${publishedBased.path}data/`);
	const text = await page.locator('pre[data-example="embedding"]').innerText();
	const { site, path } = publishedBased;
	await page.route(`${site}/**`, async (route) => {
		const response = await route.fetch({ url: route.request().url().replace(site, inject('grownOrigin')) });
		await route.fulfill({ response, headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' } });
	});
	await page.route('https://elsewhere.example/', (route) =>
		route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Elsewhere</title>${text}` }),
	);
	await page.goto('https://elsewhere.example/');
	await page.locator('tbody tr').first().waitFor();
	const { meetings } = grownRecord().network.entries;
	expect(await page.locator('tbody tr').count()).toBe(meetings.length);
	const links = page.locator('tbody a');
	expect(await links.allInnerTexts()).toEqual(meetings.map(({ title }) => title));
	expect(await links.first().getAttribute('href')).toBe(`${site}${path}meetings/${meetings[0]?.id ?? ''}/`);
});
