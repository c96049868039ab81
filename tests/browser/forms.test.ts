import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import axe, { type AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { strFromU8, unzipSync } from 'fflate';
import prettier from 'prettier';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { isError } from '../../src/records/problem.ts';
import { checkContent } from '../../src/checks/load-content.ts';
import { generateContent } from '../bench/content.ts';
import { filesOf, startEditor } from './editor.ts';

/* Adds and changes records of the small record like an editor. The current day is 15 June 2022. */

const golden = join(import.meta.dirname, '../golden/forms');

const { browser, open } = await startEditor();

/** Returns the control of a field, such as `agenda.0.title`. */
const at = (page: Page, place: string): Locator => page.locator(`[id="f-${place.replaceAll('.', '-')}"]`);

/** Fills in fields by path, and chooses options by label. */
async function fill(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
	for (const [place, words] of Object.entries(answers)) {
		const control = at(page, place);
		await control.evaluate((element) => {
			for (let part: Element | null = element; part; part = part.parentElement) {
				if (part instanceof HTMLDetailsElement) part.open = true;
				if (part.matches('.fx')) part.setAttribute('data-open', '');
				if (part.matches('[data-fact]')) part.removeAttribute('hidden');
			}
		});
		if (!(await page.locator('form[data-names]').isVisible())) {
			await control.focus();
			await page.locator('form[data-names]').waitFor();
			await control.blur();
			await at(page, 'fileName').focus();
		}
		const other = page.locator('.says').filter({ has: control }).getByLabel('in our list');
		if (/sources\.\d+\.id$/.test(place)) await other.check();
		// The form may replace the control with a dropdown list at any moment after the names have arrived.
		await vi.waitFor(async () => {
			const role = await control.evaluate(({ role, localName }) => role ?? localName);
			if (role === 'radiogroup') await control.getByLabel(words, { exact: true }).check();
			else if (role === 'select') await control.selectOption({ label: words });
			else await control.fill(words);
		}, 20_000);
	}
}

/** Adds a new source to a citation. */
const addSource = async (page: Page, place: string): Promise<void> => {
	await at(page, place).getByLabel('A new source').check();
};

const add = async (page: Page, place: string): Promise<void> => {
	await at(page, place).locator(':scope > [data-add]').click();
};

/** Adds the draft to the proposal. Returns the text of the proposal, or of the list of errors. */
async function check(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	const result = page.locator('[data-summary]:focus, form:has([data-records][data-ready=true])');
	await result.waitFor();
	if (page.url().includes('/proposal/')) await page.getByRole('button', { name: 'Propose it' }).click();
	return result.innerText();
}

/** Waits until the text of the file contains the given words. */
async function written(page: Page, words: string): Promise<void> {
	await page.waitForFunction(
		(text) => document.querySelector<HTMLTextAreaElement>('#yaml')?.value.includes(text),
		words,
	);
}

/** Checks the small record together with new or changed files, like the command line. */
async function expectRight(files: ReadonlyMap<string, string>): Promise<void> {
	const directory = mkdtempSync(join(tmpdir(), 'content-'));
	try {
		cpSync(inject('smallContent'), directory, { recursive: true });
		for (const [path, text] of files) writeFileSync(join(directory, path), text);
		expect(checkContent(directory).problems.filter(isError)).toEqual([]);
	} finally {
		rmSync(directory, { recursive: true });
	}
	const style = await prettier.resolveConfig(golden);
	for (const [path, text] of files) {
		await expect(text).toMatchFileSnapshot(join(golden, path));
		expect(await prettier.check(text, { ...style, parser: 'yaml' }), path).toBe(true);
	}
}

describe('the files that an editor makes in the browser pass the check:', () => {
	test('a meeting with three items on its agenda and a new source', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, {
			body: 'Conference',
			number: '12',
			title: 'Twelfth meeting',
			dates: '3–4 June 2022',
			'place.city': 'Valletta',
			'place.country': 'Malta',
		});
		const items = [
			['Arms in containers', 'Published', 'Firearms trafficking'],
			['The way of the money: free ports', 'Published', 'Money laundering'],
			['Ships that nobody owns', 'Restated', 'Harbours'],
		] as const;
		for (const [index, [title, wording, theme]] of items.entries()) {
			if (index > 0) await add(page, 'agenda');
			const item = `agenda.${String(index)}`;
			await fill(page, {
				[`${item}.title`]: title,
				[`${item}.wording`]: wording,
				[`${item}.themes.0`]: theme,
			});
		}
		await addSource(page, 'sources.0');
		await fill(page, {
			'sources.0.newSource.title': 'Malta hosts the twelfth meeting',
			'sources.0.newSource.url': 'https://example.org/twelfth',
			'sources.0.newSource.publisher': 'Harbour Gazette',
			'sources.0.newSource.type': 'Press',
			'sources.0.newSource.language': 'English',
			'sources.0.newSource.published': '7 June 2022',
			'sources.0.newSource.copyRead': 'Whole',
		});
		expect(await check(page)).toContain('No errors');
		const files = await filesOf(page);
		// Files that others refer to come first.
		expect([...files.keys()]).toEqual([
			'sources/harbour-2022-malta-hosts-the-twelfth-meeting.yaml',
			'meetings/twelfth-meeting.yaml',
		]);
		await expectRight(files);

		await page.getByText('The links to your copy appear here.').waitFor();
		await page.getByLabel('Your GitHub name').fill('pilot');
		const upload = page.getByRole('link', { name: 'Upload files' });
		expect(await upload.getAttribute('href')).toBe('https://github.com/pilot/history/upload/main');
		const steps = page.locator('[data-steps] ol li');
		expect(await steps.count()).toBe(3);
		for (const [index, [path, text]] of [...files].entries()) {
			const address = new URL((await steps.nth(index).getByRole('link').getAttribute('href')) ?? '');
			expect(address.pathname).toBe(`/pilot/history/new/${index === 0 ? 'main' : 'twelfth-meeting'}`);
			expect(address.searchParams.get('filename')).toBe(`content/${path}`);
			expect(address.searchParams.get('value')).toBe(text);
		}
		const request = new URL((await steps.last().getByRole('link').getAttribute('href')) ?? '');
		expect(request.pathname).toBe('/example/history/compare/main...pilot:twelfth-meeting');
		expect(request.searchParams.get('quick_pull')).toBe('1');
		expect(request.searchParams.get('title')).toMatch(/Twelfth meeting.*, and 1 other change$/);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Download the proposal' }).click();
		const archive = unzipSync(readFileSync(await (await download).path()));
		expect(Object.entries(archive).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
			[...files].map(([path, text]) => [`content/${path}`, text]),
		);
		await page.close();
	});

	test('a new member, and then its office', async () => {
		const page = await open('/contribute/members/');
		await fill(page, {
			name: 'Ireland',
			code: 'IE',
			'joined.date': 'May 2021',
			'joined.how': 'Signed the charter.',
			'joined.meeting': 'Fourth meeting',
			'sources.0.id': 'Report on the fourth meeting',
		});
		expect(await check(page)).toContain('No errors');
		await page.goto('/contribute/offices/');
		await fill(page, {
			country: 'Ireland',
			name: 'Office of the Coast',
			membership: 'Stated',
			membershipNote: 'Named in the report.',
			'sources.0.id': 'Report on the fourth meeting',
		});
		expect(await check(page)).toContain('No errors');
		const files = await filesOf(page);
		expect([...files.keys()]).toEqual(['members/ireland.yaml', 'offices/ireland-office-of-the-coast.yaml']);
		await expectRight(files);
		await page.close();
	});

	test('a question on which sources differ', async () => {
		const page = await open('/contribute/disputes/');
		await fill(page, {
			question: 'How many meetings were there until 2021?',
			'about.0.record': 'Fourth meeting (meeting)',
		});
		await page.locator('select[id="f-about-0-field"]').waitFor();
		await fill(page, {
			'about.0.field': 'Number',
			'versions.0.claim': 'Four.',
			'versions.0.sources.0.id': 'Report on the fourth meeting',
			'versions.1.claim': 'Three.',
			'versions.1.sources.0.id': 'Charter of the network',
			why: 'The report counts them.',
		});
		await page.getByLabel('Version 1: Four.').check();
		expect(await check(page)).toContain('No errors');
		const files = await filesOf(page);
		expect([...files.keys()]).toEqual(['disputes/how-many-meetings-were-there-until-2021.yaml']);
		await expectRight(files);
		await page.close();
	});

	test('a term in the chair, after the end of the one before', async () => {
		const page = await open('/contribute/secretariat/?record=greece-2020');
		await page.getByRole('button', { name: 'Change term' }).click();
		await fill(page, { until: 'May 2022' });
		await page.getByText('Adds the end date').waitFor();
		expect(await check(page)).toContain('Adds the end date');
		await page.goto('/contribute/secretariat/');
		await fill(page, {
			country: 'Malta',
			office: 'Harbour Office',
			from: 'May 2022',
			'began.how': 'Elected at the fourth meeting.',
			'sources.0.id': 'Report on the fourth meeting',
		});
		expect(await check(page)).toContain('No errors');
		const files = await filesOf(page);
		expect([...files.keys()]).toEqual(['secretariat/greece-2020.yaml', 'secretariat/malta-2022.yaml']);
		await expectRight(files);
		await page.close();
	});
});

