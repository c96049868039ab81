import type * as z from 'zod';
import type { Draft, Located } from '../records/content.ts';
import { remembered } from '../records/remembered.ts';
import { visitValues } from '../records/schema-walk.ts';
import type { Path } from '../records/yaml.ts';
import { kindOf, singleSchemas } from '../schema/index.ts';
import { kinds } from '../schema/kinds.ts';

/** A single value somewhere in the content, and what the schema says of its field. */
export interface PlacedValue {
	readonly at: Located;
	readonly path: Path;
	readonly value: unknown;
	readonly meta: z.GlobalMeta;
}

/** Every text, number and other single value of the whole content, files that their schemas refuse among it. */
export const valuesOf = remembered(
	({ site, network, addresses, records, broken }: Draft): readonly PlacedValue[] => {
		const values: PlacedValue[] = [];
		const visit = (at: Located & { readonly data: unknown }, schema: z.ZodObject): void => {
			visitValues(schema, at.data, (value, path, meta) => values.push({ at, path, value, meta }));
		};
		if (site) visit(site, singleSchemas.site);
		if (network) visit(network, singleSchemas.network);
		if (addresses) visit(addresses, singleSchemas.addresses);
		for (const kind of kinds) {
			for (const record of records[kind]) visit(record, kindOf(kind).schema);
		}
		for (const { value: data, schema, ...at } of broken) visit({ ...at, data }, schema);
		return values;
	},
);
