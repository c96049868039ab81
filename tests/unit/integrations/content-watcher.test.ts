import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmallSite, environment, type SmallSite } from '../../fixtures/small-site.ts';

const scenario = join(import.meta.dirname, '../../fixtures/country-code-in-small-letters');
const command = join(import.meta.dirname, '../../../src/cli/build.ts');

let site: SmallSite;

beforeAll(() => {
	site = createSmallSite();
});

afterAll(() => {
	site.remove();
});

const build = (content: string, inputs: Record<string, string> = {}) =>
	spawnSync(process.execPath, [command], {
		cwd: site.directory,
		env: { ...environment, ASTRO_TELEMETRY_DISABLED: undefined, CONTENT_DIR: content, ...inputs },
		encoding: 'utf8',
	});

const builtPage = (): string => readFileSync(join(site.directory, 'dist/index.html'), 'utf8');

// Starting Astro takes a second, and longer on a busy machine.
describe('a build', { timeout: 60_000 }, () => {
	test('says where the site is, without a list of pages or a notice', () => {
		const { stderr, stdout, status } = build('content', { SOURCE_DATE_EPOCH: '1700000000' });
		expect(stderr).toBe('');
		expect(stdout).toBe('The site is built in dist/.\n');
		expect(status).toBe(0);
		expect(builtPage()).toContain('Malta');
	});

	test('says only what to do when the day is unknown', () => {
		const { stderr, stdout, status } = build('content', { SOURCE_DATE_EPOCH: '' });
		expect(stderr).toMatch(/^Unknown date: [^\n]+ SOURCE_DATE_EPOCH [^\n]+\n$/);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});

	test('only reports the problems of the content, and leaves the published site as it is', () => {
		cpSync(join(scenario, 'members'), join(site.directory, 'content/members'), { recursive: true });
		const before = builtPage();
		const broken = build('content');
		expect(broken.stderr).toBe(readFileSync(join(scenario, 'expected.txt'), 'utf8'));
		expect(broken.stdout).toBe('');
		expect(broken.status).toBe(1);
		expect(builtPage()).toBe(before);
		expect(existsSync(join(site.directory, 'dist.next'))).toBe(false);
	});

	test('reads the content from CONTENT_DIR, and says when the directory does not exist', () => {
		const { stderr, status } = build('nowhere');
		expect(stderr).toMatch(/^There is no content directory "nowhere"[^\n]*\n$/);
		expect(status).toBe(1);
	});

	test('rejects all invalid inputs before it does anything else', () => {
		const { stderr, stdout, status } = build('nowhere', { SITE_URL: 'example.org', BASE_PATH: '//x' });
		expect(stderr).toMatch(
			/^Invalid SITE_URL "example\.org"\. [^\n]+\nInvalid BASE_PATH "\/\/x"\. [^\n]+\n$/,
		);
		expect(stdout).toBe('');
		expect(status).toBe(1);
	});
});
