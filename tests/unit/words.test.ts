import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Keeps stilted words out of pages, messages, guides and comments. Does not check the content, because it quotes sources, and because the
 * words of editors must not make the program's tests fail.
 */

const root = join(import.meta.dirname, '../..');

const stilted: readonly { word: RegExp; instead: string }[] = [
	{ word: /\bmend(?:s|ed|ing)?\b/i, instead: '"fix"' },
	{ word: /\banew\b/i, instead: '"again"' },
	{ word: /\btold\b/i, instead: '"shown", "reported" or "described"' },
	{ word: /\btells? of\b/i, instead: '"describes" or "reports"' },
	{ word: /\bof which\b/i, instead: 'two sentences' },
	{ word: /\bwhose (?:\w+ )*no source\b/i, instead: '"without a stated"' },
	{ word: /\bfor whom\b/i, instead: 'an active sentence' },
	{ word: /\bleads? to no\b/i, instead: '"unknown"' },
	{ word: /\bsuch as it is\b/i, instead: 'the name of the thing' },
	{ word: /\bin the place of\b/i, instead: '"instead of"' },
	{ word: /\bas far as\b/i, instead: '"if"' },
	{ word: /\bso many\b/i, instead: 'the number or the limit' },
	{ word: /\bis to be\b/i, instead: '"must be" or an instruction' },
	{ word: /\bgoes? without\b/i, instead: '"has no"' },
	{ word: /\bwhat (?:stands|is told|rests)\b/i, instead: 'the name of the thing' },
	{ word: /\bstands? (?:already|behind|beside|here|there)\b/i, instead: '"is" or "supports"' },
	{ word: /(?<!\bthere )\bis no (?:date|file|source|record|JSON)\b/i, instead: '"is not a"' },
];

const files = globSync(
	['*.{md,cff,mjs,js,ts}', '.github/**/*.{md,yml,conf}', 'src/**/*.{ts,mjs,astro,css,md}', 'tests/**/*.ts'],
	{ cwd: root, exclude: ['tests/unit/words.test.ts', 'tests/bench/stock/**'] },
).sort();

test('no stilted words come back', () => {
	const found = files.flatMap((file) =>
		readFileSync(join(root, file), 'utf8')
			.split('\n')
			.flatMap((line, index) =>
				stilted.flatMap(({ word, instead }) => {
					const [hit] = word.exec(line) ?? [];
					return hit === undefined ? [] : [`${file}:${index + 1}: write ${instead} instead of "${hit}"`];
				}),
			),
	);
	expect(files).toContain('.github/workflows/check.yml');
	expect(found).toEqual([]);
});
