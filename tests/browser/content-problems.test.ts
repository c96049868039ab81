import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { astro, createSmallSite, environment, type SmallSite } from '../fixtures/small-site.ts';
import { launchBrowser } from './chromium.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const broken = join(fixtures, 'country-code-in-small-letters/members/malta.yaml');
const fixed = join(fixtures, 'base/members/malta.yaml');
const message = '"mt" is not an ISO 3166-1 country code';

let site: SmallSite;
let browser: Browser;
let server: ChildProcess;
let page: Page;
let terminal = '';

const inContent = (path: string): string => join(site.directory, 'content', path);

/** Waits until the development server has printed its address. */
const address = async (): Promise<string> => {
	const printed = (): string | undefined => /http:\/\/localhost:\d+\//.exec(terminal)?.[0];
	await vi.waitUntil(printed, { timeout: 60_000 });
	return printed() ?? '';
};

/** Waits until the page has connected to the server, because it would miss an earlier request to reload. */
const loaded = () => page.waitForLoadState('networkidle');

const report = () => page.locator('pre', { hasText: message });

beforeAll(async () => {
	site = createSmallSite();
	browser = await launchBrowser();
	// The server must start even if the content is broken.
	copyFileSync(broken, inContent('members/malta.yaml'));
	server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
		cwd: site.directory,
		env: { ...environment, SOURCE_DATE_EPOCH: '1700000000' },
	});
	for (const stream of [server.stdout, server.stderr]) {
		stream?.on('data', (text: Buffer) => (terminal += text.toString()));
	}
	page = await browser.newPage();
	await page.goto(await address());
});

afterAll(async () => {
	server.kill();
	await browser.close();
	site.remove();
});

// These tests depend on their order: the content is broken at the start, fixed, broken again while a page is open, and fixed again.
describe('while content is edited in the development server', () => {
	test('the report appears in the terminal and in place of every page', async () => {
		expect(terminal).toContain('content/members/malta.yaml:2:7 (country-code)');
		await report().waitFor();
		expect((await page.request.get(page.url())).status()).toBe(500);
	});

	test('the page reloads by itself when the file is fixed', async () => {
		copyFileSync(fixed, inContent('members/malta.yaml'));
		await page.locator('li', { hasText: 'Malta' }).waitFor();
	});

	test('the report replaces an open page as soon as a file is broken, and disappears when it is fixed', async () => {
		await loaded();
		copyFileSync(broken, inContent('members/malta.yaml'));
		await report().waitFor();
		copyFileSync(fixed, inContent('members/malta.yaml'));
		await page.locator('li', { hasText: 'Malta' }).waitFor();
		expect(terminal).not.toMatch(/<style|#stack/);
	});

	test('a record that is added, renamed or deleted appears, moves and disappears, with its page and its data', async () => {
		const statusOf = async (id: string): Promise<number | undefined> => {
			const paths = [`themes/${id}`, `themes/${id}/index.md`, `api/v1/themes/${id}.json`];
			const answers = await Promise.all(paths.map((path) => page.request.get(page.url() + path)));
			const [status, ...others] = new Set(answers.map((answer) => answer.status()));
			return others.length === 0 ? status : undefined;
		};
		expect([await statusOf('harbours'), await statusOf('ports')]).toEqual([200, 404]);
		await loaded();
		writeFileSync(
			inContent('themes/ports.yaml'),
			'name: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n',
		);
		await page.locator('li', { hasText: 'ports Ports' }).waitFor();
		expect([await statusOf('harbours'), await statusOf('ports')]).toEqual([200, 200]);
		await loaded();
		renameSync(inContent('themes/ports.yaml'), inContent('themes/docks.yaml'));
		await page.locator('li', { hasText: 'docks Ports' }).waitFor();
		await loaded();
		rmSync(inContent('themes/docks.yaml'));
		await page.locator('li', { hasText: 'docks' }).waitFor({ state: 'detached' });
		expect([await statusOf('ports'), await statusOf('docks')]).toEqual([404, 404]);
		expect(await page.locator('li').count()).toBe(3);
	});
});
