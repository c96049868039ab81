import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { editionsByCommit, pastCommits, pastTexts, pathsByFate } from '../../../src/records/past-commits.ts';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

let repository: string;

const git = (...options: string[]): string =>
	execFileSync('git', options, { cwd: repository, encoding: 'utf8' });

function commit(day: string, files: Readonly<Record<string, string>>): void {
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(repository, file)), { recursive: true });
		writeFileSync(join(repository, file), text);
	}
	git('add', '--all');
	gitOn(day, 'commit', '--quiet', '--message', 'Change the record');
}

/** Runs Git at noon on a given day. */
function gitOn(day: string, ...options: string[]): void {
	const date = `${day}T12:00:00Z`;
	const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org'];
	execFileSync('git', [...identity, ...options], {
		cwd: repository,
		env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
	});
}

/** Calls a function of `history.ts` in a program that runs in the given directory. */
function asked(call: string, directory = repository): unknown {
	const history = pathToFileURL(join(import.meta.dirname, '../../../src/records/history.ts')).href;
	const script = `import * as history from ${JSON.stringify(history)};
const answer = history.${call};
console.log(JSON.stringify(answer instanceof Map ? Object.fromEntries(answer) : answer));`;
	const options = ['--no-warnings', '--input-type=module', '--eval', script];
	const env = { ...process.env, SOURCE_DATE_EPOCH: undefined };
	return JSON.parse(
		execFileSync(process.execPath, options, { cwd: directory, encoding: 'utf8', env, stdio: 'pipe' }),
	);
}

const lastCommit = (): string => git('log', '-1', '--format=%H').trim();
let contentCommit: string;

beforeAll(() => {
	repository = mkdtempSync(join(tmpdir(), 'history-'));
	git('init', '--quiet');
	commit('2021-03-04', { 'content/themes/old.yaml': 'one', 'content/themes/changed.yaml': 'one' });
	commit('2022-05-06', { 'content/themes/changed.yaml': 'two', 'content/themes/Größe.yaml': 'one' });
	commit('2023-07-08', { 'content/themes/changed.yaml': 'three', 'README.md': 'one' });
	contentCommit = lastCommit();
	commit('2024-09-10', { 'README.md': 'two' });
});
afterAll(() => {
	rmSync(repository, { recursive: true });
});

test('a file was last changed on the day of the last commit that changed it', () => {
	expect(asked('lastChanges("content")')).toEqual({
		'themes/old': '2021-03-04',
		'themes/changed': '2023-07-08',
		'themes/Größe': '2022-05-06',
	});
});

test('the dates come from the repository of the content, wherever the program is', () => {
	const elsewhere = mkdtempSync(join(tmpdir(), 'program-'));
	onTestFinished(() => {
		rmSync(elsewhere, { recursive: true });
	});
	const content = JSON.stringify(join(repository, 'content'));
	const asThere = (call: string): void => {
		expect(asked(call.replace('DIRECTORY', content), elsewhere)).toEqual(
			asked(call.replace('DIRECTORY', '"content"')),
		);
	};
	for (const call of [
		'lastChanges(DIRECTORY)',
		'editionOf(DIRECTORY)',
		'today(DIRECTORY)',
		'isShallow(DIRECTORY)',
	])
		asThere(call);
});

test('if Git refuses to read the history, its own message is shown', () => {
	vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
	vi.stubEnv('LC_ALL', 'el_GR.UTF-8');
	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
	expect(asked('refusalOfGit("content")')).toMatch(/^fatal: detected dubious ownership .* safe\.directory/s);
	expect(() => asked('today()')).toThrow(
		/Unknown date: Git cannot read the history of "content"\.\nfatal: detected dubious ownership .*SOURCE_DATE_EPOCH/s,
	);
	expect(() => pastTexts(join(repository, 'content'), 'HEAD')).toThrow('fatal: detected dubious ownership');
});

test('a directory without a repository is no refusal', () => {
	expect(asked('refusalOfGit("/") ?? "none"')).toBe('none');
	expect(asked('refusalOfGit("content") ?? "none"')).toBe('none');
});

test('the edition is the last commit that changed the content, whatever has changed beside it since', () => {
	expect(asked('editionOf("content")')).toEqual({ day: '2023-07-08', commit: contentCommit });
});

