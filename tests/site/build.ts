/**
 * The set-up of the tests that look at the built site: builds it, serves it, and makes sure of a browser, all once.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../browser/chromium.ts';
import { serve } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The folder that the site was built into, for the root of a host. */
		site: string;
		/** Where that build is served: `http://127.0.0.1:` and a port, without a slash at the end. */
		origin: string;
		/** The folder of a build for the path `/pcocp/`. */
		basedSite: string;
		/** Where that build is served, without the path. */
		basedOrigin: string;
		/** The folder of a second build of `site`, made on another day and at another place. */
		repeatedSite: string;
		/** Whether the tests were asked to update what they compare with: `vitest -u`. */
		isUpdating: boolean;
	}
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const astro = join(root, 'node_modules/astro/bin/astro.mjs');
const later = new URL('./a-year-later.ts', import.meta.url).href;

/** What the site of the tests is built for: the address and the path below it. */
export const published = { site: 'https://pcocp.example.org', path: '/' } as const;
export const publishedBased = { site: 'https://history.example.org', path: '/pcocp/' } as const;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// Below the project: elsewhere, Astro would put the code of all builds into one folder, `.astro/`.
	const caches = join(root, 'node_modules/.cache');
	await mkdir(caches, { recursive: true });
	const folder = await mkdtemp(join(caches, 'site-'));
	const [site, basedSite, repeatedSite] = ['site', 'based', 'repeated'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const cache = join(folder, 'cache');
	try {
		// A missing browser is reported once, here, and before the builds.
		await (await launchBrowser()).close();
		// The first build writes what all builds share, `.astro/`; after that two can run side by side, each with
		// a cache of its own. The repeated one gets the first one's cache: what is in it must change nothing.
		await build(site, cache, published);
		await Promise.all([
			build(basedSite, join(folder, 'based-cache'), publishedBased),
			build(repeatedSite, cache, published, {
				NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${later}`,
				TZ: 'Pacific/Kiritimati',
				LC_ALL: 'el_GR.UTF-8',
			}),
		]);
		const [server, basedServer] = await Promise.all([
			serve(site, published.path),
			serve(basedSite, publishedBased.path),
		]);
		project.provide('site', site);
		project.provide('origin', server.origin);
		project.provide('basedSite', basedSite);
		project.provide('basedOrigin', basedServer.origin);
		project.provide('repeatedSite', repeatedSite);
		project.provide('isUpdating', project.config.snapshotOptions.updateSnapshot === 'all');
		return async () => {
			await Promise.all([server.close(), basedServer.close()]);
			await rm(folder, { recursive: true, force: true });
		};
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/**
 * Runs `astro build`, on the real content unless the environment names another.
 *
 * @throws {Error} with what the build printed, when it fails
 */
export async function build(
	outDir: string,
	cacheDir: string,
	address: { site: string; path: string },
	environment: NodeJS.ProcessEnv = {},
): Promise<void> {
	const inherited = { ...process.env };
	// Vitest's marks would have Astro build for a test; and another content is for others to test.
	for (const name of ['NODE_ENV', 'VITEST', 'BASE_URL', 'CONTENT_DIR'])
		Reflect.deleteProperty(inherited, name);
	const command = [astro, 'build', '--config', 'tests/site/astro.config.mjs', '--outDir', outDir];
	const failure = await promisify(execFile)(process.execPath, command, {
		cwd: root,
		env: {
			...inherited,
			ASTRO_TELEMETRY_DISABLED: '1',
			CACHE_DIR: cacheDir,
			SITE_URL: address.site,
			BASE_PATH: address.path,
			...environment,
		},
		maxBuffer: 2 ** 26,
	}).then(
		() => undefined,
		(error: unknown) => error as { stdout: string; stderr: string },
	);
	if (failure) throw new Error(`The site could not be built.\n${failure.stdout}\n${failure.stderr}`);
}
