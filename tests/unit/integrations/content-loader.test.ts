import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(import.meta.dirname, '../../fixtures');

/*
 * A site of one page over the small record of the fixtures, so that the real loader and a real build are tested without
 * the real pages. It lies within node_modules, from where Astro is found.
 */
let site: string;

beforeAll(() => {
	mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
	site = mkdtempSync(join(root, 'node_modules/.cache/content-loader-'));
	mkdirSync(join(site, 'src/pages'), { recursive: true });
	const from = (path: string): string => JSON.stringify(join(root, path));
	writeFileSync(
		join(site, 'astro.config.mjs'),
		`import { contentWatcher } from ${from('src/integrations/content-watcher.ts')};
export default { integrations: [contentWatcher()] };\n`,
	);
	writeFileSync(
		join(site, 'src/content.config.ts'),
		`export { collections } from ${from('src/content.config.ts')};\n`,
	);
	writeFileSync(
		join(site, 'src/pages/index.astro'),
		`---
import { getContent } from ${from('src/pages/_content.ts')};
const { site, records } = await getContent();
---
<h1>{site.name}</h1>
<ul>{records.members.map(({ id, file }) => <li>{id} {file}</li>)}</ul>\n`,
	);
	cpSync(join(fixtures, 'base'), join(site, 'content'), { recursive: true });
});

afterAll(() => {
	rmSync(site, { recursive: true });
});

const build = () =>
	spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
		cwd: site,
		// Vitest sets the mode for its own process; a build chooses its own.
		env: {
			...process.env,
			CONTENT_DIR: 'content',
			ASTRO_TELEMETRY_DISABLED: '1',
			NODE_ENV: undefined,
			NO_COLOR: '1',
		},
		encoding: 'utf8',
	});

const page = (): string => readFileSync(join(site, 'dist/index.html'), 'utf8');

describe('a build', { timeout: 120_000 }, () => {
	test('publishes the record, and of a broken file neither the new state nor the one before', () => {
		const good = build();
		expect(good.status, good.stderr).toBe(0);
		expect(page()).toContain('<li>malta content/members/malta.yaml</li>');

		const scenario = join(fixtures, 'country-code-in-small-letters');
		cpSync(join(scenario, 'members'), join(site, 'content/members'), { recursive: true });
		const broken = build();
		expect(broken.status).toBe(1);
		expect(broken.stderr).toBe(readFileSync(join(scenario, 'expected.txt'), 'utf8'));
		expect(existsSync(join(site, 'dist'))).toBe(false);
	});

	test('forgets a record whose file was deleted', () => {
		cpSync(join(fixtures, 'base'), join(site, 'content'), { recursive: true });
		writeFileSync(
			join(site, 'content/themes/ports.yaml'),
			'name: Ports\ndescription: Where ships lie.\nsources: [charter-2015]\n',
		);
		writeFileSync(
			join(site, 'src/pages/index.astro'),
			readFileSync(join(site, 'src/pages/index.astro'), 'utf8').replaceAll(
				'records.members',
				'records.themes',
			),
		);
		expect(build().status).toBe(0);
		expect(page()).toContain('<li>ports ');
		rmSync(join(site, 'content/themes/ports.yaml'));
		expect(build().status).toBe(0);
		expect(page()).not.toContain('ports');
	});
});
