import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { metaOf, shapeOf, unwrap } from '../../../src/records/schema-walk.ts';
import { kindOf, singleSchemas } from '../../../src/schema/index.ts';
import { kinds } from '../../../src/schema/kinds.ts';

interface Field {
	readonly path: string;
	readonly schema: z.core.$ZodType;
}

const fieldsOf = (schema: z.core.$ZodType, path: string): Field[] => {
	const inner = unwrap(schema);
	const within =
		inner instanceof z.ZodObject
			? Object.entries(shapeOf(inner)).flatMap(([key, field]) => fieldsOf(field, `${path}.${key}`))
			: inner instanceof z.ZodArray
				? fieldsOf(inner.element, `${path}[]`)
				: [];
	return [{ path, schema }, ...within];
};

const fields = [
	...kinds.map((kind) => [kind, kindOf(kind).schema] as const),
	...Object.entries(singleSchemas),
].flatMap(([name, schema]) => fieldsOf(schema, name));

const isGroupInList = ({ path, schema }: Field): boolean =>
	path.endsWith('[]') && unwrap(schema) instanceof z.ZodObject;

describe('what the schema tells an editor', () => {
	test('every field has a title and a description that is a sentence', () => {
		// An entry of a list that is a group is told of by the list and by its keys.
		for (const field of fields.filter((each) => !isGroupInList(each))) {
			const { title, description } = metaOf(field.schema);
			expect(title, field.path).toMatch(/^\p{Lu}/u);
			expect(description, field.path).toMatch(/[.?]$/);
		}
	});

	test('every example is accepted by the field that gives it', () => {
		for (const { path, schema } of fields) {
			const { examples } = metaOf(schema);
			for (const example of Array.isArray(examples) ? examples : []) {
				expect(z.safeParse(schema, example).success, `${path}: ${String(example)}`).toBe(true);
			}
		}
	});

	test('no group takes a key that it does not know', () => {
		for (const { path, schema } of fields) {
			const inner = unwrap(schema);
			if (!(inner instanceof z.ZodObject)) continue;
			const issues = inner.safeParse({ 'no-such-key': 1 }).error?.issues ?? [];
			expect(
				issues.map(({ code }) => code),
				path,
			).toContain('unrecognized_keys');
		}
	});
});
