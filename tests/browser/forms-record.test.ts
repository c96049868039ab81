import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test, vi } from 'vitest';
import { kinds } from '../../src/schema/kinds.ts';
import { startEditor } from './editor.ts';

/* Changes records of the small site in their forms. */

const { open } = await startEditor();

const publishedText = (path: string): string => readFileSync(join(inject('smallContent'), path), 'utf8');

const textNow = (page: Page): Promise<string> => page.locator('#yaml').inputValue();

/** Waits until the check of all records is complete. */
const checked = (page: Page): Promise<void> => page.getByText('No errors').waitFor();

const fact = (page: Page, title: string) => page.locator(`[data-fact="${title}"]`);

/** Opens a fact with its button. */
const change = (page: Page, title: string): Promise<void> =>
	fact(page, title).getByRole('button', { name: 'Change' }).first().click();

// The small record has no languages.
const kindsWithRecords = kinds.filter((kind) => existsSync(join(inject('smallContent'), kind)));

test.each(kindsWithRecords)(
	'a form of %s that is opened and not changed keeps every byte of its file',
	async (kind) => {
		const [file = ''] = readdirSync(join(inject('smallContent'), kind));
		const page = await open(`/contribute/${kind}/?record=${file.replace('.yaml', '')}`);
		await checked(page);
		expect(await textNow(page)).toBe(publishedText(`${kind}/${file}`));
		expect(await page.locator('[data-changes] li').count()).toBe(0);
		await page.close();
	},
);

