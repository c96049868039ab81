import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** The folders of `src` in the order of `src/README.md`. A module may only import from its own folder and earlier ones. */
const order = [
	'schema',
	'records',
	'checks',
	'network',
	'site',
	'outputs',
	'components',
	'layouts',
	'pages',
	'integrations',
	'cli',
];

const folderOf = (file: string): string => relative(src, file).split(sep)[0] ?? '';

test('no module imports from a later stage', () => {
	const backwards = globSync('*/**/*.{ts,mjs,astro}', { cwd: src }).flatMap((path) => {
		const file = join(src, path);
		const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^'?]+)/g)];
		return imports
			.map(([, to = '']) => resolve(dirname(file), to))
			.filter((to) => order.indexOf(folderOf(to)) > order.indexOf(folderOf(file)))
			.map((to) => `${path} imports ${relative(src, to)}`);
	});
	expect(backwards).toEqual([]);
});
