import * as z from 'zod';
import { countryName } from '../../schema/countries.ts';
import type { Content } from '../../records/content.ts';
import { statedFields } from '../../records/facts.ts';
import { elementOf, groupIn, metaOf, shapeOf } from '../../records/schema-walk.ts';
import { idPattern } from '../../schema/fields.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { type Kind, kinds, ofEachKind } from '../../schema/kinds.ts';
import { capitalized } from '../../schema/words.ts';
import { titlesIn } from '../titles.ts';

/*
 * The schemas as JSON Schema, for editors' tools: they complete keys, values and ids and explain fields while a record is
 * written. The schema decides what is right; what JSON Schema cannot say is left to `npm run check`.
 */

/** The file of ids, beside the schemas that refer to it. */
export const idsFile = 'ids.schema.json';

const origin = 'Written by `npm run schemas` from src/schema. Do not edit.';

type Json = Record<string, unknown>;
type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What the schema says of a field for ourselves. */
const own = 'reference recordAddress date form usual ours countryCodes'.split(' ');

/**
 * The JSON Schemas of all kinds and of the single files, by the name of the file each belongs in. They depend on the
 * schema alone, not on the content: ids are in a file of their own (see `idsSchema`).
 */
export const recordJsonSchemas = (): ReadonlyMap<string, Json> =>
	new Map(
		[...kinds.map((kind) => [kind, kindOf(kind).schema] as const), ...Object.entries(singleSchemas)].map(
			([name, schema]) => {
				const json = offerWhatSourcesState(schema, bareJsonSchema(schema));
				return [`${name}.schema.json`, { $comment: origin, ...json }];
			},
		),
	);

const bareJsonSchema = (schema: z.ZodObject): JsonSchema =>
	z.toJSONSchema(schema, {
		target: 'draft-7',
		io: 'input',
		override: ({ zodSchema, jsonSchema }) => {
			const { reference, recordAddress, form, pattern, countryCodes, examples } = metaOf(zodSchema);
			for (const key of own) Reflect.deleteProperty(jsonSchema, key);
			// Ours are what an editor writes, so they hold for the input, for which Zod would leave them out.
			if (examples !== undefined) Object.assign(jsonSchema, { examples });
			simplify(jsonSchema);
			const ids = reference ?? (recordAddress ? 'record' : undefined);
			// Any text passes: the list of ids proposes, and may not know the record that is just being written.
			if (ids !== undefined)
				jsonSchema.anyOf = [
					{ type: 'string' },
					{ $ref: `${idsFile}#/definitions/${ids}` },
					...(jsonSchema.anyOf ?? []).filter(({ type }) => type === 'object'),
				];
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
	if (!types || types.length === 0 || types.includes('object')) return;
	Object.assign(jsonSchema, { type: types });
	Reflect.deleteProperty(jsonSchema, 'anyOf');
}

/** Offers, in each list of sources, the keys beside it for which an entry can be named. */
function offerWhatSourcesState<J extends JsonSchema>(schema: z.core.$ZodType, json: J): J {
	const group = groupIn(elementOf(schema));
	const { properties } = isSchema(json.items) ? json.items : json;
	if (!group || !properties) return json;
	for (const [key, field] of Object.entries(shapeOf(group))) {
		const own = properties[key];
		if (!isSchema(own)) continue;
		if (key !== 'sources') offerWhatSourcesState(field, own);
		else if (isSchema(own.items)) {
			const states = own.items.anyOf?.at(-1)?.properties?.states;
			if (isSchema(states)) states.items = { enum: statedFields(group).map(({ key }) => key) };
		}
	}
	return json;
}

const isSchema = (json: unknown): json is JsonSchema =>
	typeof json === 'object' && json !== null && !Array.isArray(json);

/** The ids of records, each with its title, as JSON Schema: one definition for each kind, and one of all records as `kind/id`. */
export function idsSchema(records: Content['records']): Json {
	const titleOf = titlesIn(records);
	const titled = (kind: Kind) => records[kind].map(({ id }) => ({ id, title: titleOf(kind, id) }));
	return {
		$comment: origin,
		// The version that every editor's YAML tools know; nothing here needs a later one.
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'The ids of all records',
		definitions: {
			...ofEachKind((kind) => choice(titled(kind))),
			record: choice(
				kinds.flatMap((kind) => titled(kind).map(({ id, title }) => ({ id: `${kind}/${id}`, title }))),
			),
		},
	};
}

const choice = (records: readonly { readonly id: string; readonly title: string }[]): Json => ({
	type: 'string',
	// A list of choices may not be empty.
	...(records.length > 0 && {
		enum: records.map(({ id }) => id),
		enumDescriptions: records.map(({ title }) => title),
	}),
});
