import * as z from 'zod';
import type { Network } from '../../network/network.ts';
import { namedSchemas, routes } from './json.ts';
import { dataPath } from './paths.ts';
import { namesInTables } from './table.ts';

type Json = Record<string, unknown>;

const variables: Readonly<Record<string, string>> = {
	id: 'The id of a record, or a former id.',
	date: 'The date of a change, as listed in `derived/states.json`.',
};

const nameOf = (path: string): string =>
	path
		.replace(/\.json$/, '')
		.replace(/[/{}]+/g, '-')
		.replace(/^-|-$/g, '');

/** Returns the JSON Schemas of all files and their parts, by name. References between schemas begin with `prefix`. */
function schemasAt(prefix: string): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
	for (const { path, schema } of routes) registry.add(schema, { id: fileSchema(path) });
	const { schemas } = z.toJSONSchema(registry, {
		uri: (id) => prefix + id,
		override: ({ jsonSchema }) => {
			simplify(jsonSchema);
		},
	});
	// Removes ids and dialects, because the document around the schemas sets them for all.
	for (const schema of Object.values(schemas))
		for (const own of ['$id', '$schema']) Reflect.deleteProperty(schema, own);
	return schemas;
}

/**
 * Returns a JSON Schema for `network.json`. The definitions in this schema also describe all other files, such as `#/$defs/file-meetings`.
 */
export const jsonSchemaOf = (network: Network): Json => ({
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: network.address(`${dataPath}schema.json`),
	$ref: '#/$defs/file-network',
	$defs: schemasAt('#/$defs/'),
});

export function openApiOf(network: Network): Json {
	const { site } = network;
	return {
		openapi: '3.1.1',
		info: {
			title: site.name,
			description: `${site.description}\n\nStatic files, read by GET without key or limit. Within version 1, nothing is removed and no field changes its type or meaning. Fields, kinds, choices and files may be added.\n\nThe same data is in CSV tables, which \`datapackage.json\` describes. ${namesInTables}`,
			version: '1',
			...(site.licence && { license: { name: site.licence.name, url: site.licence.url } }),
		},
		servers: [{ url: network.address(dataPath).replace(/\/$/, '') }],
		security: [],
		paths: Object.fromEntries(routes.map(({ path, summary }) => [`/${path}`, pathItem(path, summary)])),
		components: { schemas: schemasAt('#/components/schemas/') },
	};
}

const fileSchema = (path: string): string => `file-${nameOf(path)}`;

const pathItem = (path: string, summary: string): Json => ({
	get: {
		operationId: nameOf(path),
		summary,
		parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
			name,
			in: 'path',
			required: true,
			description: variables[name],
			schema: { type: 'string' },
		})),
		responses: {
			200: {
				description: summary,
				content: { 'application/json': { schema: { $ref: `#/components/schemas/${fileSchema(path)}` } } },
			},
			404: { description: 'File not found.' },
		},
	},
});

/** Allows additional keys in a schema, because later releases may add some. Removes redundant patterns and limits. */
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
	Reflect.deleteProperty(schema, 'additionalProperties');
	if (schema.format !== undefined) Reflect.deleteProperty(schema, 'pattern');
	for (const bound of ['minimum', 'maximum']) Reflect.deleteProperty(schema, bound);
}
