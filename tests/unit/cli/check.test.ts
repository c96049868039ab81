import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/checks/load-content.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(import.meta.dirname, '../../fixtures');

const check = (args: readonly string[], content = join(fixtures, 'base')) =>
	spawnSync(process.execPath, [join(root, 'src/cli/check.ts'), ...args], {
		cwd: root,
		env: { ...process.env, CONTENT_DIR: content },
		encoding: 'utf8',
	});

// Each test starts Node, which is slow on a busy machine.
describe('npm run check', { timeout: 30_000 }, () => {
	test('finds no errors in the published record', () => {
		const { stdout, stderr, status } = check([], 'content');
		expect({ stdout, stderr, status }).toEqual({
			stdout: expect.not.stringMatching(/\d errors?\b/) as unknown,
			stderr: '',
			status: 0,
		});
	});

	test('exits with 1 if there are errors, and names files relative to the current directory', () => {
		const { stdout, status } = check([], 'tests/fixtures/unknown-key');
		expect(status).toBe(1);
		expect(stdout).toContain('tests/fixtures/unknown-key/meetings/first-meeting.yaml:17:1 (unknown-key)\n');
	});

	test('exits with 0 if there are only warnings, which do not stop a build either', () => {
		const content = mkdtempSync(join(tmpdir(), 'check-'));
		for (const each of ['base', 'emoji-in-a-title'])
			cpSync(join(fixtures, each), content, { recursive: true });
		rmSync(join(content, 'expected.txt'));
		const text = check([], content);
		expect(text.status).toBe(0);
		expect(text.stdout).toContain(':3:8 warning (emoji)\n');
		expect(text.stdout).toContain('\n1 warning in 1 file.\n');
		expect(check(['--format=github'], content).stdout).toMatch(/^::warning file=/);
		expect(check(['--format=json'], content).stdout).toContain('"level": "warning"');
		expect(loadContent(content).records.meetings).toHaveLength(2);
		rmSync(content, { recursive: true });
	});

	test.each([
		[
			'the directory is missing',
			[],
			'no-such-directory',
			'There is no content directory "no-such-directory".',
		],
		['the directory is a file', [], 'package.json', 'There is no content directory "package.json".'],
		[
			'the format is unknown',
			['--format', 'xml'],
			'content',
			'Unknown format "xml". Choose one of: text, json, github.',
		],
		['an option is unknown', ['--fix'], 'content', "Unknown option '--fix'."],
	])('exits with 2 and a one-line message if %s', (_, args, content, sentence) => {
		const { stdout, stderr, status } = check(args, content);
		expect(stdout).toBe('');
		expect(stderr).toContain(sentence);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect(status).toBe(2);
	});

	test('prints its usage', () => {
		const { stdout, status } = check(['--help']);
		expect(stdout).toContain('Usage: npm run check');
		expect(status).toBe(0);
	});

	test('prints JSON for programs', () => {
		const { stdout } = check(['--format', 'json'], 'tests/fixtures/unknown-key');
		const { problems } = JSON.parse(stdout) as { problems: Record<string, unknown>[] };
		expect(Object.keys(problems[0] ?? {})).toEqual([
			'file',
			'line',
			'column',
			'rule',
			'message',
			'hint',
			'level',
		]);
	});

	test('prints annotations for pull requests', () => {
		const { stdout } = check(['--format=github'], 'tests/fixtures/unknown-key');
		expect(stdout).toMatch(/^::error file=tests\/fixtures\/unknown-key\/[^\n]+\n/);
	});
});