/** Typical mistakes of beginners, each with the kind, the field and the text. */
const mistakes: readonly (readonly [kind: string, place: string, words: string])[] = [
	['meetings', 'dates', '12 Octember 2021'],
	['meetings', 'dates', '4/5/2021'],
	['meetings', 'dates', '30 February 2021'],
	['meetings', 'number', 'twelve'],
	['meetings', 'number', '4'],
	['meetings', 'sources.0.id', 'Report on the forth meeting'],
	['meetings', 'place.venue', 'unknown'],
	['meetings', 'agenda.0.title', 'A <b>bold</b> plan'],
	['members', 'code', 'Melita'],
	['sources', 'url', 'www.example.org/report'],
	['sources', 'language', 'Maltish'],
	['sources', 'published', 'early 2021'],
];

test('a new record whose address is taken has only this error', async () => {
	const page = await open('/contribute/members/');
	await fill(page, {
		name: 'Malta',
		code: 'MT',
		'joined.date': '2020',
		'joined.how': 'Malta joined again.',
		'sources.0.id': 'Charter of the network',
	});
	await page.getByText('“Malta” exists already.').first().waitFor();
	await page.getByRole('button', { name: 'Add to proposal' }).click();
	await page.locator('[data-summary]:focus').waitFor();
	expect(await page.locator('[data-summary] li').count()).toBe(1);
	await page.close();
});

