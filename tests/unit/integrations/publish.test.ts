import { spawnSync } from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseLinks, reserve } from '../../../src/integrations/publish.ts';

const oldSite = { 'index.html': 'old', 'about/index.html': 'old', '_astro/old.css': 'old', data: 'old' };
const newSite = {
	'index.html': 'new',
	'about/index.html': 'new',
	'_astro/new.css': 'new',
	'data/index.html': 'new',
};
/** A file that the web server keeps in its folder. */
const ofServer = { '.well-known/acme-challenge/token': 'token' };

let folder: string;
/** The published folder, and the folder of a web server. */
let dist: string;
let webRoot: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'publish-'));
	[dist, webRoot] = [join(folder, 'dist'), join(folder, 'web-root')];
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

function write(to: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(to, path)), { recursive: true });
		writeFileSync(join(to, path), text);
	}
}

/** Returns the contents of the files in a folder. */
const read = (from: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(from, { recursive: true, encoding: 'utf8' })
			.map((path) => path.replaceAll('\\', '/'))
			.filter((path) => statSync(join(from, path)).isFile())
			.map((path) => [path, readFileSync(join(from, path), 'utf8')]),
	);

/** Returns whether readers find the old site, the new one, both, or a site with missing files. */
function siteIn(from: string): 'old' | 'new' | 'both' | 'broken' {
	const files = Object.fromEntries(Object.entries(read(from)).filter(([path]) => !path.startsWith('.')));
	if (isDeepStrictEqual(files, oldSite)) return 'old';
	if (isDeepStrictEqual(files, newSite)) return 'new';
	const pages = [files['index.html'], files['about/index.html']];
	const isComplete =
		!pages.includes(undefined) &&
		(!pages.includes('new') || ('_astro/new.css' in files && 'data/index.html' in files)) &&
		(!pages.includes('old') || '_astro/old.css' in files);
	return isComplete ? 'both' : 'broken';
}

/** Publishes the folder `build`. Counts the changes to the file system, and kills its own process before one of them. */
const script = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [dist, build, last] = process.argv.slice(1);
const copy = fs.cpSync;
let count = 0;
for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'writeFileSync']) {
	const original = fs[name];
	fs[name] = (...options) => {
		if (count++ === Number(last)) process.kill(process.pid, 'SIGKILL');
		original(...options);
	};
}
syncBuiltinESMExports();
const { publish, reserve, unfinished } = await import(${JSON.stringify(new URL('../../../src/integrations/publish.ts', import.meta.url).href)});
reserve(dist);
copy(build, unfinished(dist), { recursive: true });
publish(dist);
`;

/** Publishes the new site, and returns whether the process was killed. */
function runUntil(last: number): boolean {
	write(join(folder, 'build'), newSite);
	const options = ['--no-warnings', '--input-type=module', '--eval', script];
	const { signal, stderr } = spawnSync(
		process.execPath,
		[...options, dist, join(folder, 'build'), String(last)],
		{ encoding: 'utf8' },
	);
	expect(stderr).toBe('');
	return signal === 'SIGKILL';
}

test.each(['a folder', 'a symbolic link'])(
	'%s holds a complete site at every moment, even if the build is killed',
	{ timeout: 120_000 },
	(kind) => {
		const found = [];
		for (let last = 0; ; last++) {
			write(webRoot, { ...oldSite, ...ofServer });
			if (kind === 'a folder') renameSync(webRoot, dist);
			else symlinkSync('web-root', dist);
			const { ino } = statSync(dist);
			const isKilled = runUntil(last);
			found.push(siteIn(dist));
			if (isKilled) runUntil(Infinity);
			expect(read(dist)).toEqual({ ...newSite, ...ofServer });
			// The folder itself stays, because it can be a mount point.
			expect(statSync(dist).ino).toBe(ino);
			for (const path of [dist, webRoot, `${dist}.lock`]) rmSync(path, { recursive: true, force: true });
			expect(readdirSync(folder)).toEqual(['build']);
			if (!isKilled) break;
		}
		expect([...new Set(found)]).toEqual(['old', 'both', 'new']);
	},
);

describe('two commands at once', () => {
	beforeEach(() => {
		write(dist, oldSite);
	});

	test('stop the second one with a clear message, and leave the site as it is', () => {
		writeFileSync(`${dist}.lock`, String(process.ppid));
		expect(() => {
			reserve(dist);
		}).toThrow(
			`Another command is writing ${dist}. Wait until it ends, then try again. If no other command runs, delete ${dist}.lock.`,
		);
		expect(read(dist)).toEqual(oldSite);
	});

	test.each(['2147483647', 'x'])('ignore a lock that a killed command left: "%s"', (holder) => {
		writeFileSync(`${dist}.lock`, holder);
		reserve(dist);
		expect(read(folder)['dist.lock']).toBe(String(process.pid));
	});
});

test('a link in a site is refused before a preview, but not the link to the site', () => {
	write(webRoot, newSite);
	symlinkSync('web-root', dist);
	refuseLinks(dist);
	symlinkSync('/etc', join(webRoot, 'about/private'));
	expect(() => {
		refuseLinks(dist);
	}).toThrow(`${join(dist, 'about/private')} is a symbolic link. Delete it.`);
});