describe('the form of a record', () => {
	test('opens from the page of the record', async () => {
		const page = await open('/members/malta/');
		await page.locator('main').getByRole('link', { name: 'Edit this record' }).last().click();
		await fact(page, 'Name').getByText('Malta').first().waitFor();
		expect(await page.locator('h1').innerText()).toBe('Malta');
		await page.close();
	});

	test('opens one fact, changes only its lines, and takes the change back', async () => {
		const page = await open('/contribute/members/?record=malta');
		await checked(page);
		const before = publishedText('members/malta.yaml');
		await change(page, 'Joining');
		await page.locator('#f-joined-how').fill('Signed it.');
		await page.getByText('from “Signed the charter.” to “Signed it.”').waitFor();
		expect(await textNow(page)).toBe(before.replace('Signed the charter.', 'Signed it.'));
		await fact(page, 'Joining').getByText('Published: ').waitFor();
		await fact(page, 'Joining').getByRole('button', { name: 'Undo' }).click();
		await vi.waitFor(async () => {
			expect(await textNow(page)).toBe(before);
		});
		await fact(page, 'Joining').getByRole('button', { name: 'Done' }).click();
		const button = fact(page, 'Joining').getByRole('button', { name: 'Change joining' });
		expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
		await page.close();
	});

	test('asks for the sources of a fact before those of its notes, and lets an editor remove the only source', async () => {
		const page = await open('/contribute/meetings/?record=third-meeting', {
			viewport: { width: 1366, height: 768 },
		});
		await checked(page);
		await change(page, 'Participants');
		const participants = fact(page, 'Participants');
		const says = participants.locator('.says');
		await participants.getByText('More: other participants and notes').click();
		await participants.getByRole('button', { name: 'Add a note' }).click();
		const own = participants.getByText('Sources of this note, if they differ');
		expect(await says.evaluateAll((all) => all.map((each) => each.checkVisibility()))).toEqual([true, false]);
		await page.locator('#f-participants-notes-0-text').fill('The list names Malta twice.');
		await page.locator('#f-participants-count').fill('45 prosecutors');
		// A source for only a part of the fact leaves the others without one.
		await says.first().getByRole('radio').first().check();
		await says.first().getByText('Only for a part of this fact').click();
		for (const part of ['Countries', 'Notes']) await says.first().getByLabel(part, { exact: true }).check();
		await own.click();
		await says.last().getByRole('radio').first().check();
		const messages = [
			'Participants: No chosen source supports “Count”. Choose another one, or tick “Count” under “Only for a part of this fact”.',
			'Participants, Who says so?: “Notes” has its own sources, so this source has no effect on it. Untick “Notes” under “Only for a part of this fact”.',
		];
		await page.getByText('1 error to fix').waitFor();
		await page.getByRole('button', { name: 'Add to proposal' }).click();
		const summary = page.locator('[data-summary]:focus');
		await summary.waitFor();
		expect(await page.locator('[data-summary] li').allTextContents()).toEqual(messages);
		for (const message of messages) {
			await page.getByRole('link', { name: message }).click();
			const [top, bottom, end] = await page.evaluate(() => {
				const { activeElement: focused } = document;
				const label = focused?.closest('.says')?.querySelector('legend') ?? focused;
				const bar = document.querySelector('[data-bar]');
				return [label, focused, bar].map((each) => each?.getBoundingClientRect().top ?? 0);
			});
			expect(await page.evaluate(() => document.activeElement?.matches('.says input'))).toBe(true);
			if (message === messages[0]) expect(top).toBeGreaterThan(0);
			expect(bottom).toBeLessThan(end ?? 0);
		}
		await says.first().getByLabel('Count', { exact: true }).check();
		await says.last().getByRole('button', { name: 'Remove this source' }).click();
		await checked(page);
		expect(await says.last().locator(':checked').count()).toBe(0);
		expect(await says.last().getByRole('button', { name: 'Remove this source' }).isVisible()).toBe(false);
		await page.close();
	});

	test('counts only the errors that it marks, and none while a new source is being filled in', async () => {
		const page = await open('/contribute/meetings/');
		await page.locator('#f-title').fill('Fifth meeting');
		await page.locator('[data-sources]').getByLabel('A new source').check();
		await page.getByText('Not complete yet.').waitFor();
		expect(await page.locator('.error').count()).toBe(0);
		await page.locator('#f-number').fill('5th');
		await page.getByText('1 error to fix.').waitFor();
		expect(await page.locator('.error').count()).toBe(1);
		await page.close();
	});

	test('leads to the one entry of a list that has no source', async () => {
		const page = await open('/contribute/meetings/?record=third-meeting');
		await checked(page);
		await page.getByRole('radio', { name: 'YAML' }).check();
		const outcomes =
			'outcomes:\n  - text: It was agreed.\n    sources: [charter-2015]\n  - text: It was signed.\n';
		const stated = 'body, number, title, dates, place, host, agenda, participants';
		await page
			.locator('#yaml')
			.fill(
				(await textNow(page)).replace(
					/sources:[\s\S]*$/,
					`${outcomes}sources:\n  - id: charter-2015\n    states: [${stated}]\n  - id: report-2021\n    states: [agenda]\n`,
				),
			);
		await page.getByRole('radio', { name: 'Form' }).check();
		// The editor has not reached the entry yet.
		await page.getByText('Not complete yet.').waitFor();
		await page.getByRole('button', { name: 'Add to proposal' }).click();
		await page.locator('[data-summary]:focus a').click();
		const second = fact(page, 'Outcomes').locator('[data-item].fx').nth(1);
		expect(await second.locator('.error').isVisible()).toBe(true);
		expect(await second.evaluate((entry) => entry.contains(document.activeElement))).toBe(true);
		await page.close();
	});

	test('keeps changes as a draft', async () => {
		const page = await open('/contribute/members/?record=malta');
		await checked(page);
		await change(page, 'Joining');
		await page.locator('#f-joined-how').fill('Signed it.');
		await page.getByText('from “Signed the charter.” to “Signed it.”').waitFor();
		await page.reload();
		await fact(page, 'Joining').getByText('Signed it.').waitFor();
		await page.getByText('from “Signed the charter.” to “Signed it.”').waitFor();
		await page.close();
	});

	test('shows the text of the file, with errors at their lines', async () => {
		const page = await open('/contribute/members/?record=malta');
		await checked(page);
		const before = publishedText('members/malta.yaml');
		await page.getByLabel('YAML', { exact: true }).check();
		const text = page.getByLabel('The file of the record');
		expect(await text.inputValue()).toBe(before);
		await text.fill(before.replace('order: 2', 'ordr: 2'));
		await page.getByText('Unknown key "ordr" in "Joining". Did you mean "order"?').first().waitFor();
		const line = before.split('\n').findIndex((each) => each.includes('order')) + 1;
		// A click can miss, because the list of errors is replaced at the end of the full check.
		await vi.waitFor(async () => {
			await page.getByRole('button', { name: `Line ${String(line)}` }).click();
			const selected = await text.evaluate((area: HTMLTextAreaElement) =>
				area.value.slice(area.selectionStart, area.selectionEnd),
			);
			expect(selected).toBe('ordr: 2');
		}, 5000);
		const after = `# How the account writes it.\n${before.replace('Signed the charter.', 'Signed it.')}`;
		await text.fill(after);
		await checked(page);
		await page.getByLabel('Form', { exact: true }).check();
		await fact(page, 'Joining').getByText('Signed it.').waitFor();
		await checked(page);
		expect(await textNow(page)).toBe(after);
		await page.close();
	});

	test('does not drop a key without a field', async () => {
		const page = await open('/contribute/members/?record=malta');
		await checked(page);
		const after = `${publishedText('members/malta.yaml')}extra: Something\n`;
		await page.getByLabel('YAML', { exact: true }).check();
		const text = page.getByLabel('The file of the record');
		await text.fill(after);
		await page.getByText('Unknown key "extra"').first().waitFor();
		for (let tries = 0; tries < 2; tries++) {
			await page.getByLabel('Form', { exact: true }).click();
			await page.getByText('The form has no place for everything in this text.').waitFor();
			expect(await text.isVisible()).toBe(true);
			expect(await text.inputValue()).toBe(after);
			await page.getByText('1 error to fix').waitFor();
		}
		await page.getByText('Saved in this browser').waitFor();
		await page.reload();
		await page.getByText('Unknown key "extra"').first().waitFor();
		expect(await text.inputValue()).toBe(after);
		await page.close();
	});

	test('keeps the address and a new source while the text is edited', async () => {
		const page = await open('/contribute/themes/');
		await page.locator('#f-name').fill('Ports');
		await page.locator('#f-fileName').fill('all-ports');
		await page.locator('[data-sources] .way', { hasText: 'A new source' }).getByRole('radio').check();
		await page.locator('#f-sources-0-newSource-title').fill('Ports of the network');
		await page.getByText('Saved in this browser').waitFor();
		await vi.waitFor(async () => {
			expect(await textNow(page)).toContain('ports-of-the-network');
		});
		await page.getByLabel('YAML', { exact: true }).check();
		const text = page.getByLabel('The file of the record');
		await text.fill((await text.inputValue()).replace('name: Ports', 'name: Harbour'));
		await page.getByLabel('Form', { exact: true }).check();
		await vi.waitFor(async () => {
			expect(await page.locator('#f-name').inputValue()).toBe('Harbour');
		});
		expect(await page.locator('#f-fileName').inputValue()).toBe('all-ports');
		expect(await page.locator('#f-sources-0-newSource-title').inputValue()).toBe('Ports of the network');
		await page.close();
	});

	test('undoes the right entry of a list after another one was removed', async () => {
		const page = await open('/contribute/meetings/?record=fourth-meeting');
		await checked(page);
		const items = fact(page, 'Agenda').locator('[data-item].fx');
		const titles = await items
			.locator('[data-key=title] [data-control]')
			.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
		expect(titles.length).toBeGreaterThan(1);
		await items.first().getByRole('button', { name: 'Change' }).click();
		await items.first().locator(':scope > .ed > .acts [data-remove]').click();
		await items.first().getByRole('button', { name: 'Change' }).click();
		await items.first().locator('[data-key=title] [data-control]').fill('Other words');
		await page.waitForFunction(() => JSON.stringify(localStorage).includes('Other words'));
		await page.reload();
		await items.first().getByRole('button', { name: 'Change' }).click();
		await items
			.first()
			.getByText(`Published: ${titles[1] ?? ''}`)
			.waitFor();
		await items.first().getByRole('button', { name: 'Undo' }).click();
		expect(await items.first().locator('[data-key=title] [data-control]').inputValue()).toBe(titles[1]);
		await page.close();
	});

	test('names an unknown record', async () => {
		const page = await open('/contribute/members/?record=atlantis');
		await page.getByText('There is no such record.').waitFor();
		await page.close();
	});

	test('has no accessibility violations at rest and with an open fact', async () => {
		const page = await open('/contribute/meetings/?record=fourth-meeting');
		await checked(page);
		await page.evaluate(axe.source);
		for (const title of [undefined, 'Dates', 'Agenda']) {
			if (title !== undefined) await change(page, title);
			const { violations } = await page.evaluate<AxeResults>('axe.run()');
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		}
		await page.close();
	});
});
