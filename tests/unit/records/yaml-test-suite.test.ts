import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/records/yaml.ts';

/* Runs the official test cases for YAML: https://github.com/yaml/yaml-test-suite */

interface Case {
	readonly name?: string;
	readonly yaml: string;
	/** The expected value as JSON, if the case has one. */
	readonly json?: string | null;
	/** Whether the case is invalid YAML. */
	readonly fail?: boolean;
}

// Not a normal import, because the types contain the text of every case and slow down the type check.
const { default: suite } = createRequire(import.meta.url)('yaml-test-suite') as {
	readonly default: readonly { readonly id: string; readonly cases: readonly Case[] }[];
};
const cases = suite.flatMap(({ id, cases: variants }) =>
	variants.map((variant, index) => ({ ...variant, name: `${id}, ${String(index)}` })),
);

/** Returns the value of a case, or the rules that it breaks. */
const read = (yaml: string): { value: unknown } | { rules: string[] } => {
	const result = readYaml(yaml);
	return 'document' in result
		? { value: result.document.value }
		: { rules: result.problems.map(({ rule }) => rule) };
};

test('rejects every invalid case', () => {
	const invalid = cases.filter(({ fail }) => fail);
	expect(invalid).toHaveLength(94);
	for (const { name, yaml } of invalid) expect(read(yaml), name).toHaveProperty('rules');
});

test('reads every valid case with the right value, or rejects it by a rule for records', () => {
	const valid = cases.filter(({ fail }) => !fail);
	expect(valid).toHaveLength(308);
	let same = 0;
	for (const { name, yaml, json } of valid) {
		const result = read(yaml);
		if (!('value' in result) || typeof json !== 'string') continue;
		expect(result.value, name).toEqual(JSON.parse(json));
		same++;
	}
	expect(same).toBeGreaterThan(100);
});
