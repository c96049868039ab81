import * as z from 'zod';
import type { Network } from '../../network/network.ts';
import { namedSchemas, routes } from './json.ts';
import { dataPath } from './paths.ts';

type Json = Record<string, unknown>;

/** What a variable of a path stands for. */
const variables: Readonly<Record<string, string>> = {
	id: 'The id of a record, or one that it had before.',
	date: 'The date of a turning point, as `derived/states.json` lists it.',
};

const nameOf = (path: string): string =>
	path
		.replace(/\.json$/, '')
		.replace(/[/{}]+/g, '-')
		.replace(/^-|-$/g, '');

/** The description of the JSON files as OpenAPI 3.1, from the schemas that they are written by. */
export function openApiOf(network: Network): Json {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
	for (const { path, schema } of routes) registry.add(schema, { id: fileSchema(path) });
	const { schemas } = z.toJSONSchema(registry, {
		uri: (id) => `#/components/schemas/${id}`,
		override: ({ jsonSchema }) => {
			simplify(jsonSchema);
		},
	});
	// Where each stands and in which dialect it is, the document says for all.
	for (const schema of Object.values(schemas))
		for (const own of ['$id', '$schema']) Reflect.deleteProperty(schema, own);
	const { site } = network;
	return {
		openapi: '3.1.1',
		info: {
			title: site.name,
			description: `${site.description}\n\nStatic files: no key, no limit, and all are read by GET. Within version 1 nothing is taken away and no field gets another type or meaning; fields, kinds, choices and files may be added.`,
			version: '1',
			...(site.licence && { license: { name: site.licence.name, url: site.licence.url } }),
		},
		servers: [{ url: network.address(dataPath).replace(/\/$/, '') }],
		security: [],
		paths: Object.fromEntries(routes.map(({ path, summary }) => [`/${path}`, pathItem(path, summary)])),
		components: { schemas },
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
			404: { description: 'There is no such file.' },
		},
	},
});

/** Keys may be added within a version, and no number or date is what JSON Schema says it is without them. */
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
	Reflect.deleteProperty(schema, 'additionalProperties');
	if (schema.format !== undefined) Reflect.deleteProperty(schema, 'pattern');
	for (const bound of ['minimum', 'maximum']) Reflect.deleteProperty(schema, bound);
}
