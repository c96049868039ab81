import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/records/yaml.ts';

/* The official cases of the YAML language: https://github.com/yaml/yaml-test-suite */

interface Case {
	readonly name?: string;
	readonly yaml: string;
	/** The value as JSON, where there is one. */
	readonly json?: string | null;
	/** Whether it is no YAML. */
	readonly fail?: boolean;
}

// Its types hold every letter of every case, which is more than a type check can bear.
const { default: suite } = createRequire(import.meta.url)('yaml-test-suite') as {
	readonly default: readonly { readonly id: string; readonly cases: readonly Case[] }[];
};
const cases = suite.flatMap(({ id, cases: variants }) =>
	variants.map((variant, index) => ({ ...variant, name: `${id}, ${String(index)}` })),
);

/** What becomes of a case: its value, or the rules that refuse it. */
const readingOf = (yaml: string): { value: unknown } | { rules: string[] } => {
	const reading = readYaml(yaml);
	return 'document' in reading
		? { value: reading.document.value }
		: { rules: reading.faults.map(({ rule }) => rule) };
};

test('whatever is no YAML is refused, in words of our own', () => {
	const invalid = cases.filter(({ fail }) => fail);
	expect(invalid).toHaveLength(94);
	for (const { name, yaml } of invalid) {
		const reading = readingOf(yaml);
		expect(reading, name).toHaveProperty('rules');
		// The rule of last resort repeats what the parser says.
		if ('rules' in reading) expect(reading.rules, name).not.toContain('yaml');
	}
});

test('whatever is YAML is read as it should be, or refused by a rule of the records', () => {
	const valid = cases.filter(({ fail }) => !fail);
	expect(valid).toHaveLength(308);
	let same = 0;
	for (const { name, yaml, json } of valid) {
		const reading = readingOf(yaml);
		if ('rules' in reading) expect(reading.rules, name).not.toContain('yaml');
		else if (typeof json === 'string') {
			expect(reading.value, name).toEqual(JSON.parse(json));
			same++;
		}
	}
	expect(same).toBeGreaterThan(100);
});
