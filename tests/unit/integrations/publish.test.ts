import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseLinks, repair, reserve } from '../../../src/integrations/publish.ts';

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

/** Returns whether readers find the old site, the new one, both, none, or a site with missing files. */
function siteIn(from: string): 'old' | 'new' | 'both' | 'none' | 'broken' {
	if (!existsSync(from)) return 'none';
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

/** The types of published folder. For each, how to create it, and what readers may find during publication. */
const kinds = {
	'a folder': {
		arrange: () => {
			write(dist, oldSite);
		},
		views: ['old', 'none', 'new'],
	},
	'a symbolic link': {
		arrange: () => {
			write(webRoot, { ...oldSite, ...ofServer });
			symlinkSync('web-root', dist);
		},
		views: ['old', 'new'],
	},
	'a mount point': {
		arrange: () => {
			write(webRoot, { ...oldSite, ...ofServer });
			mkdirSync(dist);
		},
		views: ['old', 'both', 'new'],
	},
	'a folder that cannot be renamed, like a mount point': {
		arrange: () => {
			write(dist, { ...oldSite, ...ofServer });
		},
		views: ['old', 'both', 'new'],
	},
};
type Kind = keyof typeof kinds;

/** Publishes the folder `build`. Counts the changes to the file system, and kills its own process before one of them. */
const script = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [dist, build, last, kind] = process.argv.slice(1);
const copy = fs.cpSync;
let [count, missingSince] = [0, 0];
for (const name of ['cpSync', 'mkdirSync', 'renameSync', 'rmSync', 'symlinkSync', 'writeFileSync']) {
	const original = fs[name];
	fs[name] = (...options) => {
		if (count++ === Number(last)) process.kill(process.pid, 'SIGKILL');
		if (name === 'renameSync' && options[0] === dist && kind.includes('cannot be renamed'))
			throw Object.assign(new Error(), { code: 'EBUSY' });
		original(...options);
		if (!fs.existsSync(dist)) missingSince ||= performance.now();
		else if (missingSince) missingSince = console.log(performance.now() - missingSince);
	};
}
syncBuiltinESMExports();
const { publish, reserve } = await import(${JSON.stringify(new URL('../../../src/integrations/publish.ts', import.meta.url).href)});
reserve(dist);
copy(build, dist + '.next', { recursive: true });
publish(dist);
`;

function runUntil(last: number, kind: Kind) {
	write(join(folder, 'build'), newSite);
	const node = [process.execPath, '--no-warnings', '--input-type=module', '--eval', script];
	const inMount = ['unshare', '-rm', 'sh', '-c', `mount --bind '${webRoot}' '${dist}' && exec "$@"`, 'sh'];
	const [command = '', ...options] = [
		...(kind === 'a mount point' ? inMount : []),
		...[...node, dist, join(folder, 'build'), String(last), kind],
	];
	const { signal, status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
	expect(stderr).toBe('');
	return { isKilled: signal === 'SIGKILL' || status === 137, missingFor: Number(stdout) };
}

const canMount = spawnSync('unshare', ['-rm', 'mount', '--bind', '/tmp', '/tmp']).status === 0;

describe.each(Object.keys(kinds) as Kind[])('%s', { timeout: 120_000 }, (kind) => {
	const { arrange, views } = kinds[kind];

	test('holds a complete site at every moment, even if the build is killed', ({ skip }) => {
		skip(kind === 'a mount point' && !canMount, 'This system allows no mounts. The next test stands in.');
		const [served, isWhole] = [kind === 'a mount point' ? webRoot : dist, kind === 'a folder'];
		const found = [];
		for (let last = 0; ; last++) {
			arrange();
			const { isKilled, missingFor } = runUntil(last, kind);
			found.push(siteIn(served));
			if (existsSync(webRoot)) expect(siteIn(webRoot)).not.toBe('broken');
			if (isKilled) {
				// Any later command repairs a missing folder, and the next build succeeds.
				repair(dist);
				expect(siteIn(served)).toBeOneOf(['old', 'both', 'new']);
				runUntil(Infinity, kind);
			} else expect(missingFor).toBeLessThan(50);
			expect(read(served)).toEqual({ ...newSite, ...(isWhole ? {} : ofServer) });
			if (kind === 'a symbolic link') expect(readlinkSync(dist)).toBe('web-root');
			for (const path of [dist, webRoot, `${dist}.lock`]) rmSync(path, { recursive: true, force: true });
			expect(readdirSync(folder)).toEqual(['build']);
			if (!isKilled) break;
		}
		expect([...new Set(found)]).toEqual(views);
	});
});

describe('two commands at once', () => {
	beforeEach(() => {
		write(dist, oldSite);
	});

	test('stop the second one with a clear message, and leave the site as it is', () => {
		writeFileSync(`${dist}.lock`, String(process.ppid));
		write(`${dist}.old`, oldSite);
		expect(() => {
			reserve(dist);
		}).toThrow(
			`Another command is writing ${dist}. Wait until it ends, then try again. If no other command runs, delete ${dist}.lock.`,
		);
		repair(dist);
		expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.lock', 'dist.old']);
	});

	test.each(['2147483647', 'x'])('ignore a lock that a killed command left: "%s"', (holder) => {
		writeFileSync(`${dist}.lock`, holder);
		reserve(dist);
		expect(read(folder)['dist.lock']).toBe(String(process.pid));
	});
});

test('a published folder that was deleted after a killed build does not stop the next command', () => {
	write(`${dist}.old`, oldSite);
	repair(dist);
	expect(readdirSync(folder)).toEqual([]);
	symlinkSync('web-root', `${dist}.old`);
	repair(dist);
	expect(readdirSync(folder)).toEqual([]);
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
