import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { commentOn } from '../../../src/outputs/changes/comment.ts';

/** The script in the workflow that writes the comment. GitHub runs it with bash, which stops at the first error. */
const { script, marker } = (() => {
	const text = readFileSync(join(import.meta.dirname, '../../../.github/workflows/comment.yml'), 'utf8');
	const { jobs } = z
		.object({
			jobs: z.object({
				words: z.object({
					steps: z.array(
						z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() }),
					),
				}),
			}),
		})
		.parse(load(text));
	const step = jobs.words.steps.find(({ env }) => env?.MARKER !== undefined);
	return { script: step?.run ?? '', marker: step?.env?.MARKER ?? '' };
})();

/** Replaces GitHub's command line. Returns prepared answers and saves the comment. */
const gh = `#!/usr/bin/env bash
case "$*" in
	*POST*|*PATCH*) echo "$*" > written.txt; cp comment.md written.md;;
	*--paginate*) printf '%s' "$COMMENTS";;
	*pulls/*) echo "$HEAD";;
	*artifacts*) printf '%s' "$PREVIEW";;
esac
`;

// GitHub runs the script on Linux.
describe.skipIf(process.platform === 'win32')('the comment on a pull request', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'comment-'));
		mkdirSync(join(folder, 'bin'));
		writeFileSync(join(folder, 'bin/gh'), gh);
		chmodSync(join(folder, 'bin/gh'), 0o755);
		mkdirSync(join(folder, 'findings'));
		writeFileSync(join(folder, 'findings/number.txt'), '7\n');
		writeFileSync(join(folder, 'words.md'), '### Changes\n\n- Adds Malta.\n');
	});

	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	const run = (environment: NodeJS.ProcessEnv = {}) => {
		const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
			cwd: folder,
			encoding: 'utf8',
			env: {
				...process.env,
				PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
				REPOSITORY: 'example/history',
				HEAD_SHA: 'abc',
				HEAD: 'abc',
				COMMENTS: '',
				PREVIEW: '',
				RUN: '99',
				GITHUB_SERVER_URL: 'https://github.com',
				MARKER: marker,
				...environment,
			},
		});
		const written = join(folder, 'written.txt');
		return {
			status,
			stdout: stdout.trim(),
			call: existsSync(written) ? readFileSync(written, 'utf8').trim() : undefined,
			body: existsSync(written) ? readFileSync(join(folder, 'written.md'), 'utf8') : undefined,
		};
	};

	test('is written', () => {
		expect(run()).toEqual({
			status: 0,
			stdout: '',
			call: 'api --silent --method POST repos/example/history/issues/7/comments --field body=@comment.md',
			body: `${marker}\n\n### Changes\n\n- Adds Malta.\n`,
		});
	});

	test('is updated if it already exists', () => {
		expect(run({ COMMENTS: '42\n43\n' }).call).toBe(
			'api --silent --method PATCH repos/example/history/issues/comments/42 --field body=@comment.md',
		);
	});

	test('is not added if nothing changes, but an existing comment is updated', () => {
		const nothing = commentOn({ problems: [], omitted: 0, changes: [] }, '');
		writeFileSync(join(folder, 'words.md'), nothing);
		expect(run()).toMatchObject({ status: 0, call: undefined });
		expect(run({ COMMENTS: '42' }).body).toContain(nothing);
	});

	test('is not written to another pull request', () => {
		expect(run({ HEAD: 'def' })).toMatchObject({ status: 0, call: undefined });
	});

	test.each(['', '0', '7; rm -rf /', '../../other/repo/issues/7', '$(id)', '7\n8', '99999999999'])(
		'is not written if the artifact has %j instead of a number',
		(number) => {
			writeFileSync(join(folder, 'findings/number.txt'), number);
			expect(run()).toMatchObject({ status: 1, call: undefined });
		},
	);

	test('does not follow links out of the artifact', () => {
		rmSync(join(folder, 'findings/number.txt'));
		symlinkSync('/etc/hostname', join(folder, 'findings/number.txt'));
		expect(run()).toMatchObject({ status: 1, call: undefined });
	});

	test('links to the preview if there is one, and has reviewers run only code of main', () => {
		const { body = '' } = run({ PREVIEW: '123' });
		expect(body).toContain(
			'\n[Preview of the site](https://github.com/example/history/actions/runs/99/artifacts/123), ',
		);
		expect([...body.matchAll(/`([^`]+)`/g)].map(([, code]) => code)).toEqual([
			'dist',
			'main',
			'npm run preview',
		]);
	});
});

describe('npm run comment', { timeout: 30_000 }, () => {
	const problems = { problems: [], omitted: 0 };
	const sentences = { changes: ['Adds the theme “Fish”.'] };

	const comment = (found: Record<string, string>) => {
		const folder = mkdtempSync(join(tmpdir(), 'findings-'));
		for (const [name, text] of Object.entries(found)) writeFileSync(join(folder, name), text);
		const command = join(import.meta.dirname, '../../../src/cli/comment.ts');
		const { status, stdout, stderr } = spawnSync(process.execPath, [command, folder, 'https://x.example'], {
			encoding: 'utf8',
		});
		rmSync(folder, { recursive: true });
		return { status, stdout, stderr: stderr.replaceAll(folder, 'findings').replaceAll('\\', '/') };
	};

	test('describes the findings of the two commands', () => {
		const found = {
			'problems.json': JSON.stringify(problems),
			'changes.json': JSON.stringify(sentences),
		};
		expect(comment(found)).toEqual({
			status: 0,
			stdout: '### Changes\n\n- Adds the theme “Fish”.\n',
			stderr: '',
		});
	});

	test.each([
		['is missing', {}, 'There is no findings/problems.json.'],
		['is not JSON', { 'problems.json': '# Approved' }, 'findings/problems.json is not valid JSON.'],
		[
			'is too large',
			{ 'problems.json': ' '.repeat(2 ** 20 + 1) },
			'findings/problems.json is larger than 1048576 bytes.',
		],
		[
			'has another format',
			{ 'problems.json': '{"problems":"none"}', 'changes.json': '{}' },
			'The files in findings do not have the format of npm run check and npm run diff.',
		],
	])('rejects a file that %s', (_, found, sentence) => {
		expect(comment(found)).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` });
	});
});
