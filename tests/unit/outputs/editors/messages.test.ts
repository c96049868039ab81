import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/checks/load-content.ts';
import { inFormWords, type FindName } from '../../../../src/outputs/editors/messages.ts';
import { titlesIn } from '../../../../src/outputs/titles.ts';
import type { Problem } from '../../../../src/records/problem.ts';
import type { Rule } from '../../../../src/schema/rules.ts';
import { make, mistakes } from '../../../fixtures/mistakes.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');

/** Rules about files or YAML, which no answer in a form can break. */
const ofFiles = new Set<Rule>([
	...(['missing-file', 'file-place', 'unknown-folder', 'not-a-file', 'file-ending', 'file-size'] as const),
	...(['encoding', 'empty-file', 'unsafe-character', 'conflict-mark', 'code-fence', 'key'] as const),
	...(['tab-indentation', 'indentation', 'unquoted-colon', 'unquoted-text', 'unclosed-quote'] as const),
	...(['text-after-quote', 'escape', 'unclosed-bracket', 'bracket-list', 'missing-colon'] as const),
	...(['missing-space', 'comment-in-text', 'swallowed-line', 'block-sign', 'curly-quotes'] as const),
	...(['number-form', 'duplicate-key', 'anchor', 'alias', 'merge-key', 'tag', 'directive'] as const),
	...(['several-documents', 'nesting', 'unknown-key', 'empty-value', 'states-unknown'] as const),
]);

const preparations: ((directory: string) => void)[] = [
	...readdirSync(fixtures, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== 'base')
		.map(({ name }) => (directory: string) => {
			cpSync(join(fixtures, name), directory, { recursive: true });
		}),
	...mistakes.map((mistake) => (directory: string) => {
		make(mistake, directory);
	}),
];

/** Returns the problems in a changed copy of the small record, in the words of the command line and of forms. */
function wordsOf(prepare: (directory: string) => void) {
	const directory = mkdtempSync(join(tmpdir(), 'messages-'));
	try {
		cpSync(join(fixtures, 'base'), directory, { recursive: true });
		prepare(directory);
		rmSync(join(directory, 'expected.txt'), { force: true });
		const { problems, draft } = checkContent(directory);
		const titleOf = titlesIn(draft.records);
		const nameOf: FindName = (kind, id) =>
			draft.records[kind].some((record) => record.id === id) ? titleOf(kind, id) : undefined;
		const text = JSON.stringify(problems).replaceAll(directory.replaceAll('\\', '/'), 'content');
		return (JSON.parse(text) as Problem[])
			.filter(
				({ rule, message }) =>
					!ofFiles.has(rule) && !/ is a (?:list|group)|is text, but [^w]*(?:list|group)/.test(message),
			)
			.flatMap((problem) => (problem.file.includes('/addresses.') ? [] : inFormWords(problem, nameOf)));
	} finally {
		rmSync(directory, { recursive: true });
	}
}

test('a message about the sources of a group names the label of the fact and the box to tick', () => {
	const wordsAt = (rule: Rule, path: (string | number)[], message: string, hint: string) =>
		inFormWords(
			{ file: 'content/meetings/first.yaml', line: 1, column: 1, rule, path, message, hint },
			() => undefined,
		);
	const [bare, needless] = [
		wordsAt('no-source', ['participants', 'count'], '"count" has no source.', 'Add "count" to "states".'),
		wordsAt(
			'needless-source',
			['participants', 'sources', 1, 'states', 0],
			'"notes" has its own sources, so this source has no effect on it.',
			'Add the source under "notes" instead, and delete "notes" here.',
		),
	];
	expect(bare.message).toBe(
		'No chosen source supports “Count”. Choose another one, or tick “Count” under “Only for a part of this fact”.',
	);
	const entry = wordsAt('no-source', ['outcomes', 1], 'This entry of "outcomes" has no source.', 'Add it.');
	expect(entry.field).toBe('Outcome 2');
	expect(entry.message).toBe('This fact has no source. Choose one under “Who says so?”');
	expect(needless.field).toBe('Participants, Source 2');
	expect(needless.message).toBe(
		'“Notes” has its own sources, so this source has no effect on it. Untick “Notes” under “Only for a part of this fact”.',
	);
});

test('a form names records and labels, not keys, ids, files or folders', { timeout: 60_000 }, async () => {
	const all = preparations.flatMap(wordsOf);
	expect(all.length).toBeGreaterThan(100);
	expect(
		all
			.map(({ message }) => message)
			.filter((message) =>
				/content\/|\.ya?ml|\bfolder\b|\bfiles?\b|\bkeys?\b|"|\bindented\b|\bline\b/.test(message),
			),
	).toEqual([]);
	const lines = all.map(({ record, field, message }) => `${record}${field && `, ${field}`}\n  ${message}\n`);
	await expect([...new Set(lines)].sort().join('')).toMatchFileSnapshot(
		join(import.meta.dirname, 'messages.txt'),
	);
});
