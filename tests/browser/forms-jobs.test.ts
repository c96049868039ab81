import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkContent } from '../../src/checks/load-content.ts';
import { isError } from '../../src/records/problem.ts';
import { filesOf, startEditor } from './editor.ts';

/* Tests the jobs that change several records, starting on the page "What do you want to do?". The current day is 15 June 2022. */

const golden = join(import.meta.dirname, '../golden/forms');

const { open } = await startEditor();

/** Checks the small record together with the files of a job, and compares these files with a golden file. */
async function expectRight(name: string, files: ReadonlyMap<string, string>): Promise<void> {
	const directory = mkdtempSync(join(tmpdir(), 'content-'));
	try {
		cpSync(inject('smallContent'), directory, { recursive: true });
		for (const [path, text] of files)
			if (text === 'Delete this file.') rmSync(join(directory, path));
			else writeFileSync(join(directory, path), text);
		expect(checkContent(directory).problems.filter(isError)).toEqual([]);
	} finally {
		rmSync(directory, { recursive: true });
	}
	const written = [...files].map(([path, text]) => `=== ${path}\n${text.trimEnd()}\n`).join('');
	await expect(written).toMatchFileSnapshot(join(golden, `job-${name}.txt`));
}

async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<AxeResults>('axe.run()');
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a record to correct is chosen by its name, and a slip gets a suggestion', async () => {
	const page = await open('/contribute/');
	await expectAccessible(page);
	const name = page.getByLabel('Correct or complete a record');
	await name.fill('Fourth meetign (meeting)');
	await page.getByRole('button', { name: 'Open' }).click();
	await page.getByRole('button', { name: 'Fourth meeting (meeting)' }).click();
	await page.waitForURL(/\/contribute\/meetings\/\?record=fourth-meeting$/);
	await page.goto('/contribute/');
	await name.fill('office of Greece');
	await name.press('Enter');
	await page.getByRole('button', { name: /\(office(, Greece)?\)$/ }).waitFor();
	// A title may not be unique, and it may be part of other titles.
	await name.fill('Greece');
	await name.press('Enter');
	const offered = await page.locator('form[data-choose] [role=status] button').allTextContents();
	expect(offered[0]).toBe('Greece (member)');
	expect(offered.some((each) => each.includes('(office'))).toBe(true);
	await name.fill('No such thing');
	await name.press('Enter');
	await page.getByText('No record has the name “No such thing”').waitFor();
	await page.close();
});

test('a record is withdrawn, with a reason, a replacement and a choice for each reference', async () => {
	const page = await open('/contribute/');
	await page.getByRole('link', { name: 'Withdraw a record' }).click();
	await page.getByLabel('Which record?').fill('Harbours (theme)');
	await page.getByRole('button', { name: 'Open' }).click();
	await page.getByRole('heading', { name: 'Withdraw “Harbours”' }).waitFor();
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-summary]:focus').getByText('Say in one sentence why').waitFor();
	await page.getByLabel('It was entered twice').check();
	await page.getByLabel('Record to see instead').fill('Terrorism');
	await page.getByText('Not complete yet.').waitFor();
	await page.getByLabel('Record to see instead').fill('Terrorism and piracy');
	await page
		.getByRole('option', { name: 'Link to “Terrorism and piracy” instead' })
		.first()
		.waitFor({ state: 'attached' });
	await page.getByText('This theme was on the site twice. See Terrorism and piracy.').waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-records][data-ready=true]').waitFor();
	const files = await filesOf(page);
	expect(files.get('themes/harbours.yaml')).toBe('Delete this file.');
	await expectRight('withdraw', files);
	await page.close();
});

test('the chair changes: one term ends and the next begins', async () => {
	const page = await open('/contribute/');
	await page.getByRole('link', { name: 'The chair changes' }).click();
	await page.getByText('Greece, Port Office').waitFor();
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-summary]:focus').waitFor();
	await page.getByLabel('Country').selectOption('Malta');
	await page.getByLabel('Office').selectOption({ label: 'Harbour Office' });
	await page.getByLabel('From', { exact: true }).fill('31 June 2022');
	await page.locator('#from-error', { hasText: 'June has 30 days' }).waitFor();
	expect(await page.locator('output[for=from]').textContent()).toBe('');
	await page.getByLabel('From', { exact: true }).fill('3.5.2022');
	await page.locator('output[for=from]', { hasText: /^3 May 2022$/ }).waitFor();
	await page.getByLabel('In a few words').fill('Elected at the fourth meeting.');
	await page.locator('#source').fill('Harbour gazette');
	await page.locator('#source-error', { hasText: '“Harbour gazette” is not in the list' }).waitFor();
	await page.getByRole('button', { name: 'Add a new source' }).click();
	await page.locator('#new-title').fill('Malta takes over');
	await page.locator('#new-url').fill('https://example.org/malta');
	await page.locator('#new-publisher').fill('Harbour Gazette');
	await page.locator('#new-type').selectOption('press');
	await page.locator('#new-language').fill('English');
	await page.locator('#new-published').fill('4 May 2022');
	await page.locator('#new-copyRead').selectOption('whole');
	await page.getByLabel('Its words').first().fill('Malta, which takes over from Greece on 3 May 2022');
	await page.getByText('No errors').first().waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-records][data-ready=true]').waitFor();
	const files = await filesOf(page);
	expect(files.get('secretariat/greece-2020.yaml')).toContain('until: 2022-05-02');
	await expectRight('chair', files);
	await page.close();
});

test('a disagreement begins at a fact, with its question, subject and first version', async () => {
	const page = await open('/contribute/meetings/?record=fourth-meeting');
	await page.getByRole('button', { name: 'Change date' }).click();
	await page.getByRole('link', { name: 'Sources disagree' }).first().click();
	await page.locator('select[id="f-about-0-field"]').waitFor();
	expect(await page.locator('[id="f-about-0-record"]').inputValue()).toBe('Fourth meeting (meeting)');
	expect(await page.locator('[id="f-about-0-field"] option:checked').textContent()).toBe('Dates');
	expect(await page.locator('[id="f-question"]').inputValue()).toContain('Fourth meeting');
	const first = await page.locator('[id="f-versions-0-claim"]').inputValue();
	expect(await page.getByLabel(`Version 1: ${first}`).isChecked()).toBe(true);
	await page.locator('[id="f-versions-0-claim"]').fill('On another day.');
	await page.locator('[id="f-versions-1-claim"]').fill('Later.');
	await page.getByLabel('Version 1: On another day.').waitFor();
	expect(await page.getByLabel('Version 1: On another day.').isChecked()).toBe(true);
	await page.getByLabel('Version 2: Later.').check();
	await page.getByLabel('Reason').fill('It is more exact.');
	await page.waitForFunction(() =>
		document.querySelector<HTMLTextAreaElement>('#yaml')?.value.includes('follows: later'),
	);
	await expectAccessible(page);
	await page.close();
});
