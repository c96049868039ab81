import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Field, fieldTree } from '../../../src/schema/field-tree.ts';
import { kindOf, singleSchemas } from '../../../src/schema/index.ts';
import { kinds } from '../../../src/schema/kinds.ts';

const withAllBelow = (field: Field): Field[] => [
	field,
	...(field.entry ? withAllBelow(field.entry) : []),
	...field.fields.flatMap(withAllBelow),
];

const fields = [
	...kinds.map((kind) => [kind, kindOf(kind).schema] as const),
	...Object.entries(singleSchemas),
].flatMap(([name, schema]) =>
	withAllBelow(fieldTree(schema)).map((field) => ({ ...field, place: [name, ...field.path].join('.') })),
);

const lists = new Set(fields.map(({ entry }) => entry?.schema));

describe('the schema explains to editors', () => {
	test('every field, with a title and a sentence', () => {
		for (const { title, description, type, schema, place } of fields) {
			expect(title, place).toMatch(/^\p{Lu}/u);
			// If the entries of a list are groups, the list explains them.
			if (type !== 'group' || !lists.has(schema)) expect(description, place).toMatch(/[.?]$/);
		}
	});

	test('what is valid, with valid examples', () => {
		for (const { examples, schema, place } of fields)
			for (const example of examples)
				expect(z.safeParse(schema, example).success, `${place}: ${String(example)}`).toBe(true);
	});
});

test('no group accepts an unknown key', () => {
	for (const { type, schema, place } of fields) {
		if (type !== 'group') continue;
		const issues = z.safeParse(schema, { 'no-such-key': 1 }).error?.issues ?? [];
		expect(
			issues.map(({ code }) => code),
			place,
		).toContain('unrecognized_keys');
	}
});
