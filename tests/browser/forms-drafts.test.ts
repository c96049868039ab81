import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, expect, inject, test } from 'vitest';
import { startEditor } from './editor.ts';

/* Saves, proposes, deletes and merges drafts of the small record. */

const { browser, open: openIn } = await startEditor();
let context: BrowserContext;

beforeEach(async () => {
	context = await browser.newContext({ baseURL: inject('smallOrigin') });
	return () => context.close();
});

const open = (path: string): Promise<Page> => openIn(path, {}, context);

/** Changes how Malta joined in the form for Malta. */
async function changeMalta(page: Page, words: string): Promise<void> {
	await page.getByText('No errors').waitFor();
	const field = page.locator('#f-joined-how');
	if (!(await field.isVisible())) await page.getByRole('button', { name: 'Change joining' }).click();
	await field.fill(words);
	await page.getByText(`to “${words}”`).waitFor();
}

async function propose(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.waitForURL(/\/proposal\/$/);
	await page.locator('[data-records][data-ready]').waitFor();
}

const malta = '/contribute/members/?record=malta';
const storageKey = (page: Page): Promise<string> =>
	page.evaluate(() => Object.keys(localStorage).find((key) => key.startsWith('draft ')) ?? '');

test('an unfinished draft neither joins the proposal nor blocks it', async () => {
	const page = await open('/contribute/themes/');
	await page.locator('#f-name').fill('Ports');
	await page.getByText('Saved in this browser').waitFor();
	await page.goto(malta);
	await changeMalta(page, 'Signed it.');
	await propose(page);
	await page.locator('[data-records][data-ready=true]').getByRole('link', { name: 'Malta' }).waitFor();
	expect(await page.locator('[data-records] > li').count()).toBe(1);
	expect(await page.locator('[data-drafts] li').count()).toBe(2);
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<AxeResults>('axe.run()');
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the proposal says that it is read, and shows its steps once the editor proposes it', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await propose(page);
	let goOn: () => void = () => undefined;
	const isHeld = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/record.json', async (route) => {
		await isHeld;
		await route.continue();
	});
	await page.reload();
	const next = page.getByRole('button', { name: 'Propose it' });
	await page.getByText('Reading your proposal…').waitFor();
	expect(await page.getByRole('heading', { name: 'What changes' }).isVisible()).toBe(false);
	expect(await next.isVisible()).toBe(false);
	goOn();
	const heading = page.getByRole('heading', { name: 'Propose it' });
	await next.waitFor();
	expect(await page.getByText('Reading your proposal…').isVisible()).toBe(false);
	expect(await heading.isVisible()).toBe(false);
	await next.click();
	expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.locator('[data-steps]').getByRole('link', { name: 'Open malta.yaml on GitHub' }).waitFor();
	expect(await next.isVisible()).toBe(false);
});

test('a half-filled record says nothing about changes', async () => {
	const page = await open('/contribute/meetings/');
	await page.locator('[data-sources]').getByLabel('A new source').check();
	await page.locator('#f-title').fill('Twelfth meeting');
	await page.getByText('Not complete yet.').waitFor();
	expect(await page.locator('[data-changed]').isVisible()).toBe(false);
	expect(await page.locator('[data-changes]').textContent()).toBe('');
});

test('a record is removed from the proposal and put back', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await propose(page);
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.getByText('Nothing is in your proposal yet.').waitFor();
	expect(await page.locator('[data-changes] li').count()).toBe(0);
	await page.getByRole('button', { name: 'Put it back' }).click();
	await page.locator('[data-changes]').getByText('to “Signed it.”').waitFor();
});

test('the proposal keeps what another tab has just typed', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await propose(page);
	// The page does not know about this change yet.
	await page.evaluate(
		(key) => {
			const stored = localStorage.getItem(key) ?? '';
			const { saved } = JSON.parse(stored) as { saved: number };
			const changed = stored.replace(`"saved":${String(saved)}`, `"saved":${String(saved + 1)}`);
			localStorage.setItem(key, changed.replaceAll('Signed it.', 'Signed there.'));
		},
		await storageKey(page),
	);
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.locator('[data-changes]').getByText('to “Signed there.”').waitFor();
	expect(await page.locator('[data-records] > li').count()).toBe(1);
});

