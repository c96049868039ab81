import { countryCodes, countryName } from '../../schema/countries.ts';
import type { Content } from '../../records/content.ts';
import { type Field, fieldTree } from '../../schema/field-tree.ts';
import { kindOf, singleSchemas } from '../../schema/index.ts';
import { type Kind, kinds, ofEachKind } from '../../schema/kinds.ts';
import { capitalized } from '../../schema/words.ts';
import { titlesIn } from '../titles.ts';

/*
 * JSON Schemas for editing tools, which use them to complete keys and ids and to explain fields. The schemas are generated from the field
 * tree, because the output of `z.toJSONSchema` would need corrections for almost every field. `npm run check` also finds the errors that
 * JSON Schema cannot express.
 */

/** The file that lists the ids. The schemas in the same folder refer to this file. */
export const idsFile = 'ids.schema.json';

const origin = 'Written by `npm run schemas` from src/schema. Do not edit.';

// All YAML tools support this version of JSON Schema.
const draft = 'http://json-schema.org/draft-07/schema#';

type Json = Record<string, unknown>;

/**
 * Returns a JSON Schema for each kind of record and for files such as `site.yaml`. The schemas do not depend on the content, because the
 * ids of records are in a separate file (see `idsSchema`).
 */
export const recordJsonSchemas = (): ReadonlyMap<string, Json> =>
	new Map(
		[...kinds.map((kind) => [kind, kindOf(kind).schema] as const), ...Object.entries(singleSchemas)].map(
			([name, schema]) => [
				`${name}.schema.json`,
				{ $comment: origin, $schema: draft, ...jsonSchemaOf(fieldTree(schema), []) },
			],
		),
	);

/** @param stated the sibling keys that a source can support */
function jsonSchemaOf(field: Field, stated: readonly string[]): Json {
	const { type, title, description, expected, entry, fields, reference, choices, examples, pattern } = field;
	const { minimum, maximum } = field;
	const required = fields.filter(({ isRequired }) => isRequired).map(({ key }) => key);
	const group = (keys: readonly string[]): Json => ({
		type: 'object',
		properties: Object.fromEntries(fields.map((each) => [each.key, jsonSchemaOf(each, keys)])),
		...(required.length > 0 && { required }),
		additionalProperties: false,
	});
	const about = {
		title,
		...(description !== '' && { description }),
		...(examples.length > 0 && { examples }),
	};
	// Replaces the default error message, because a regular expression would not help editors.
	const formed = pattern !== undefined && {
		pattern,
		patternErrorMessage: `${capitalized(expected)} is expected.`,
	};
	const orGroup = fields.length > 0 ? [group(stated)] : [];
	switch (type) {
		case 'list':
			return { type: 'array', minItems: minimum, items: entry && jsonSchemaOf(entry, stated), ...about };
		case 'group':
			return { ...group(field.stated.map(({ key }) => key)), ...about };
		case 'key':
			return { enum: stated };
		case 'reference':
			// Any string is valid, because the list of ids only provides suggestions and may be out of date.
			return {
				...about,
				// Offers existing ids as suggestions, because they are more useful than examples.
				examples: undefined,
				anyOf: [
					{ type: 'string' },
					{ $ref: `${idsFile}#/definitions/${reference === 'any' ? 'record' : (reference ?? '')}` },
					...orGroup,
				],
			};
		case 'site-address':
			return { ...about, anyOf: [{ type: 'string', ...formed }, ...orGroup] };
		case 'number':
			return { type: 'integer', minimum, maximum, ...about };
		case 'date':
			return { type: ['string', 'integer'], ...about, ...formed };
		case 'choice':
			return { type: 'string', enum: choices, ...about };
		case 'mark':
			return { type: 'boolean', const: true, ...about };
		case 'country-code':
			return {
				type: 'string',
				...about,
				enum: countryCodes,
				enumDescriptions: countryCodes.map(countryName),
			};
		case 'id':
			// Ids have no examples, because editing tools would suggest an example as a value.
			return { type: 'string', ...about, examples: undefined, ...formed };
		default:
			return { type: 'string', ...about, ...formed };
	}
}

/**
 * Returns a JSON Schema with the ids and titles of all records. The schema has one definition for each kind, and one that lists all
 * records as `kind/id`.
 */
export function idsSchema(records: Content['records']): Json {
	const titleOf = titlesIn(records);
	const titled = (kind: Kind) => records[kind].map(({ id }) => ({ id, title: titleOf(kind, id) }));
	return {
		$comment: origin,
		$schema: draft,
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
	// JSON Schema does not allow an empty enum.
	...(records.length > 0 && {
		enum: records.map(({ id }) => id),
		enumDescriptions: records.map(({ title }) => title),
	}),
});
