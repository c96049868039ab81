import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { checkContent } from '../../src/checks/load-content.ts';
import { readRecord } from '../../src/records/read-record.ts';
import { sources } from '../../src/schema/citation.ts';
import { kindOf, singleSchemas } from '../../src/schema/index.ts';
import { isKind } from '../../src/schema/kinds.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The code blocks of a language, without the indentation of the list that a block may be in. */
const blocks = (language: string): string[] =>
	[...guide.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)]
		.filter(([, , found]) => found === language)
		.map(([, indentation = '', , text = '']) => text.replace(new RegExp(`^${indentation}`, 'gm'), ''));

const records = blocks('yaml');
const [, source = '', meeting = '', cited = '', dispute = '', , withdrawn = ''] = records;

/** A small record with what the guide's example names, which ends with the test. */
function contentOfExample(): string {
	const content = mkdtempSync(join(tmpdir(), 'contributing-'));
	onTestFinished(() => {
		rmSync(content, { recursive: true });
	});
	cpSync(join(root, 'tests/fixtures/base'), content, { recursive: true });
	const write = (file: string, text: string): void => {
		writeFileSync(join(content, file), `${text}\nsources: [charter-2015]\n`);
	};
	write(
		'members/greece.yaml',
		'name: Greece\ncode: GR\njoined: { date: 2019-06, how: Signed. }\ntile: { row: 4, column: 4 }',
	);
	write('themes/electronic-evidence.yaml', 'name: Electronic evidence\ndescription: What machines hold.');
	return content;
}

describe('the guide for contributors', () => {
	test.each([
		['meetings', records[0]],
		['sources', source],
		['meetings', meeting],
		['disputes', dispute],
	])('shows a record in %s as its schema has it', (kind, text = '') => {
		if (!isKind(kind)) throw new RangeError(kind);
		expect(readRecord('example', text, kindOf(kind).schema)).toHaveProperty('data');
	});

	test('shows how sources are named fact by fact, and what is told of a record that was taken out', () => {
		expect(readRecord('example', cited, z.strictObject({ sources }))).toHaveProperty('data');
		expect(readRecord('example', withdrawn, singleSchemas.addresses)).toHaveProperty('data');
	});

	test('has a recipe for each thing that is added or taken away', () => {
		const recipes = ['A member', 'An office', 'A chair', 'A Board', 'A theme'];
		for (const recipe of recipes) expect(guide).toContain(`\n- **${recipe}** (\`content/`);
		expect(guide).toContain('\n## Renaming and deleting\n');
	});

	test('leads in the browser to a source and a meeting that pass the check', () => {
		const content = contentOfExample();
		for (const name of ['osce-2026-twelfth-meeting.yaml', 'twelfth-meeting.yaml'])
			expect(guide).toContain(`\`${name}\``);
		writeFileSync(join(content, 'sources/osce-2026-twelfth-meeting.yaml'), source);
		writeFileSync(join(content, 'meetings/twelfth-meeting.yaml'), meeting);
		expect(checkContent(content).problems).toEqual([]);
	});

	test(
		'leads in an editor to the same two files, of which the check then asks for the values',
		{ timeout: 60_000 },
		() => {
			const content = contentOfExample();
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

	test('names only commands that there are', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const readme = readFileSync(join(root, 'README.md'), 'utf8');
		const named = [...`${guide}${readme}`.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name = '']) => name);
		expect(named.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
	});
});
