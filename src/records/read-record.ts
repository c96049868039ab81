import type * as z from 'zod';
import type { BrokenFile, Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Faults, Problem } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** The data of a file and the places of its values; or everything that is wrong with it and, where it is YAML, what it holds. */
export type FileRead<S extends z.ZodObject> =
	| (Located & { readonly data: z.output<S> })
	| { readonly problems: Problem[]; readonly untold: number; readonly broken?: BrokenFile };

/**
 * Reads one record, or one single file, from its text and checks it by itself.
 *
 * @param file what the file is called in messages; it need not be there
 */
export function readRecord<S extends z.ZodObject>(file: string, text: string, schema: S): FileRead<S> {
	const lines = indexLines(text);
	const problemsOf = ({ faults, untold }: Faults): { problems: Problem[]; untold: number } => ({
		problems: faults.map(({ offset, ...fault }) => ({ file, ...lines.positionAt(offset), ...fault })),
		untold,
	});
	const yaml = readYaml(text, lines);
	if ('faults' in yaml) return problemsOf(yaml);
	const result = validate(schema, yaml.document);
	const located: Located = { file, positionOf: positionsIn(text) };
	return 'data' in result
		? { ...located, data: result.data }
		: { ...problemsOf(result), broken: { ...located, value: yaml.document.value, schema } };
}

/**
 * Where values stand in a text that has been read. Of all the files a check points into few, so that these are read once more
 * rather than the places in all of them kept.
 */
function positionsIn(text: string): Located['positionOf'] {
	const read = (): Located['positionOf'] => {
		const lines = indexLines(text);
		const { document } = readYaml(text, lines) as { readonly document: YamlDocument };
		return (path, part) =>
			lines.positionAt(part === 'key' ? document.keyOffsetOf(path) : document.offsetOf(path));
	};
	let positionOf: Located['positionOf'] | undefined;
	return (path, part) => (positionOf ??= read())(path, part);
}
