import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editorFiles, editorFolder, idsPath } from '../../../src/outputs/editors/files.ts';
import { readContent } from '../../../src/records/read-content.ts';

const root = join(import.meta.dirname, '../../..');
const expected = editorFiles(readContent(join(root, 'tests/fixtures/base')).draft.records);

const committed = (path: string): string => readFileSync(join(root, editorFolder, path), 'utf8');

const remedy = 'Run npm run schemas to update it.';

/*
 * Does not check the list of ids, which may be out of date. It only provides suggestions, and editors who work in the browser cannot run a
 * command.
 */
describe('the files for text editors match the schema', () => {
	test.each([...expected.keys()].filter((path) => path !== idsPath))('%s', (path) => {
		expect(committed(path), `${editorFolder}/${path} is stale. ${remedy}`).toBe(expected.get(path));
	});

	test('there are no files for kinds that no longer exist', () => {
		const files = globSync('schemas/*', { cwd: join(root, editorFolder) }).map((file) =>
			file.replaceAll('\\', '/'),
		);
		expect(files.sort(), remedy).toEqual(
			[...expected.keys()].filter((path) => path.startsWith('schemas/')).sort(),
		);
	});
});

// Each test starts Node, which is slow on a busy machine.
describe('npm run schemas', { timeout: 30_000 }, () => {
	const schemas = (args: readonly string[], content: string, cwd: string) =>
		spawnSync(process.execPath, [join(root, 'src/cli/schemas.ts'), ...args], {
			cwd,
			env: { ...process.env, CONTENT_DIR: content },
			encoding: 'utf8',
		});
	const folder = (): string => {
		const made = mkdtempSync(join(tmpdir(), 'schemas-'));
		onTestFinished(() => {
			rmSync(made, { recursive: true });
		});
		return made;
	};

	test('writes every file, with the ids of the content, even if the content is invalid', () => {
		const place = folder();
		cpSync(join(root, 'tests/fixtures/base'), join(place, 'content'), { recursive: true });
		cpSync(join(root, 'tests/fixtures/unknown-key'), join(place, 'content'), { recursive: true });
		const { status, stderr } = schemas([], 'content', place);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(globSync('**/*.{json,code-snippets}', { cwd: join(place, editorFolder) })).toHaveLength(
			expected.size,
		);
		const ids = JSON.parse(readFileSync(join(place, editorFolder, idsPath), 'utf8')) as {
			definitions: Record<string, unknown>;
		};
		expect(ids.definitions).toMatchObject({
			members: { enum: ['iceland', 'malta'], enumDescriptions: ['Iceland', 'Malta'] },
			meetings: { enum: ['second-meeting'] },
		});
	});

	test('prints its usage, and a one-line message if it cannot run', () => {
		const place = folder();
		expect(schemas(['--help'], 'content', place).stdout).toContain('Usage: npm run schemas');
		expect(schemas([], 'no-such-directory', place)).toMatchObject({
			status: 2,
			stderr:
				'There is no content directory "no-such-directory". Run the command in the project\'s directory, or set CONTENT_DIR.\n',
		});
		expect(schemas(['--fix'], 'content', place)).toMatchObject({
			status: 2,
			stderr: "Unknown option '--fix'. For all options, run: npm run schemas -- --help\n",
		});
	});
});
