import * as z from 'zod';
import { countryName } from '../../network/labels.ts';
import { metaOf } from '../../records/schema-walk.ts';
import { idPattern } from '../../schema/fields.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { capitalized } from '../../schema/words.ts';

/*
 * The schemas as JSON Schema, for editors' tools: they complete keys, values and ids and explain fields while a record is
 * written. The schema decides what is right; what JSON Schema cannot say is left to `npm run check`.
 */

/** The ids that a reference can name, each with what its record is called. */
export type KnownIds = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

/** The file of ids, beside the schemas that refer to it. */
export const idsFile = 'ids.schema.json';

// The version that every editor's YAML tools know; nothing here needs a later one.
const draft = 'http://json-schema.org/draft-07/schema#';

const origin = 'Written by `npm run schemas` from src/schema. Do not edit.';

type Json = Record<string, unknown>;

/**
 * The JSON Schemas of all kinds and of the two single files, by the name of the file each belongs in. They depend on the
 * schema alone, not on the content: ids are in a file of their own (see `idsSchema`).
 */
export const recordJsonSchemas = (): ReadonlyMap<string, Json> =>
	new Map(
		[...kinds.map((kind) => [kind, kindOf(kind).schema] as const), ...Object.entries(singleSchemas)].map(
			([name, schema]) => [`${name}.schema.json`, { $comment: origin, ...toJsonSchema(schema) }],
		),
	);

const toJsonSchema = (schema: z.ZodObject): Json =>
	z.toJSONSchema(schema, {
		target: 'draft-7',
		io: 'input',
		override: ({ zodSchema, jsonSchema }) => {
			const { reference, recordAddress, form, pattern, countryCodes, examples } = metaOf(zodSchema);
			for (const own of ['reference', 'recordAddress', 'date', 'form', 'usual', 'countryCodes'] as const)
				Reflect.deleteProperty(jsonSchema, own);
			// Ours are what an editor writes, so they hold for the input, for which Zod would leave them out.
			if (examples !== undefined) Object.assign(jsonSchema, { examples });
			simplify(jsonSchema);
			const ids = reference ?? (recordAddress ? 'record' : undefined);
			// Any text passes: the list of ids proposes, and may not know the record that is just being written.
			if (ids !== undefined)
				jsonSchema.anyOf = [{ type: 'string' }, { $ref: `${idsFile}#/definitions/${ids}` }];
			// The ids there are say more than an example, and the id of another file's item would be offered as one for this.
			if (ids !== undefined || pattern === idPattern.source) Reflect.deleteProperty(jsonSchema, 'examples');
			if (countryCodes !== undefined) {
				jsonSchema.enum = [...countryCodes];
				Object.assign(jsonSchema, { enumDescriptions: countryCodes.map(countryName) });
			}
			// A pattern tells nothing to those who are to write it right.
			if (jsonSchema.pattern !== undefined && form !== undefined)
				Object.assign(jsonSchema, { patternErrorMessage: `${capitalized(form)} is expected.` });
		},
	});

/** Takes away what is true but would only be noise where an editor reads it. */
function simplify(jsonSchema: z.core.JSONSchema.BaseSchema): void {
	if (jsonSchema.enum || jsonSchema.const !== undefined) Reflect.deleteProperty(jsonSchema, 'examples');
	for (const bound of ['minimum', 'maximum'] as const) {
		if (Math.abs(Number(jsonSchema[bound])) === Number.MAX_SAFE_INTEGER)
			Reflect.deleteProperty(jsonSchema, bound);
	}
	// A date may be written as a bare year: for a hover, that is one schema and not two.
	const types = jsonSchema.anyOf?.flatMap(({ type }) => type ?? []);
	if (!types || types.length === 0) return;
	Object.assign(jsonSchema, { type: types });
	Reflect.deleteProperty(jsonSchema, 'anyOf');
}

/**
 * The ids of all records as JSON Schema: one definition for each kind, and one of all records as `kind/id`.
 *
 * @param ids the ids there are
 */
export const idsSchema = (ids: KnownIds): Json => ({
	$comment: origin,
	$schema: draft,
	title: 'The ids of all records',
	definitions: {
		...Object.fromEntries(kinds.map((kind) => [kind, choice([...ids[kind]])])),
		record: choice(
			kinds.flatMap((kind) => [...ids[kind]].map(([id, name]) => [`${kind}/${id}`, name] as const)),
		),
	},
});

const choice = (entries: readonly (readonly [string, string])[]): Json => ({
	type: 'string',
	enum: entries.map(([id]) => id),
	enumDescriptions: entries.map(([, name]) => name),
});
