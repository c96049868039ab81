/** Tests a build's nginx configuration with a real nginx, at the root of a host and under a base path. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersAt, mediaTypeOf } from '../../src/site/web-server.ts';
import { build } from '../site/build.ts';
import { published, publishedBased } from '../site/published.ts';

/** Returns a port that no program uses. */
const freePort = (): Promise<number> =>
	new Promise((done) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => {
				done(port);
			});
		});
	});

describe.each([published, publishedBased])('nginx at $path', { timeout: 120_000 }, (address) => {
	mkdirSync('node_modules/.cache', { recursive: true });
	const folder = resolve(mkdtempSync('node_modules/.cache/nginx-'));
	const site = join(folder, 'dist');
	let origin: string;
	let stop: () => void;

	beforeAll(async () => {
		const { error } = spawnSync('nginx', ['-v']);
		if (error)
			throw new Error('These tests need nginx. Install it, for example with: apt-get install nginx-light');
		await build(site, join(folder, 'cache'), address, {
			CONTENT_DIR: 'tests/fixtures/base',
			SOURCE_DATE_EPOCH: '1700000000',
		});
		const port = await freePort();
		mkdirSync(join(folder, 'logs'));
		const config = readFileSync(`${site}.nginx.conf`, 'utf8').replace(
			'listen 80;',
			`listen 127.0.0.1:${port};`,
		);
		const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
			(name) => `${name}_temp_path ${folder}/${name};`,
		);
		const main = [
			...[
				'daemon off;',
				...(process.getuid?.() === 0 ? ['user root;'] : []),
				'worker_processes 1;',
				`pid ${folder}/pid;`,
				'events {}',
			],
			...['http {', 'access_log off;', ...paths, config, '}'],
		];
		writeFileSync(join(folder, 'nginx.conf'), main.join('\n'));
		const options = ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'logs/error')];
		// The configuration must not cause warnings either.
		const checked = spawnSync('nginx', ['-t', '-q', ...options], { encoding: 'utf8' });
		expect(checked.stderr).toBe('');
		const server = spawn('nginx', options, { stdio: 'inherit' });
		stop = () => server.kill();
		origin = `http://127.0.0.1:${port}`;
		for (let tries = 0; ; tries++) {
			const answer = await fetch(origin).catch(() => undefined);
			if (answer) break;
			if (tries > 100) throw new Error('nginx does not start.');
			await setTimeout(50);
		}
	});
	afterAll(() => {
		stop();
		rmSync(folder, { recursive: true });
	});

	/** Returns the response to a path within the site. */
	const get = (path: string): Promise<Response> =>
		fetch(origin + address.path.slice(0, -1) + path, { redirect: 'manual' });
	const headersOf = (response: Response, names: readonly string[]): Record<string, string | null> =>
		Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));

	test('sends every kind of file with its media type and headers, and compresses text', async () => {
		const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
			(file) => extname(file) !== '',
		);
		const ofEachKind = new Map(files.map((file) => [extname(file), `/${file}`]));
		expect(ofEachKind.size).toBeGreaterThan(15);
		for (const [ending, path] of [...ofEachKind, ['.html', '/'] as const]) {
			const response = await get(path);
			const mediaType = mediaTypeOf(ending.slice(1));
			expect(response.status, path).toBe(200);
			expect(headersOf(response, ['Content-Type', 'Content-Encoding']), path).toEqual({
				'Content-Type': mediaType,
				'Content-Encoding': mediaType.includes('charset') ? 'gzip' : null,
			});
			const headers = headersAt(path);
			expect(headersOf(response, Object.keys(headers)), path).toEqual(headers);
		}
	});

	test('lets other sites read the data, but not the pages', async () => {
		const origins = ['/api/v1/network.json', '/'].map(async (path) =>
			(await get(path)).headers.get('Access-Control-Allow-Origin'),
		);
		expect(await Promise.all(origins)).toEqual(['*', null]);
	});

	test.each(['/nothing-here/', '/api/v1/nothing.json', '/_headers'])(
		'answers %s with the page for 404',
		async (path) => {
			const response = await get(path);
			expect(response.status).toBe(404);
			expect(await response.text()).toBe(readFileSync(join(site, '404.html'), 'utf8'));
			expect(headersOf(response, ['Content-Security-Policy'])).toMatchObject({
				'Content-Security-Policy': headersAt('/')['Content-Security-Policy'],
			});
		},
	);

	test('redirects without the protocol, so that HTTPS stays HTTPS behind a proxy', async () => {
		const response = await get('/members');
		expect(response.status).toBe(301);
		expect(response.headers.get('Location')).toBe(`${address.path}members/`);
	});

	test('serves nothing outside the base path', async () => {
		const [above, beside] = await Promise.all(
			[address.path.slice(0, -1), '/other/'].map((path) => fetch(origin + path, { redirect: 'manual' })),
		);
		expect(beside?.status).toBe(404);
		expect([above?.status, above?.headers.get('Location')]).toEqual(
			address.path === '/' ? [200, null] : [301, address.path],
		);
	});
});