test('each mistake is reported at its field while typing', async () => {
	const reports: string[] = [];
	for (const [kind, made] of Map.groupBy(mistakes, ([of]) => of)) {
		const page = await open(`/contribute/${kind}/`);
		for (const [, place, words] of made) {
			// A duplicate number is only a mistake if the meeting has a body.
			if (place === 'number')
				await fill(page, {
					body: 'Conference',
					title: 'Sixth meeting',
					dates: '2021-06',
					'sources.0.id': 'Charter of the network',
				});
			await fill(page, { [place]: words });
			const control = at(page, place);
			const id = (await control.getAttribute('id')) ?? '';
			const error = page.locator(`[id="${id}-error"]`);
			await error.waitFor({ state: 'attached', timeout: 10_000 });
			expect(await control.getAttribute('aria-describedby')).toContain(`${id}-error`);
			const title = (await page.locator(`label[for="${id}"]`).textContent()) ?? '';
			reports.push(
				`${kind}, ${title.replace(' (optional)', '').trim()}: ${words}\n  ${(await error.textContent()) ?? ''}\n`,
			);
			await fill(page, { [place]: '' });
			await error.waitFor({ state: 'detached' });
		}
		await page.close();
	}
	await expect(reports.join('\n')).toMatchFileSnapshot(join(golden, 'mistakes.txt'));
});

