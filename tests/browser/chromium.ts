/* Finds or installs a headless Chromium for the browser tests. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { installedBrowsers } from '../../src/integrations/installed-browsers.ts';

/** One way to get a browser. The function `options` unpacks or installs the browser and returns its launch options. */
interface Candidate {
	name: string;
	options: () => LaunchOptions | Promise<LaunchOptions>;
}

const run = promisify(execFile);

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
	darwin: 'Google Chrome (brew install --cask google-chrome)',
	linux: 'Chromium (Debian, as root: apt-get install chromium)',
	win32: 'Google Chrome (winget install Google.Chrome)',
};
const LAUNCH_TIMEOUT = 60_000;
const APT_TIMEOUT = 600_000;

/**
 * Launches a headless Chromium, which the caller must close. It uses the first of these browsers that starts:
 *
 * 1. the browser at `CHROMIUM_PATH`, and no other if this environment variable is set
 * 2. on Linux x64, the browser in the npm package `@sparticuz/chromium`, unpacked once into `node_modules/.cache`
 * 3. an installed Chrome, Edge or Chromium (see `installedBrowsers`)
 * 4. on Debian as root, Debian's `chromium`, which is installed
 *
 * 2 and 4 can take longer than the default time limit of a test.
 *
 * @param args further command line arguments of Chromium
 * @throws Error with the browser to install, and the reason why each candidate failed
 */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
	const failures: string[] = [];
	for (const { name, options } of candidates()) {
		try {
			return await chromium.launch({ timeout: LAUNCH_TIMEOUT, args, ...(await options()) });
		} catch (error) {
			failures.push(`  tried ${name}: ${reason(error)}`);
		}
	}
	throw new Error([advice(), ...failures].join('\n'));
}

/** Yields the candidates, best first. It is a generator so that nothing is installed before the earlier candidates have failed. */
function* candidates(): Generator<Candidate> {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		yield { name: `CHROMIUM_PATH=${named}`, options: () => ({ executablePath: named }) };
		return;
	}
	// The version in the lock file is the same everywhere, and faster than an installed browser. It only exists for this platform.
	if (process.platform === 'linux' && process.arch === 'x64') {
		yield { name: '@sparticuz/chromium', options: packaged };
	}
	for (const options of installedBrowsers()) {
		yield { name: options.executablePath ?? options.channel ?? 'Playwright’s own', options: () => options };
	}
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		yield { name: 'apt-get install chromium', options: installed };
	}
}

/**
 * Returns the browser in `@sparticuz/chromium`. It is made for AWS Lambda, but only needs its own libraries and font. Deliberately leaves
 * out its `args`, which run everything in one process and disable web security.
 */
async function packaged(): Promise<LaunchOptions> {
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
		version: string;
	};
	const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
	const home = join(cache, `chromium-${version}`);
	if (!existsSync(home)) {
		await unpack(entry, cache, home);
	}
	const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
	return {
		executablePath: join(home, 'chromium'),
		env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') },
	};
}

/**
 * Unpacks the package into `home`. Several test workers may do this at the same time, but the package always writes to the same paths in
 * the temporary folder. Each worker therefore unpacks into its own folder, and the first one to finish renames its folder to `home`.
 */
async function unpack(entry: string, cache: string, home: string): Promise<void> {
	await mkdir(cache, { recursive: true });
	const own = await mkdtemp(`${home}-`);
	try {
		const script = `import chromium from ${JSON.stringify(pathToFileURL(entry).href)}; await chromium.executablePath();`;
		await run(process.execPath, ['--input-type=module', '--eval', script], {
			// The package only unpacks its libraries on AWS Lambda.
			env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
		});
		// Uses the system's fonts first, then the package's Open Sans (Latin, Greek, Cyrillic).
		await writeFile(
			join(own, 'fonts.conf'),
			`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${join(home, 'fonts')}</dir>
</fontconfig>
`,
		);
		await rename(own, home);
	} catch (error) {
		await rm(own, { recursive: true, force: true });
		if (!existsSync(home)) throw error;
	}
}

/** Installs Debian's Chromium. */
async function installed(): Promise<LaunchOptions> {
	console.warn('No browser for the tests: installing Debian’s chromium with apt-get.');
	const settings = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: APT_TIMEOUT };
	const wait = ['-o', 'DPkg::Lock::Timeout=300'];
	await run('apt-get', ['update', ...wait], settings);
	await run('apt-get', ['install', '--yes', '--no-install-recommends', ...wait, 'chromium'], settings);
	return { executablePath: '/usr/bin/chromium' };
}

/** Says how to install a browser. */
function advice(): string {
	if (process.env.CHROMIUM_PATH) {
		return 'CHROMIUM_PATH must name a Chromium or Chrome that starts; unset it to let the tests find a browser.';
	}
	const browser = INSTALL[process.platform] ?? 'Chromium';
	return `The browser tests need a browser: install ${browser}, or set CHROMIUM_PATH to a Chromium or Chrome.`;
}

/** Returns the line of an error that contains the reason, without the long logs of Playwright and apt-get. */
function reason(error: unknown): string {
	const lines = (error instanceof Error ? error.message : String(error))
		.split('\n')
		.map((line) => line.trim());
	return lines.find((line) => /\[err\]|^E: /.test(line)) ?? lines[0] ?? '';
}
