import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Words that make a text read like a translation, with plain words to use instead. */
const stilted: Readonly<Record<string, string>> = {
	'mend(?:s|ed|ing)?': 'fix',
	anew: 'again',
	told: 'shown, reported or described',
	'leads? to no record': 'is unknown',
	'of which': 'two sentences',
	'for whom': 'two sentences',
	'in the place of': 'instead of',
	'such as it is': '(nothing)',
	'goes without': 'lacks',
	'so many': 'the number',
	'(?:is|are) to be': 'must be, or an instruction',
	'what stands': 'the name of the thing',
	'stands? behind': 'supports',
};

const files = [
	'src/**/*.{ts,mjs,astro,css,md}',
	'*.md',
	'.github/**/*.{md,yml}',
	'{astro.config.mjs,eslint.config.js,vitest.config.ts,package.json}',
].flatMap((pattern) => globSync(pattern, { cwd: root }).sort());

test('code and guides use plain words', () => {
	const pattern = new RegExp(`\\b(?:${Object.keys(stilted).join('|')})\\b`, 'gi');
	const instead = (found: string): string =>
		Object.entries(stilted).find(([word]) => new RegExp(`^${word}$`, 'i').test(found))?.[1] ?? '';
	const found = files.flatMap((file) =>
		readFileSync(join(root, file), 'utf8')
			.split('\n')
			.flatMap((line, index) =>
				[...line.matchAll(pattern)].map(
					([word]) => `${file}:${String(index + 1)}: write “${instead(word)}” instead of “${word}”`,
				),
			),
	);
	expect(files.length).toBeGreaterThan(200);
	expect(found).toEqual([]);
});