describe('a form', () => {
	test('reports missing fields on submit, in a focused summary with links to the fields', async () => {
		const page = await open('/contribute/themes/');
		await fill(page, { name: 'Ports' });
		expect(await page.locator('.error').count()).toBe(0);
		expect(await check(page)).toContain('“Description” is required');
		await page.getByRole('link', { name: /“Description” is required/ }).press('Enter');
		expect(await at(page, 'description').evaluate((element) => element === document.activeElement)).toBe(
			true,
		);
		expect(await at(page, 'description').getAttribute('aria-invalid')).toBe('true');
		await page.close();
	});

	test('offers the value that an editor probably meant, or a new source', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, { dates: '3 Jnue 2021', 'sources.0.id': 'Times of Malta' });
		await page.getByRole('button', { name: 'Use 3 June 2021' }).click();
		await page.locator('#f-dates-error').waitFor({ state: 'detached' });
		await fill(page, { dates: '3-4.6.2021' });
		await page.locator('output[for=f-dates]', { hasText: /^3–4 June 2021$/ }).waitFor();
		await page.getByRole('button', { name: 'Add to proposal' }).click();
		await page.getByRole('link', { name: /Source: Unknown source “Times of Malta”/ }).waitFor();
		await page.getByRole('button', { name: 'Add a new source' }).click();
		await fill(page, { 'sources.0.newSource.language': 'Gree' });
		await page.getByRole('button', { name: 'Use Greek' }).click();
		await page.locator('[id="f-sources-0-newSource-language-error"]').waitFor({ state: 'detached' });
		expect(await page.locator('output[for$=language]').textContent()).toBe('');
		await page.close();
	});

	test('offers only the offices of the chosen country', async () => {
		const page = await open('/contribute/meetings/');
		const offices = at(page, 'host.office').locator('option:enabled');
		await fill(page, { title: 'Fifth meeting', 'host.country': 'Malta' });
		await offices.filter({ hasText: 'Harbour Office' }).waitFor({ state: 'attached' });
		expect(await offices.allTextContents()).toEqual(['Choose', 'Harbour Office']);
		await fill(page, { 'host.country': 'Choose' });
		expect(await offices.count()).toBeGreaterThan(2);
		await page.close();
	});

	test('finds a name that an editor writes in another way', async () => {
		const page = await open('/contribute/meetings/');
		const theme = at(page, 'agenda.0.themes.0');
		for (const [typed, chosen] of [
			['har bours', 'Harbours'],
			['laundering', 'Money laundering'],
		] as const) {
			await theme.focus();
			await page.locator('form[data-names]').waitFor();
			await theme.fill(typed);
			await theme.blur();
			if (chosen === 'Money laundering') await page.getByRole('button', { name: `Use ${chosen}` }).click();
			expect(await theme.inputValue()).toBe(chosen);
			await page.reload();
		}
		await page.close();
	});

	test('reports a value that another record already has', async () => {
		const page = await open('/contribute/members/');
		await fill(page, { name: 'Cyprus', code: 'MT', 'joined.date': '2021', 'joined.how': 'Signed.' });
		await fill(page, { 'sources.0.id': 'Charter of the network' });
		await page.locator('#f-code-error', { hasText: 'The country code “MT” is already used in' }).waitFor();
		await page.close();
	});

	test('asks to copy a text that is too long for an address', async () => {
		const page = await open('/contribute/glossary/');
		await fill(page, {
			term: 'Pier',
			meaning: 'A pier. '.repeat(1_100),
			'sources.0.id': 'Charter of the network',
		});
		expect(await check(page)).toContain('Copy the text of pier.yaml');
		const address = new URL((await page.locator('[data-steps] a').first().getAttribute('href')) ?? '');
		expect(address.href.length).toBeLessThan(200);
		expect(address.searchParams.get('filename')).toBe('content/glossary/pier.yaml');
		await page.close();
	});

	test('rejects the id of an existing record', async () => {
		const page = await open('/contribute/themes/');
		await fill(page, { fileName: 'harbours' });
		await page.getByText('The theme “Harbours” exists already.').first().waitFor();
		await page.close();
	});

	test('shows the parsed date, and accepts days from the calendar', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, { dates: '6/2021' });
		await page.getByText('June 2021', { exact: true }).waitFor();
		await fill(page, { dates: '' });
		const calendar = page.getByLabel('Dates: choose a day');
		await calendar.fill('2021-06-03');
		await calendar.fill('2021-06-04');
		expect(await at(page, 'dates').inputValue()).toBe('2021-06-03/2021-06-04');
		await page.close();
	});

	test('keeps a draft until it is deleted', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, { title: 'Fifth meeting', 'agenda.0.title': 'Ports' });
		await add(page, 'agenda');
		await fill(page, { 'agenda.1.title': 'Piers' });
		await written(page, 'title: Piers');
		await fill(page, { mode: 'Online' });
		await written(page, 'mode: online');
		await page.reload();
		expect(await at(page, 'agenda.1.title').inputValue()).toBe('Piers');
		expect(await at(page, 'mode').isVisible()).toBe(true);
		await page.goto('/contribute/meetings/');
		expect(await at(page, 'title').inputValue()).toBe('');
		await page.goto('/contribute/proposal/');
		await page.getByRole('link', { name: 'Fifth meeting' }).click();
		await page.waitForURL(/draft=/);
		expect(await at(page, 'title').inputValue()).toBe('Fifth meeting');
		await page.close();
	});

	test('loads the record only once the editor types, and sends nothing', async () => {
		const page = await browser.newPage({ baseURL: inject('smallOrigin') });
		const asked: string[] = [];
		page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
		await page.goto('/contribute/themes/', { waitUntil: 'networkidle' });
		expect(asked.filter((each) => /record|worker/.test(each))).toEqual([]);
		asked.splice(0);
		await fill(page, { name: 'Ports' });
		await written(page, 'name: Ports');
		expect(asked.filter((each) => !each.startsWith('GET /_astro/'))).toEqual(['GET /contribute/record.json']);
		await page.close();
	});

	test('lets editors copy the text of a changed file', async () => {
		const page = await open('/contribute/members/?record=malta');
		await page.getByRole('button', { name: 'Change joining' }).click();
		await fill(page, { 'joined.how': 'Signed it.' });
		await page.getByText('to “Signed it.”').waitFor();
		await check(page);
		const [text = ''] = (await filesOf(page)).values();
		const address = await page.locator('[data-steps] a').first().getAttribute('href');
		expect(address).toBe('https://github.com/example/history/edit/main/content/members/malta.yaml');
		// Pages without HTTPS cannot use the clipboard.
		await page.evaluate(() => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
		});
		await page.getByRole('button', { name: 'Copy the text of malta.yaml' }).click();
		await page.getByText('The text is selected').waitFor();
		expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(text.trim());
		await page.close();
	});

	test('works with the keyboard alone', async () => {
		const page = await open('/contribute/themes/');
		await at(page, 'name').focus();
		await page.keyboard.type('Ports');
		const description = at(page, 'description');
		while (!(await description.evaluate((element) => element === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.type('What passes through ports.');
		const submit = page.getByRole('button', { name: 'Add to proposal' });
		while (!(await submit.evaluate((element) => element === document.activeElement)))
			await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.locator('[data-summary]:focus').waitFor();
		await page.close();
	});

	test('has no accessibility violations with errors shown, in every colour scheme', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, { title: 'A <b>bold</b> plan', dates: '30 February 2021' });
		await addSource(page, 'sources.0');
		expect(await check(page)).toContain('Please fix these errors');
		await page.evaluate(axe.source);
		for (const view of [
			{ colorScheme: 'light', forcedColors: 'none' },
			{ colorScheme: 'dark', forcedColors: 'none' },
			{ colorScheme: 'light', forcedColors: 'active' },
		] as const) {
			await page.emulateMedia(view);
			const { violations } = await page.evaluate<AxeResults>('axe.run()');
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		}
		await page.close();
	});

	test('keeps errors between records visible while typing', async () => {
		const page = await open('/contribute/meetings/');
		await fill(page, { body: 'Conference', number: '4', title: 'Sixth meeting', dates: '2021-06' });
		await fill(page, { 'sources.0.id': 'Charter of the network' });
		const error = page.locator('.error', { hasText: 'already used' });
		await error.waitFor({ state: 'attached' });
		const isGone = await page.evaluate(async () => {
			const shown = document.querySelector('.error');
			const control = document.querySelector<HTMLTextAreaElement>('#f-title');
			for (const letter of ' at sea') {
				if (control) control.value += letter;
				control?.dispatchEvent(new Event('input', { bubbles: true }));
				await new Promise((resolve) => setTimeout(resolve, 100));
				if (!shown?.isConnected) return true;
			}
			return false;
		});
		expect(isGone).toBe(false);
		await fill(page, { number: '6' });
		await error.waitFor({ state: 'detached' });
		await page.close();
	});

	test('explains the way without scripts', async () => {
		const page = await open('/contribute/meetings/', { javaScriptEnabled: false });
		expect(await page.locator('form[data-form]').isVisible()).toBe(false);
		expect(await page.getByRole('link', { name: 'copy the template' }).getAttribute('href')).toBe(
			'/contribute/fields/meetings/#template',
		);
		await page.close();
	});

	test('fits a phone with an added entry in every list', async () => {
		const page = await open('/contribute/meetings/', { viewport: { width: 360, height: 700 } });
		await page.locator('form [data-add]').evaluateAll((buttons) => {
			for (const button of buttons) (button as HTMLButtonElement).click();
		});
		await page.locator('details').evaluateAll((all) => {
			for (const each of all) each.setAttribute('open', '');
		});
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		await page.close();
	});

	test('gives every control one label and a unique id', async () => {
		const page = await open('/contribute/disputes/');
		const unnamed = await page
			.locator('form [data-control]')
			.evaluateAll((controls) =>
				controls.filter((control) => (control as HTMLInputElement).labels?.length !== 1).map(({ id }) => id),
			);
		expect(unnamed).toEqual([]);
		const ids = await page.locator('form [id]').evaluateAll((all) => all.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
		await page.close();
	});
});

