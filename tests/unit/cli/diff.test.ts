import { execFileSync, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

describe('npm run diff', { timeout: 30_000 }, () => {
	const repository = realpathSync(mkdtempSync(join(tmpdir(), 'diff-')));
	const content = (file: string): string => join(repository, 'content', file);

	const git = (...args: string[]): string =>
		execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', ...args], {
			cwd: repository,
			encoding: 'utf8',
		});

	const diff = (...args: string[]) =>
		spawnSync(process.execPath, [join(root, 'src/cli/diff.ts'), ...args], {
			cwd: repository,
			env: { ...process.env, CONTENT_DIR: undefined },
			encoding: 'utf8',
		});

	const replace = (file: string, from: string, to: string): void => {
		writeFileSync(content(file), readFileSync(content(file), 'utf8').replace(from, to));
	};

	beforeAll(() => {
		git('init', '--quiet', '--initial-branch=main');
		writeFileSync(join(repository, 'README.md'), 'A repository.\n');
		git('add', '.');
		git('commit', '--quiet', '--message=Begin');
		git('tag', 'empty');
		cpSync(join(root, 'tests/fixtures/base'), join(repository, 'content'), { recursive: true });
		// An old key that is not in the current schema.
		appendFileSync(content('members/malta.yaml'), 'founder: true\n');
		git('add', '.');
		git('commit', '--quiet', '--message=Record');

		replace('members/malta.yaml', 'founder: true\n', '');
		replace('secretariat/malta-2018.yaml', 'from: 2018-06', 'from: 2018-07');
		replace('meetings/second-meeting.yaml', 'mode: online', 'mode: on line');
		writeFileSync(
			content('meetings/third-meeting.yaml'),
			'body: conference\nnumber: 3\ntitle: Third meeting\ndates: 2019-06-03/2019-06-04\nplace:\n  city: Valletta\n  country: malta\nsources: [charter-2015]\n',
		);
	});

	afterAll(() => {
		rmSync(repository, { recursive: true });
	});

	test('describes the change from a commit that today’s schema would reject', () => {
		const { stdout, stderr, status } = diff('HEAD');
		expect(stderr).toBe('');
		expect(stdout).toMatchInlineSnapshot(`
			"Cannot compare the member “Malta”: its earlier version is not valid today.
			Cannot compare the meeting “Second meeting”: its new version has errors.
			Adds the meeting “Third meeting” (3–4 June 2019, Valletta, Malta).
			Changes the start of the Secretariat term “Malta, July 2018 – June 2020” from June 2018 to July 2018.
			The new state has 1 error. For details, run npm run check.
			"
		`);
		expect(status).toBe(0);
	});

	test('changes neither the work tree nor the index', () => {
		const before = git('status', '--porcelain');
		diff('empty');
		expect(git('status', '--porcelain')).toBe(before);
		expect(before).not.toBe('');
	});

	test('reports everything as new since a commit without content', () => {
		const { stdout, status } = diff('empty');
		expect(stdout).toContain('Adds the member “Iceland” (May 2015).');
		expect(stdout).not.toMatch(/Removes|could not be compared/);
		expect(status).toBe(0);
	});

	test('gives programs only the changes', () => {
		const { changes } = JSON.parse(diff('--format', 'json', 'HEAD').stdout) as { changes: string[] };
		expect(changes).toHaveLength(4);
		expect(changes.join()).not.toContain('npm run check');
	});

	test.each([
		[
			'no commit is given',
			[],
			'Name one commit, branch or tag to compare with, for example: npm run diff -- main',
		],
		['the commit is unknown', ['no-such'], 'Unknown commit, branch or tag "no-such".'],
		['the commit is an option', ['--', '--all'], 'Unknown commit, branch or tag "--all".'],
		['the format is unknown', ['HEAD', '--format=html'], 'Unknown format "html". Choose one of: text, json.'],
	])('exits with 2 and a one-line message if %s', (_, args, sentence) => {
		const { stdout, stderr, status } = diff(...args);
		expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `${sentence}\n`, status: 2 });
	});

	test('prints its usage', () => {
		const { stdout, status } = diff('--help');
		expect(stdout).toContain('Usage: npm run diff');
		expect(status).toBe(0);
	});
});
