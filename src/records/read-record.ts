import type * as z from 'zod';
import type { Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads one record, or one single file, from its text and checks it by itself.
 *
 * @param file what the file is called in messages; it need not be there
 * @param text its text, without a byte order mark
 * @param schema what it must be
 * @returns the data and the places of its values, or everything that is wrong with it
 */
export function readRecord<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
): (Located & { readonly data: z.output<S> }) | { readonly problems: Problem[] } {
	const lines = indexLines(text);
	const yaml = readYaml(text);
	const result = 'document' in yaml ? validate(schema, yaml.document) : yaml;
	if (!('data' in result) || !('document' in yaml)) {
		const faults = 'faults' in result ? result.faults : [];
		return {
			problems: faults.map(({ offset, ...fault }) => ({ file, ...lines.positionAt(offset), ...fault })),
		};
	}
	const { document } = yaml;
	return {
		file,
		data: result.data,
		positionOf: (path, part = 'value') =>
			lines.positionAt(part === 'key' ? document.keyOffsetOf(path) : document.offsetOf(path)),
	};
}