describe('with 1,000 meetings, a form', () => {
	let page: Page;

	beforeAll(async () => {
		const texts = generateContent(1_000);
		page = await open('/contribute/meetings/');
		await page.route('**/record.json', (route) => route.fulfill({ json: { texts, gone: {} } }));
	});

	test('offers names of records, even if the editor types while they load', async () => {
		await at(page, 'title').focus();
		await page.keyboard.type('The next meeting of all of them', { delay: 60 });
		await page.getByText('Not complete yet.').waitFor();
		expect(await page.locator('#names-members option').count()).toBeGreaterThan(5);
	});

	test('reports an error within 100 ms of a key', async () => {
		const times: number[] = [];
		for (const words of ['twelve', '12th', 'XII', 'one', 'two']) {
			await fill(page, { number: '' });
			await page.locator('.error').waitFor({ state: 'detached' });
			await page.getByText('Not complete yet.').waitFor();
			times.push(
				await at(page, 'number').evaluate(
					(control: HTMLInputElement, written) =>
						new Promise<number>((resolve) => {
							const start = performance.now();
							new MutationObserver((_changes, observer) => {
								if (!document.querySelector('.error')) return;
								observer.disconnect();
								resolve(performance.now() - start);
							}).observe(document.body, { childList: true, subtree: true });
							control.value = written;
							control.dispatchEvent(new Event('input', { bubbles: true }));
						}),
					words,
				),
			);
		}
		await page.close();
		expect(Math.min(...times)).toBeLessThan(100);
	});
});