test('a merge leaves out nothing that another tab has typed since', async () => {
	const page = await open(malta);
	const published = readFileSync(join(inject('smallContent'), 'members/malta.yaml'), 'utf8');
	await changeMalta(page, 'Signed it.');
	const key = await storageKey(page);
	const stored = await page.evaluate((name) => localStorage.getItem(name) ?? '', key);
	const base = JSON.stringify(published);
	const older = stored.replace(`"base":${base}`, `"base":${base.replace(/name: [^\\]*/, 'name: Melita')}`);
	expect(older).not.toBe(stored);
	// The other tab writes while the page compares the versions.
	await page.addInitScript(
		([name, first, second]) => {
			// Firefox also runs this script in the empty page before, which has no storage.
			if (origin === 'null') return;
			localStorage.setItem(name ?? '', first ?? '');
			const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')?.value as () => void;
			Worker.prototype.postMessage = function (...args: unknown[]) {
				Reflect.apply(post, this, args);
				if (localStorage.getItem(name ?? '') === first) localStorage.setItem(name ?? '', second ?? '');
			};
		},
		[key, older, older.replaceAll('Signed it.', 'Signed there.')],
	);
	await page.goto('/contribute/proposal/');
	await expect
		.poll(() => page.evaluate((name) => localStorage.getItem(name), key))
		.toContain(`"base":${base}`);
	expect(await page.evaluate((name) => localStorage.getItem(name), key)).toContain('Signed there.');
});

test('one fact of a record is undone, and the last one leaves the proposal', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await page.getByRole('button', { name: 'Change name' }).click();
	await page.locator('#f-name').fill('Melita');
	await page.getByText('to “Melita”').waitFor();
	await propose(page);
	await page.locator('[data-changes] li', { hasText: 'to “Signed it.”' }).getByRole('button').click();
	await page.getByText('to “Signed it.”').waitFor({ state: 'detached' });
	await page.locator('[data-changes]').getByText('to “Melita”').waitFor();
	await page.locator('[data-records]').getByRole('link', { name: 'Malta' }).click();
	await page.getByText('to “Melita”').waitFor();
	await page.goto('/contribute/proposal/');
	await page.locator('[data-changes] li', { hasText: 'to “Melita”' }).getByRole('button').click();
	await page.getByText('Nothing is in your proposal yet.').waitFor();
});

test('deleting a draft asks first and can be undone, also later', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await page.goto('/contribute/proposal/');
	await page.getByRole('button', { name: 'Delete Malta' }).click();
	await page.getByRole('button', { name: 'Keep it' }).click();
	await page.getByRole('button', { name: 'Delete Malta' }).click();
	await page.getByRole('button', { name: 'Delete the draft' }).click();
	await page.getByText('Deleted: Malta.').waitFor();
	await page.reload();
	await page.getByText('You have no drafts.').waitFor();
	await page.getByText('Deleted drafts').click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.locator('[data-drafts]').getByRole('link', { name: 'Malta' }).click();
	await page.getByText('to “Signed it.”').waitFor();
});

test.each([
	['another field', false],
	['the same field', true],
])('a draft of a record that has changed since in %s', async (_, isOpen) => {
	const page = await open(malta);
	const published = readFileSync(join(inject('smallContent'), 'members/malta.yaml'), 'utf8');
	await changeMalta(page, 'Signed it.');
	await propose(page);
	// The draft was started with another text.
	const key = await storageKey(page);
	const base = isOpen
		? published.replace('Signed the charter.', 'Signed the list.')
		: published.replace(/^name: .*$/m, 'name: Melita');
	await page.evaluate(
		([name, text]) => {
			const draft = JSON.parse(localStorage.getItem(name ?? '') ?? '') as {
				files: Record<string, { base: string; text: string }>;
			};
			for (const file of Object.values(draft.files)) {
				file.base = text ?? '';
				file.text = (text ?? '').replace(/how: .*/, 'how: Signed it.');
			}
			localStorage.setItem(name ?? '', JSON.stringify(draft));
		},
		[key, base],
	);
	await page.goto(malta);
	await page.getByRole('link', { name: 'Compare the versions' }).click();
	if (isOpen) {
		await page.getByText('Choose between the versions first.').waitFor();
		expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
		await page.getByLabel('Yours').check();
		await page.getByRole('button', { name: 'Continue with the draft' }).click();
	}
	await page.locator('[data-conflict]').waitFor({ state: 'hidden' });
	await page.locator('[data-changes]').getByText('from “Signed the charter.” to “Signed it.”').waitFor();
	expect(await page.locator('[data-changes] li').count()).toBe(1);
	await page.goto(malta);
	await page.getByText('to “Signed it.”').waitFor();
});

