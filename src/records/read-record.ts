import type * as z from 'zod';
import type { BrokenFile, Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Problem, TextProblem } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** The data of a file, or its problems. `broken` holds the values of a file that is YAML, but that its schema rejects. */
export type FileRead<S extends z.ZodObject> =
	(Located & { readonly data: z.output<S> }) | { readonly problems: Problem[]; readonly broken?: BrokenFile };

/**
 * Reads one record, or one single file, from its text and validates it on its own.
 *
 * @param file the file's name in messages; the file need not exist
 */
export function readRecord<S extends z.ZodObject>(file: string, text: string, schema: S): FileRead<S> {
	const lines = indexLines(text);
	const inFile = (problems: readonly TextProblem[]): Problem[] =>
		problems.map(({ offset, ...problem }) => ({ file, ...lines.positionAt(offset), ...problem }));
	const yaml = readYaml(text, lines);
	if (!('document' in yaml)) return { problems: inFile(yaml.problems) };
	const { document } = yaml;
	const result = validate(schema, document);
	const located: Located = {
		file,
		positionOf: (path, part) =>
			lines.positionAt(part === 'key' ? document.keyOffsetOf(path) : document.offsetOf(path)),
	};
	return 'data' in result
		? { ...located, data: result.data }
		: { problems: inFile(result.problems), broken: { ...located, value: document.value, schema } };
}