test('each form has at most 85 KiB of scripts as gzip, all together 90, and 68 KiB of record as Brotli', () => {
	const site = inject('site');
	const weights = new Map<string, number>();
	const weight = (path: string): number => {
		const known = weights.get(path) ?? gzipSync(readFileSync(join(site, path)), { level: 9 }).length;
		weights.set(path, known);
		return known;
	};
	const kinds = readdirSync(join(site, 'contribute')).filter((each) =>
		existsSync(join(site, 'contribute', each, 'index.html')),
	);
	for (const kind of kinds) {
		const waiting = [join('contribute', kind, 'index.html')];
		const scripts = new Set<string>();
		for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
			const text = readFileSync(join(site, file), 'utf8');
			for (const [, path = ''] of text.matchAll(/["'`](?:\/|\.\/)?((?:_astro\/)?[\w.-]+\.js)["'`]/g)) {
				const script = path.startsWith('_astro/') ? path : join(dirname(file), path);
				// The code that writes archives (fflate's "browser" file) is only loaded for a download.
				const isLater = /suggestions|search|\/browser\./i.test(script);
				if (scripts.has(script) || !existsSync(join(site, script)) || isLater) continue;
				scripts.add(script);
				waiting.push(script);
			}
		}
		const sum = [...scripts].reduce((all, script) => all + weight(script), 0);
		expect(sum, kind).toBeLessThanOrEqual(85 * 1024);
		if (!['fields', 'guide'].includes(kind)) expect(sum, kind).toBeGreaterThan(40 * 1024);
	}
	expect([...weights.values()].reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(90 * 1024);
	const record = readFileSync(join(site, 'contribute/record.json'));
	expect(brotliCompressSync(record).length).toBeLessThanOrEqual(68 * 1024);
});
