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

// Of a file that is the same, the values are: while somebody writes in one file, all others are.
const valuesIn = remembered(
	(at: Located & { readonly data: unknown }, schema: z.ZodObject): readonly PlacedValue[] => {
		const values: PlacedValue[] = [];
		visitValues(schema, at.data, (value, path, meta) => values.push({ at, path, value, meta }));
		return values;
	},
);

/** Every text, number and other single value of the whole content, files that their schemas refuse among it. */
export const valuesOf = remembered(
	({ site, network, addresses, records, broken }: Draft): readonly PlacedValue[] =>
		[
			site ? valuesIn(site, singleSchemas.site) : [],
			network ? valuesIn(network, singleSchemas.network) : [],
			addresses ? valuesIn(addresses, singleSchemas.addresses) : [],
			...kinds.flatMap((kind) => records[kind].map((record) => valuesIn(record, kindOf(kind).schema))),
			...broken.map(({ value: data, schema, ...at }) => valuesIn({ ...at, data }, schema)),
		].flat(),
);