test.each([
	['changed', 'content/themes/changed.yaml'],
	['new', 'content/themes/new.yaml'],
])('content with a %s file that is not committed is of no edition', (_, file) => {
	writeFileSync(join(repository, file), 'four');
	onTestFinished(() => {
		git('clean', '--quiet', '--force');
		git('checkout', '--quiet', '.');
	});
	expect(asked('editionOf("content") ?? "none"')).toBe('none');
});

test('where the history is cut short or not there, no day is better than a wrong one', () => {
	const clone = mkdtempSync(join(tmpdir(), 'history-clone-'));
	try {
		git('clone', '--quiet', '--depth', '1', pathToFileURL(repository).href, clone);
		expect(asked('isShallow("content")')).toBe(false);
		expect(asked('isShallow("content")', clone)).toBe(true);
		expect(asked('lastChanges("content")', clone)).toEqual({});
		expect(asked('editionOf("content") ?? "none"', clone)).toBe('none');
		rmSync(join(clone, '.git'), { recursive: true });
		expect(asked('lastChanges("content")', clone)).toEqual({});
		expect(asked('editionOf("content") ?? "none"', clone)).toBe('none');
	} finally {
		rmSync(clone, { recursive: true });
	}
});

test('today is the day of the last commit', () => {
	expect(asked('today()')).toBe('2024-09-10');
});

/** Summarizes the last commits. */
const commitsIn = (directory: string, most = 30): unknown[] =>
	pastCommits(join(directory, 'content'), most).map(({ time, before, after }) => ({
		time,
		...Object.fromEntries(
			Object.entries(pathsByFate({ before, after })).filter(([, paths]) => paths.length > 0),
		),
		before: [...before.values()],
		after: [...after.values()],
	}));

const third = {
	time: '2023-07-08T12:00:00Z',
	changed: ['themes/changed.yaml'],
	before: ['two'],
	after: ['three'],
};

test('the last commits that changed the content tell which files they changed, with their texts', () => {
	expect(commitsIn(repository, 2)).toEqual([
		third,
		{
			time: '2022-05-06T12:00:00Z',
			added: ['themes/Größe.yaml'],
			changed: ['themes/changed.yaml'],
			before: ['one'],
			after: ['one', 'two'],
		},
	]);
});

test('what was merged is one commit, on the day of the merge', () => {
	git('checkout', '--quiet', '-b', 'proposal');
	commit('2024-09-11', { 'content/themes/old.yaml': 'new' });
	commit('2024-09-12', { 'content/themes/old.yaml': 'newer' });
	git('checkout', '--quiet', '-');
	gitOn('2024-09-13', 'merge', '--quiet', '--no-ff', '--message', 'Merge the proposal', 'proposal');
	try {
		expect(commitsIn(repository, 2)).toEqual([
			{
				time: '2024-09-13T12:00:00Z',
				changed: ['themes/old.yaml'],
				before: ['one'],
				after: ['newer'],
			},
			third,
		]);
	} finally {
		git('reset', '--quiet', '--hard', 'HEAD^');
	}
});

test('a shallow history gives only the known changes, and a missing one none', () => {
	const clone = mkdtempSync(join(tmpdir(), 'history-clone-'));
	try {
		git('clone', '--quiet', '--depth', '2', pathToFileURL(repository).href, clone);
		expect(commitsIn(clone)).toEqual([]);
		git('-C', clone, 'fetch', '--quiet', '--depth', '3');
		expect(commitsIn(clone)).toEqual([third]);
		rmSync(join(clone, '.git'), { recursive: true });
		expect(commitsIn(clone)).toEqual([]);
	} finally {
		rmSync(clone, { recursive: true });
	}
});

test('an edition is the content of a tag, whatever has changed beside it', () => {
	git('tag', 'edition-2024-09-10');
	git('tag', 'v1');
	expect(Object.fromEntries(editionsByCommit(join(repository, 'content')))).toEqual({
		[contentCommit]: '2024-09-10',
	});
	git('tag', '--delete', 'edition-2024-09-10');
	expect(editionsByCommit(join(repository, 'content')).size).toBe(0);
});
