import type * as z from 'zod/mini';
import type { Located } from './content.ts';
import { indexLines } from './lines.ts';
import type { Problem, TextProblem } from './problem.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/**
 * Parses and validates the text of one file, without checking other files. If valid YAML does not match the schema, `broken` contains the
 * parsed values.
 *
 * @param file the file name to show in messages; the file does not need to exist
 */
export function readRecord<S extends z.ZodMiniObject>(file: string, text: string, schema: S) {
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
