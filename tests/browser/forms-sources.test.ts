import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { filesOf, startEditor } from './editor.ts';

/* Uses one new source for several records of a proposal. The current day is 15 June 2022. */

const { browser, open: openIn } = await startEditor();
let context: BrowserContext;

beforeEach(async () => {
	context = await browser.newContext({ baseURL: inject('smallOrigin') });
	return () => context.close();
});

const open = (path: string): Promise<Page> => openIn(path, {}, context);

/** Adds a theme, and types its new source. */
async function addTheme(page: Page, name: string, publisher = 'Harbour Gazette'): Promise<void> {
	await page.goto('/contribute/themes/');
	await page.locator('#f-name').fill(name);
	await page.locator('#f-description').fill('What passes through ports.');
	await page.locator('[data-sources]').getByLabel('A new source').check();
	const answers = {
		title: 'Ports of the north',
		url: 'https://example.org/ports',
		publisher,
		language: 'English',
		published: '4 May 2022',
	};
	for (const [key, words] of Object.entries(answers))
		await page.locator(`#f-sources-0-newSource-${key}`).fill(words);
	await page.locator('#f-sources-0-newSource-type').selectOption('press');
	await page.locator('#f-sources-0-newSource-copyRead').selectOption('whole');
}

async function propose(page: Page): Promise<void> {
	await page.getByText('No errors').waitFor();
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-records][data-ready=true]').waitFor();
}

test('a source is typed again or chosen by its name, and each draft is counted at the start', async () => {
	const page = await open('/contribute/');
	expect(await page.locator('[data-kept]').isVisible()).toBe(false);
	await addTheme(page, 'Ports');
	await propose(page);
	await addTheme(page, 'Quays');
	expect(await page.locator('[data-changes]').getByText('Ports”').count()).toBe(0);
	await propose(page);
	await page.goto('/contribute/themes/');
	await page.locator('#f-name').fill('Piers');
	await page.locator('#f-description').fill('What passes over piers.');
	await page.locator('[data-sources]').getByLabel('in our list').check();
	await page.locator('#f-sources-0-id').fill('Harbour Gazette, 4 May 2022: Ports of the north');
	await propose(page);
	expect([...(await filesOf(page)).keys()].filter((path) => path.startsWith('sources/'))).toHaveLength(1);
	await page.goto('/contribute/');
	await page.getByRole('link', { name: 'Your drafts and proposal (3)' }).click();
	// Without the two drafts that hold the source, one sentence names the record that still needs it.
	await page.locator('[data-records][data-ready=true]').waitFor();
	for (const name of ['Quays', 'Ports'])
		await page
			.locator('[data-records] > li')
			.filter({ has: page.getByRole('link', { name, exact: true }) })
			.getByRole('button', { name: 'Remove' })
			.click();
	await page.getByText('The theme “Piers” still needs a source or a record from “').waitFor();
	expect(await page.locator('[data-problems] li').count()).toBe(1);
});

test('a suggested source is chosen at the first click', async () => {
	const page = await open('/contribute/themes/');
	await page.locator('[data-sources]').getByLabel('in our list').check();
	const source = page.locator('#f-sources-0-id');
	// The check suggests a source while the field still has the focus.
	await source.pressSequentially('charter');
	const button = page.getByRole('button', { name: /^Use / });
	await button.click({ delay: 120 });
	await source.press('Tab');
	expect(await source.inputValue()).toContain(': ');
	await button.waitFor({ state: 'detached' });
	await page.close();
});

test('a new source is offered for other facts, but not a second time where it is typed', async () => {
	const page = await open('/contribute/meetings/?record=fourth-meeting');
	for (const [name, title] of [
		['date', 'Dates'],
		['name', 'Name'],
	] as const) {
		await page.getByRole('button', { name: `Change ${name}` }).click();
		const says = page.locator(`[data-fact="${title}"] .says`);
		if (name === 'date') {
			await says.getByLabel('A new source').check();
			await says.getByLabel('Title').fill('Ports of the north');
		}
		expect(await says.getByLabel('Ports of the north').count()).toBe(name === 'date' ? 0 : 1);
	}
});

test('another source with the same name says which draft has it', async () => {
	const page = await open('/contribute/themes/');
	await addTheme(page, 'Ports');
	await propose(page);
	await addTheme(page, 'Quays');
	await page.locator('#f-sources-0-newSource-url').fill('https://example.org/quays');
	await page.getByText('with other answers in “Ports”').waitFor();
	await page.getByText('Saved in this browser').waitFor();
	await page.reload();
	await page.getByText('This is your draft').waitFor();
	expect(await page.locator('[data-sources]').getByLabel('A new source').isChecked()).toBe(true);
	expect(await page.locator('#f-sources-0-newSource-url').inputValue()).toBe('https://example.org/quays');
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page
		.locator('[data-summary]:focus')
		.getByRole('link', { name: 'with other answers in “Ports”' })
		.waitFor();
});

test('an optional fact opens with its first field, and a new source gets no old words', async () => {
	const page = await open('/contribute/meetings/');
	await page.locator('[data-more]').getByText('Another fact').click();
	await page.locator('[data-for="Host first planned"] button').click();
	expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^f-hostFirstPlanned-/);
	await page.goto('/contribute/meetings/?record=fourth-meeting');
	await page.getByRole('button', { name: 'Change date' }).click();
	const says = page.locator('[data-fact] .says:visible').first();
	const words = says.getByLabel('Its words');
	await words.fill('on 3 May');
	await page.getByText('Saved in this browser').waitFor();
	await page.reload();
	await page.locator('form[data-names]').waitFor();
	await page
		.locator('[data-bar]')
		.getByText(/No errors|to fix/)
		.waitFor();
	await page.getByRole('button', { name: 'Change date' }).click();
	expect(await words.inputValue()).toBe('on 3 May');
	await says.getByLabel('A new source').check();
	expect(await words.inputValue()).toBe('');
});

test('each version says whether the record already says the same, and links the record to correct', async () => {
	const page = await open('/contribute/disputes/?about=meetings/second-meeting&field=mode');
	await page.getByText('The record already says this.').waitFor();
	await page.locator('[id="f-versions-1-claim"]').fill('In person, in Valletta.');
	const [own, other] = [1, 2].map((number) => page.getByLabel(`Version ${String(number)}: `));
	await page.getByText('Then also correct the record.').waitFor();
	const ways = page.locator('[data-versions] label');
	expect(await ways.allInnerTexts()).toEqual([
		expect.stringContaining('The record already says this.'),
		expect.stringContaining('Then also correct the record.'),
		expect.stringContaining('marked as disputed'),
	]);
	const link = page.getByRole('link', { name: 'Correct the record' });
	expect(await own?.isChecked()).toBe(true);
	expect(await link.isVisible()).toBe(false);
	await other?.check();
	await link.waitFor();
	expect(await link.getAttribute('href')).toBe('../meetings/?record=second-meeting');
	// A disagreement about a whole record cannot be compared.
	await page.locator('select[id="f-about-0-field"]').selectOption('');
	await page.getByText('Then also correct the record, unless it already does.').first().waitFor();
});

test('a disagreement begun without a fact offers the fields of its subject', async () => {
	const page = await open('/contribute/disputes/');
	await page.locator('[id="f-question"]').fill('When was it?');
	await page.locator('[id="f-about-0-record"]').fill('Fourth meeting (meeting)');
	await page.locator('select[id="f-about-0-field"]').selectOption('Dates');
});
