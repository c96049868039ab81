import type * as z from 'zod';
import type { BrokenFile, Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Problem, TextProblems } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** The data of a file, or its problems. `broken` holds the values of a file that is YAML, but that its schema rejects. */
export type FileRead<S extends z.ZodObject> =
	| (Located & { readonly data: z.output<S> })
	| { readonly problems: Problem[]; readonly omitted: number; readonly broken?: BrokenFile };

/**
 * Reads one record, or one single file, from its text and validates it on its own.
 *
 * @param file the file's name in messages; the file need not exist
 */
export function readRecord<S extends z.ZodObject>(file: string, text: string, schema: S): FileRead<S> {
	const lines = indexLines(text);
	const inFile = ({ problems, omitted }: TextProblems): { problems: Problem[]; omitted: number } => ({
		problems: problems.map(({ offset, ...problem }) => ({ file, ...lines.positionAt(offset), ...problem })),
		omitted,
	});
	const yaml = readYaml(text, lines);
	if (!('document' in yaml)) return inFile(yaml);
	const result = validate(schema, yaml.document);
	const located: Located = { file, positionOf: positionsIn(text) };
	return 'data' in result
		? { ...located, data: result.data }
		: { ...inFile(result), broken: { ...located, value: yaml.document.value, schema } };
}

/** Finds positions in a valid text. Few files have problems, so reading these again is cheaper than keeping all positions. */
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
