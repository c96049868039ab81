import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { astro, createSmallSite, environment, type SmallSite } from '../../fixtures/small-site.ts';

const scenario = join(import.meta.dirname, '../../fixtures/country-code-in-small-letters');

let site: SmallSite;

beforeAll(() => {
	site = createSmallSite();
});

afterAll(() => {
	site.remove();
});

const build = (content: string, inputs: Record<string, string> = {}) =>
	spawnSync(process.execPath, [astro, 'build'], {
		cwd: site.directory,
		env: { ...environment, CONTENT_DIR: content, ...inputs },
		encoding: 'utf8',
	});

// Starting Astro takes a second, and more on a busy machine.
describe('a build', { timeout: 60_000 }, () => {
	test('says what to do where nothing tells which day it is, and nothing else', () => {
		const { stderr, stdout, status } = build('content', { SOURCE_DATE_EPOCH: '' });
		expect(stderr).toMatch(/^What day is today\? [^\n]+ SOURCE_DATE_EPOCH [^\n]+\n$/);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});

	test('of content with problems tells them and nothing else, and leaves the site built before as it was', () => {
		cpSync(join(scenario, 'members'), join(site.directory, 'content/members'), { recursive: true });
		mkdirSync(join(site.directory, 'dist'));
		writeFileSync(join(site.directory, 'dist/index.html'), 'The build before.');
		const broken = build('content');
		expect(broken.stderr).toBe(readFileSync(join(scenario, 'expected.txt'), 'utf8'));
		expect(broken.stdout).toBe('');
		expect(broken.status).toBe(1);
		expect(readdirSync(join(site.directory, 'dist'))).toEqual(['index.html']);
		expect(existsSync(join(site.directory, 'dist.next'))).toBe(false);
	});

	test('reads the content from wherever CONTENT_DIR says, and tells when nothing is there', () => {
		const { stderr, status } = build('nowhere');
		expect(stderr).toMatch(/^There is no content directory "nowhere"[^\n]*\n$/);
		expect(status).toBe(1);
	});

	test('refuses inputs that it does not take before anything else, and says all of them', () => {
		const { stderr, stdout, status } = build('nowhere', { SITE_URL: 'example.org', BASE_PATH: '//x' });
		expect(stderr).toMatch(/^SITE_URL is "example\.org"; [^\n]+\nBASE_PATH is "\/\/x"; [^\n]+\n$/);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});
});
