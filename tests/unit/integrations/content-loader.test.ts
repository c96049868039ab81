import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { astro, createSmallSite, environment, type SmallSite } from '../../fixtures/small-site.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

let site: SmallSite;

beforeAll(() => {
	site = createSmallSite();
});

beforeEach(() => {
	site.restore();
});

afterAll(() => {
	site.remove();
});

const build = (content = 'content') =>
	spawnSync(process.execPath, [astro, 'build'], {
		cwd: site.directory,
		env: { ...environment, CONTENT_DIR: content },
		encoding: 'utf8',
	});

const page = (): string => readFileSync(join(site.directory, 'dist/index.html'), 'utf8');

// Each build takes a few seconds, and more on a busy machine.
describe('a build', { timeout: 120_000 }, () => {
	test('publishes of a broken file neither the new state nor the one before, and tells what is wrong', () => {
		expect(build().status).toBe(0);
		expect(page()).toContain('malta content/members/malta.yaml Malta');

		const scenario = join(fixtures, 'country-code-in-small-letters');
		cpSync(join(scenario, 'members'), join(site.directory, 'content/members'), { recursive: true });
		const broken = build();
		expect(broken.status).toBe(1);
		expect(broken.stderr).toBe(readFileSync(join(scenario, 'expected.txt'), 'utf8'));
		expect(existsSync(join(site.directory, 'dist'))).toBe(false);
	});

	test('forgets a record whose file was deleted', () => {
		const ports = join(site.directory, 'content/themes/ports.yaml');
		writeFileSync(ports, 'name: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n');
		expect(build().status).toBe(0);
		expect(page()).toContain('ports content/themes/ports.yaml Ports');
		rmSync(ports);
		expect(build().status).toBe(0);
		expect(page()).not.toContain('ports');
	});

	test('reads the content from wherever CONTENT_DIR says', () => {
		const built = build(join(fixtures, 'base'));
		expect(built.status, built.stderr).toBe(0);
		expect(page()).toContain('malta ');
	});
});
