import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { astro, createSmallSite, environment, type SmallSite } from '../../fixtures/small-site.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

let site: SmallSite;

beforeAll(() => {
	site = createSmallSite();
});

afterAll(() => {
	site.remove();
});

const build = () =>
	spawnSync(process.execPath, [astro, 'build'], { cwd: site.directory, env: environment, encoding: 'utf8' });

const page = (): string => readFileSync(join(site.directory, 'dist/index.html'), 'utf8');

// Each build takes a few seconds, and more on a busy machine.
test(
	'a build publishes of a broken file neither the new state nor the one before, and forgets a record whose file was deleted',
	{ timeout: 120_000 },
	() => {
		const ports = join(site.directory, 'content/themes/ports.yaml');
		writeFileSync(ports, 'name: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n');
		expect(build().status).toBe(0);
		expect(page()).toContain('malta content/members/malta.yaml Malta');
		expect(page()).toContain('ports content/themes/ports.yaml Ports');

		rmSync(ports);
		const scenario = join(fixtures, 'country-code-in-small-letters');
		cpSync(join(scenario, 'members'), join(site.directory, 'content/members'), { recursive: true });
		const broken = build();
		expect(broken.status).toBe(1);
		expect(broken.stderr).toBe(readFileSync(join(scenario, 'expected.txt'), 'utf8'));
		expect(existsSync(join(site.directory, 'dist'))).toBe(false);

		cpSync(join(fixtures, 'base/members'), join(site.directory, 'content/members'), { recursive: true });
		expect(build().status).toBe(0);
		expect(page()).toContain('malta ');
		expect(page()).not.toContain('ports');
	},
);
