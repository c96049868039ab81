import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/checks/load-content.ts';
import type { Problem } from '../../../../src/records/problem.ts';
import { Workbench } from '../../../../src/outputs/editors/workbench.ts';
import { idPattern } from '../../../../src/schema/fields.ts';
import { singleSchemas } from '../../../../src/schema/index.ts';
import { isKind } from '../../../../src/schema/kinds.ts';
import { generateContent } from '../../../bench/content.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');

/** Returns the texts of all files in a folder, by path. */
const textsIn = (folder: string): Map<string, string> =>
	new Map(
		globSync('**/*.yaml', { cwd: folder })
			.map((path) => path.replaceAll('\\', '/'))
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '')]),
	);

const published = { texts: Object.fromEntries(textsIn(join(fixtures, 'base'))), gone: {} };
const workbench = new Workbench(published);

/** Returns whether a form can create a file with the given path. */
const isPlace = (path: string): boolean => {
	const [folder = '', name, ...further] = path.replace(/\.yaml$/, '').split('/');
	if (further.length > 0) return false;
	return name === undefined ? folder in singleSchemas : isKind(folder) && idPattern.test(name);
};

/** The scenarios that add or change a single file, each with its path. */
const scenarios = globSync('*/expected.txt', { cwd: fixtures })
	.map((path) => path.replaceAll('\\', '/').split('/')[0] ?? '')
	.sort()
	.flatMap((name) => {
		const [file, ...others] = globSync('**/*', { cwd: join(fixtures, name) })
			.map((path) => path.replaceAll('\\', '/'))
			.filter((path) => path.includes('.') && path !== 'expected.txt');
		const isText = !readFileSync(join(fixtures, name, 'expected.txt'), 'utf8').includes('(encoding)');
		return file !== undefined && others.length === 0 && isText && isPlace(file) ? [{ name, file }] : [];
	});

/** Returns the problems that the command line reports for a scenario. */
function checked(name: string): readonly Problem[] {
	const directory = mkdtempSync(join(tmpdir(), 'content-'));
	try {
		for (const each of ['base', name]) cpSync(join(fixtures, each), directory, { recursive: true });
		rmSync(join(directory, 'expected.txt'));
		const { problems } = checkContent(directory);
		const text = JSON.stringify(problems).replaceAll(directory.replaceAll('\\', '/'), 'content');
		return JSON.parse(text) as Problem[];
	} finally {
		rmSync(directory, { recursive: true });
	}
}

describe('a form reports the same problems as the command line:', () => {
	test('there are scenarios to compare', () => {
		expect(scenarios.length).toBeGreaterThan(100);
	});

	test.each(scenarios)('$name', ({ name, file }) => {
		const files = textsIn(join(fixtures, name));
		const { problems } = workbench.check(files);
		const plain = JSON.parse(
			JSON.stringify(problems.map((each) => ({ ...each, words: undefined }))),
		) as Problem[];
		// If a mistake can be fixed in several files, the form reports it in the changed file.
		const expectedProblems = checked(name).map((each) =>
			each.file === `content/${file}`
				? each
				: (each.or?.find((other) => other.file === `content/${file}`) ?? each),
		);
		expect(plain).toEqual(expectedProblems);
		// Problems within the file are reported immediately.
		const own = workbench.problemsOf(file, files.get(file) ?? '', false);
		const expected = plain.map(({ message }) => message);
		for (const { message } of own) expect(expected).toContain(message);
	});
});

test('with 1,000 meetings, the problems of a file are found within a tenth of a second', () => {
	const texts = generateContent(1_000);
	const large = new Workbench({ texts, gone: {} });
	const path = Object.keys(texts).find((each) => each.startsWith('meetings/')) ?? '';
	const times = [1, 2, 3].map((number) => {
		const start = performance.now();
		const text = `${texts[path] ?? ''}nmber: ${String(number)}\n`;
		expect(large.problemsOf(path, text, false).map(({ rule }) => rule)).toEqual(['unknown-key']);
		return performance.now() - start;
	});
	expect(Math.min(...times)).toBeLessThan(100);
});

describe('the form of a text', () => {
	test.each([
		['keeps every record', (text: string) => text, true],
		['refuses an unknown key', (text: string) => `${text}\nextra: Something\n`, false],
		['refuses an unknown key in a group', (text: string) => text.replace('  how:', '  whow:'), false],
		[
			'refuses a list where a text belongs',
			(text: string) => text.replace(/^name: (.*)$/m, 'name: [$1]'),
			false,
		],
		['keeps a number in quotes', (text: string) => text.replace('order: 2', 'order: "2"'), true],
	])('%s', (_, change, isThere) => {
		const text = change(published.texts['members/malta.yaml'] ?? '');
		expect(workbench.answersFrom('members', text) !== undefined).toBe(isThere);
	});
});
