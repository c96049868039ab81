import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';

const browser = await launchBrowser();

afterAll(() => browser.close());

/** Asks the small record (as of 15 June 2022) for a day. */
async function ask(day: string, month: string, year: string, javaScriptEnabled = true): Promise<Page> {
	const page = await browser.newPage({ baseURL: inject('smallOrigin'), javaScriptEnabled });
	await page.goto('/as-of/');
	await page.getByLabel('Day').fill(day);
	await page.getByLabel('Month').selectOption(month);
	await page.getByRole('button', { name: year }).click();
	return page;
}

describe('the network on a day', () => {
	test('has the requested day in its title, and shows the period of the answer', async () => {
		const page = await ask('29', 'February', '2020');
		await page.getByRole('heading', { level: 1, name: 'On 29 February 2020' }).waitFor();
		expect(await page.title()).toMatch(/^The network on 29 February 2020 – /);
		expect(await page.locator('.lead').innerText()).toMatch(/^Between\s2019 and June\s2020: /);
		await page.close();
	});

	test.each([
		['16', 'June', '2022', 'This day is in the future'],
		['30', 'February', '2020', 'This date does not exist'],
		['1', 'January', '2015', 'did not exist yet'],
	])('is refused in words for %s %s %s', async (day, month, year, words) => {
		const page = await ask(day, month, year);
		await page.getByRole('status').getByText(words).waitFor();
		await page.close();
	});

	test.each([
		[true, 'On 1 March 2021'],
		[false, 'The network on a day'],
	])(
		'another day can be asked for on the page of a day: with scripts (%s) it leads to “%s”',
		async (scripts, heading) => {
			const page = await ask('29', 'February', '2020', scripts);
			if (scripts) await page.getByRole('heading', { level: 1, name: 'On 29 February 2020' }).waitFor();
			else await page.locator(':target').getByRole('link').first().click();
			const form = page.getByRole('region', { name: 'Another day' });
			await form.getByLabel('Day').fill('1');
			await form.getByLabel('Month').selectOption('March');
			await form.getByLabel('Year').fill('2021');
			await form.getByRole('button').click();
			await page.getByRole('heading', { level: 1, name: heading }).waitFor();
			await page.close();
		},
	);

	test('opens the year in the list without scripts', async () => {
		const page = await ask('29', 'February', '2020', false);
		const year = page.locator(':target');
		await year.getByRole('heading', { name: '2020' }).waitFor();
		expect(await year.getByRole('link').count()).toBeGreaterThan(0);
		await page.close();
	});
});