test('two new records with one id do not overwrite each other', async () => {
	const page = await open('/contribute/themes/');
	const make = async (description: string): Promise<void> => {
		await page.locator('#f-name').fill('Ports');
		await page.locator('#f-description').fill(description);
		await page.locator('[data-sources] .way', { hasText: 'in our list' }).getByRole('radio').check();
		await page.locator('#f-sources-0-id').fill('Charter of the network');
	};
	await make('What passes through ports.');
	await page.getByText('No errors').waitFor();
	await propose(page);
	await page.goto('/contribute/themes/');
	await make('Other words.');
	await page.getByText('“Ports” is already in your proposal.').waitFor();
	expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(2);
});

test.each([
	['a new record', '/contribute/themes/', '#f-description'],
	['a changed record', malta, '#f-joined-how'],
	['YAML', malta, '#yaml'],
	['a job', '/contribute/chair/', '#how'],
])('the last key before leaving %s is kept', async (_, address, selector) => {
	const page = await open(address);
	const control = page.locator(selector);
	if (address === malta) await page.getByText('No errors').waitFor();
	if (selector === '#yaml') await page.getByLabel('YAML').check();
	const words = `${await control.inputValue()} # Words`;
	const isLoaded = page.waitForEvent('load');
	await control.evaluate((field, typed) => {
		Object.assign(field, { value: typed });
		field.dispatchEvent(new Event('input', { bubbles: true }));
		location.reload();
	}, words);
	await isLoaded;
	await expect.poll(() => control.inputValue(), { timeout: 20_000 }).toBe(words);
});

test('two tabs never overwrite each other in silence', async () => {
	const [first, second] = [await open(malta), await open(malta)];
	// An editor is typing in the first tab, so it does not show changes from the second one.
	await first.evaluate(() => {
		document.hasFocus = () => true;
	});
	await changeMalta(second, 'Signed here.');
	await changeMalta(first, 'Signed there.');
	await first.getByText('Another tab has changed this draft.').waitFor();
	// The first tab is no longer in use, but keeps what it could not save.
	await first.evaluate(() => {
		document.hasFocus = () => false;
	});
	await second.locator('#f-joined-how').fill('Signed here!');
	await second.getByText('to “Signed here!”').waitFor();
	await changeMalta(second, 'Signed here.');
	await second.reload();
	await second.getByText('to “Signed here.”').waitFor();
	await first.getByRole('button', { name: 'keep this one' }).click();
	await first.getByText('Saved in this browser').waitFor();
	await second.reload();
	await second.getByText('to “Signed there.”').waitFor();
});

test.each([
	['full', 'This browser has no room left.'],
	['blocked', 'This browser keeps no drafts.'],
])('if storage is %s, the bar says so and offers a download', async (state, words) => {
	await context.addInitScript((kind) => {
		if (kind === 'full')
			Storage.prototype.setItem = () => {
				throw new DOMException('', 'QuotaExceededError');
			};
		else
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('', 'SecurityError');
				},
			});
	}, state);
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	await page.getByText(words).waitFor();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the draft' }).click();
	expect((await download).suggestedFilename()).toBe('Malta.zip');
});

test('a damaged draft is not overwritten by the form', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	const key = await storageKey(page);
	await page.evaluate((name) => {
		localStorage.setItem(name, '{"key":');
	}, key);
	await page.reload();
	await changeMalta(page, 'Signed here.');
	await page.getByText('An older draft of this record cannot be read.').waitFor();
	expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe('{"key":');
});

test('a damaged draft can be downloaded or deleted, and others still open', async () => {
	const page = await open(malta);
	await changeMalta(page, 'Signed it.');
	const key = await storageKey(page);
	await page.evaluate((name) => {
		localStorage.setItem(name.replace('members/malta', 'themes/harbours'), '{"key":');
	}, key);
	await page.goto('/contribute/proposal/');
	await page.getByText('One draft cannot be read.').waitFor();
	await page.locator('[data-drafts]').getByRole('link', { name: 'Malta' }).waitFor();
	await page
		.locator('[data-drafts] li', { hasText: 'One draft cannot be read.' })
		.getByRole('button', { name: 'Delete' })
		.click();
	await page.getByText('One draft cannot be read.').waitFor({ state: 'detached' });
});
