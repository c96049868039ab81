/** Adds a word with 220 letters to every text in a content directory. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import type * as z from 'zod';
import { loadContent } from '../../src/checks/load-content.ts';
import { mapValues } from '../../src/records/values.ts';
import { fieldTree } from '../../src/schema/field-tree.ts';
import { kindOf, singleSchemas } from '../../src/schema/index.ts';
import { kinds } from '../../src/schema/kinds.ts';

/** The contact address and the publisher of the lengthened record. */
export const reachable = {
	contact: 'https://www.example.org/contact',
	publisher: 'Archive of Harbours',
} as const;

// Fields that stay the same, because the check compares them with other records.
const kept = ['quote', 'field', 'city'];

export function lengthen(directory: string): void {
	let count = 0;
	const write = (file: string, schema: z.core.$ZodType, data: object): void => {
		const long = mapValues(fieldTree(schema), data, (value, path, { type }) =>
			type === 'text' && !path.some((step) => kept.includes(String(step)))
				? `Word${String(count++).padStart(6, '0')}${'w'.repeat(210)}`
				: value,
		);
		writeFileSync(join(directory, file), dump(long));
	};
	const { records, network } = loadContent(directory);
	for (const kind of kinds)
		for (const { id, data } of records[kind]) write(`${kind}/${id}.yaml`, kindOf(kind).schema, data);
	write('network.yaml', singleSchemas.network, network);
	appendFileSync(
		join(directory, 'site.yaml'),
		`contact: ${reachable.contact}\npublisher: ${reachable.publisher}\n`,
	);
}
