import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { orExit, UserError } from '../../../src/records/user-error.ts';

/** Runs a program that may fail, and returns how it ended. */
const ended = (act: string): { status: number | null; stdout: string; stderr: string } => {
	const module = pathToFileURL(join(import.meta.dirname, '../../../src/records/user-error.ts')).href;
	const script = `import { orExit, UserError } from ${JSON.stringify(module)}; orExit(() => { ${act} }); console.log('on');`;
	const options = ['--no-warnings', '--input-type=module', '--eval', script];
	const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
	return { status, stdout, stderr };
};

test('a user error ends the program with its message; other errors show a stack trace', () => {
	expect(orExit(() => 9)).toBe(9);
	expect(ended("throw new UserError('There is no such directory.');")).toEqual({
		status: 1,
		stdout: '',
		stderr: 'There is no such directory.\n',
	});
	expect(ended("throw new TypeError('of its own');").stderr).toMatch(/TypeError: of its own\n +at /);
	expect(String(new UserError('No.'))).toBe('UserError: No.');
});
