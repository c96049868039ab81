import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../src/checks/load-content.ts';
import { readRecord } from '../../src/records/read-record.ts';
import { kindOf, singleSchemas } from '../../src/schema/index.ts';
import { isKind } from '../../src/schema/kinds.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Returns the code blocks in a language, without the indentation of lists around them. */
const blocks = (language: string): string[] =>
	[...guide.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)]
		.filter(([, , found]) => found === language)
		.map(([, indentation = '', , text = '']) => text.replace(new RegExp(`^${indentation}`, 'gm'), ''));

const [meeting = '', source = '', withdrawn = ''] = blocks('yaml');

describe('the guide for contributors', () => {
	test.each([
		['meetings', meeting],
		['sources', source],
	])('shows a complete record of %s', (kind, text) => {
		if (!isKind(kind)) throw new RangeError(kind);
		expect(readRecord('example', text, kindOf(kind).schema)).toHaveProperty('data');
	});

	test('shows a valid entry for a deleted record', () => {
		expect(readRecord('example', withdrawn, singleSchemas.addresses)).toHaveProperty('data');
	});

	test(
		'creates two files with its command, and the check then asks for their values',
		{ timeout: 60_000 },
		() => {
			const content = mkdtempSync(join(tmpdir(), 'contributing-'));
			onTestFinished(() => {
				rmSync(content, { recursive: true });
			});
			cpSync(join(root, 'tests/fixtures/base'), content, { recursive: true });
			writeFileSync(
				join(content, 'members/greece.yaml'),
				'name: Greece\ncode: GR\njoined: { date: 2019-06, how: Signed. }\nsources: [charter-2015]\n',
			);
			const [command, ...others] = blocks('sh')
				.flatMap((block) => block.trim().split('\n'))
				.filter((line) => line.startsWith('npm run new '));
			expect(others).toEqual([]);
			const words = [...(command ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
				([, quoted, word = '']) => quoted ?? word,
			);
			const args = words.slice('npm run new'.split(' ').length).filter((word) => word !== '--');
			const { status, stderr } = spawnSync(process.execPath, ['src/cli/new.ts', ...args], {
				cwd: root,
				env: { ...process.env, CONTENT_DIR: content },
				encoding: 'utf8',
			});
			expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
			const { problems } = checkContent(content);
			expect(new Set(problems.map(({ file }) => file))).toEqual(
				new Set(
					['meetings/twelfth-meeting', 'sources/osce-2026-twelfth-meeting'].map(
						(id) => `${content}/${id}.yaml`,
					),
				),
			);
			expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['empty-value']));
		},
	);
});
