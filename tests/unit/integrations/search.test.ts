import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { astro, createSmallSite, environment } from '../../fixtures/small-site.ts';

test('the development server has a search, and leaves no files behind even if it is killed', async () => {
	const site = createSmallSite();
	onTestFinished(() => {
		site.remove();
	});
	const integration = JSON.stringify(join(import.meta.dirname, '../../../src/integrations/search.ts'));
	writeFileSync(
		join(site.directory, 'astro.config.mjs'),
		`import { search } from ${integration};\nexport default { integrations: [search()], devToolbar: { enabled: false } };\n`,
	);
	const temporary = join(site.directory, 'temporary');
	mkdirSync(temporary);
	const server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
		cwd: site.directory,
		env: { ...environment, SOURCE_DATE_EPOCH: '1700000000', TMPDIR: temporary },
	});
	onTestFinished(() => {
		server.kill('SIGKILL');
	});
	let output = '';
	server.stdout.on('data', (text: Buffer) => (output += text.toString()));
	const printed = () => /http:\/\/[^\s/]+/.exec(output)?.[0];
	await vi.waitUntil(printed, { timeout: 60_000 });
	const origin = printed() ?? '';
	const response = await fetch(`${origin}/pagefind/words.json`);
	server.kill('SIGKILL');
	await once(server, 'exit');
	expect(response.status).toBe(200);
	expect(readdirSync(temporary).filter((name) => !name.startsWith('node-compile-cache'))).toEqual([]);
});
