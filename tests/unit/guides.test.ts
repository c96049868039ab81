import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const guides = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'src/README.md',
	'.github/SECURITY.md',
	'.github/EDITIONS.md',
].map((file) => ({ file, folder: dirname(file), text: readFileSync(join(root, file), 'utf8') }));

/** Returns the text in backquotes, except in code blocks. */
const codeIn = (text: string): string[] =>
	[...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** Returns the addresses of links and pictures. */
const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);

/** Returns the anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');

const anchorsIn = (text: string): string[] =>
	[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

describe.each(guides)('$file', ({ folder, text }) => {
	test('links to files and headings that exist', () => {
		const broken = linksIn(text).filter((link) => {
			if (/^https?:/.test(link)) return false;
			if (link.startsWith('#')) return !anchorsIn(text).includes(link.slice(1));
			return !existsSync(join(root, folder, link));
		});
		expect(broken).toEqual([]);
	});

	test('names files and folders that exist', () => {
		// `dist/` and `dist.edition/` only exist after a build.
		const paths = codeIn(text).filter((code) =>
			/^(?!dist(?:\.edition)?\/)[.\w-]+\/[^\s()]*$|^[^\s/]+\.(?:ts|astro|mjs|json|md)$/.test(code),
		);
		const missing = paths.filter(
			(path) =>
				![root, join(root, folder)].some(
					(from) => globSync(path.replace(/[[\]]/g, '[$&]'), { cwd: from }).length > 0,
				),
		);
		expect(missing).toEqual([]);
	});

	test('names commands that exist', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const named = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name = '']) => name);
		expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
	});

	test('names functions that exist', () => {
		const source = globSync('src/**/*.{ts,astro}', { cwd: root })
			.map((file) => readFileSync(join(root, file), 'utf8'))
			.join('\n');
		const functions = codeIn(text).flatMap((code) => /^(\w+)\(\)$/.exec(code)?.[1] ?? []);
		expect(
			functions.filter((name) => !new RegExp(`(?:function\\*?|const|class) ${name}\\b`).test(source)),
		).toEqual([]);
	});
});
