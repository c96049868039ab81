import type * as z from 'zod';
import type { BrokenFile, Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Faults, Problem } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads one record, or one single file, from its text and checks it by itself.
 *
 * @param file what the file is called in messages; it need not be there
 * @param text its text, without a byte order mark
 * @param schema what it must be
 * @returns the data and the places of its values; or everything that is wrong with it and, where it is YAML, what it holds
 */
export function readRecord<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
):
	| (Located & { readonly data: z.output<S> })
	| { readonly problems: Problem[]; readonly untold: number; readonly broken?: BrokenFile } {
	const lines = indexLines(text);
	const problemsOf = ({ faults, untold }: Faults): { problems: Problem[]; untold: number } => ({
		problems: faults.map(({ offset, ...fault }) => ({ file, ...lines.positionAt(offset), ...fault })),
		untold,
	});
	const yaml = readYaml(text, lines);
	if ('faults' in yaml) return problemsOf(yaml);
	const { document } = yaml;
	const located: Located = {
		file,
		positionOf: (path, part = 'value') =>
			lines.positionAt(part === 'key' ? document.keyOffsetOf(path) : document.offsetOf(path)),
	};
	const result = validate(schema, document);
	return 'data' in result
		? { ...located, data: result.data }
		: { ...problemsOf(result), broken: { ...located, value: document.value, schema } };
}
