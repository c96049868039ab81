/** Sets up the tests of the built site. Builds and serves the site once, and ensures that there is a browser. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../browser/chromium.ts';
import { grow } from './grown.ts';
import { lengthen } from './lengthened.ts';
import { published, publishedBased } from './published.ts';
import { serve } from './server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const astro = join(root, 'node_modules/astro/bin/astro.mjs');
const later = new URL('./a-year-later.ts', import.meta.url).href;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	// Anywhere else, all builds would share the folder `.astro/` for their code.
	const caches = join(root, 'node_modules/.cache');
	await mkdir(caches, { recursive: true });
	const folder = await mkdtemp(join(caches, 'site-'));
	const within = (name: string): string => join(folder, name);
	const [site, repeatedSite, cache] = [within('site'), within('repeated'), within('cache')];
	const [grownSite, grownContent] = [within('grown'), within('grown-content')];
	const [smallSite, smallContent] = [within('small'), within('small-content')];
	const [longSite, longContent] = [within('long'), within('long-content')];
	try {
		// Reports a missing browser before the builds start.
		await (await launchBrowser()).close();
		// The first build writes `.astro/`, which all builds share. The others then run in parallel, each with its own cache. Only the repeated
		// build uses the cache of the first build, which must not change the result.
		await build(site, cache, published);
		await cp(join(root, 'content'), grownContent, { recursive: true });
		const grownToday = grow(grownContent);
		for (const part of ['tests/fixtures/base', 'tests/site/small'])
			await cp(join(root, part), smallContent, { recursive: true });
		await cp(smallContent, longContent, { recursive: true });
		lengthen(longContent);
		// The repeated build also replaces a site behind a symbolic link, and its environment has settings for development.
		await mkdir(within('web-root/gone'), { recursive: true });
		await symlink('web-root', repeatedSite);
		const onDay = (day: string): string => String(Date.parse(day) / 1000);
		await Promise.all([
			build(grownSite, within('grown-cache'), publishedBased, {
				CONTENT_DIR: grownContent,
				SOURCE_DATE_EPOCH: onDay(grownToday),
			}),
			build(repeatedSite, cache, published, {
				NODE_ENV: 'development',
				NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${later}`,
				TZ: 'Pacific/Kiritimati',
				LC_ALL: 'el_GR.UTF-8',
			}),
			build(smallSite, within('small-cache'), published, {
				CONTENT_DIR: smallContent,
				// Same as on GitHub Actions.
				GITHUB_SERVER_URL: 'https://github.com',
				GITHUB_REPOSITORY: 'example/history',
				SOURCE_DATE_EPOCH: onDay('2022-06-15'),
			}),
			build(longSite, within('long-cache'), published, {
				CONTENT_DIR: longContent,
				SOURCE_DATE_EPOCH: onDay('2022-06-15'),
			}),
		]);
		const servers = {
			origin: await serve(site, published.path),
			grownOrigin: await serve(grownSite, publishedBased.path),
			smallOrigin: await serve(smallSite, published.path),
			longOrigin: await serve(longSite, published.path),
		};
		for (const name of Object.keys(servers) as (keyof typeof servers)[])
			project.provide(name, servers[name].origin);
		project.provide('site', site);
		project.provide('grownSite', grownSite);
		project.provide('grownContent', grownContent);
		project.provide('grownToday', grownToday);
		project.provide('smallSite', smallSite);
		project.provide('smallContent', smallContent);
		project.provide('longSite', longSite);
		project.provide('repeatedSite', repeatedSite);
		project.provide('isUpdating', project.config.snapshotOptions.updateSnapshot === 'all');
		return async () => {
			await Promise.all(Object.values(servers).map((server) => server.close()));
			await rm(folder, { recursive: true, force: true });
		};
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

/**
 * Runs `astro build`, by default with the real content.
 *
 * @throws {Error} with the output of the build, if it fails
 */
export async function build(
	outDir: string,
	cacheDir: string,
	address: { site: string; path: string },
	environment: NodeJS.ProcessEnv = {},
): Promise<void> {
	const inherited = { ...process.env };
	// Removes Vitest's variables, which change Astro's builds, and those of GitHub Actions, which would give every site a repository.
	for (const name of ['NODE_ENV', 'VITEST', 'BASE_URL', 'CONTENT_DIR', 'GITHUB_REPOSITORY'])
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
