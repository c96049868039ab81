import * as z from 'zod';
import { isError } from '../../records/problem.ts';
import { counted } from '../../schema/words.ts';
import { escapeMarkdown } from '../escape-markdown.ts';

/**
 * The results of the pull request check, which must be validated because they come from an untrusted job. All files must be in the content
 * directory, so that links never lead outside the repository.
 */
export const findingsSchema = z.object({
	problems: z
		.array(
			z.object({
				file: z
					.string()
					.max(1_000)
					.refine((file) => file.startsWith('content/') && !/(^|\/)\.{0,2}(\/|$)/.test(file)),
				line: z.int().positive(),
				column: z.int().positive(),
				level: z.enum(['error', 'warning']).optional(),
				message: z.string().max(10_000),
				hint: z.string().max(10_000),
			}),
		)
		.max(1_000),
	omitted: z.int().nonnegative(),
	changes: z.array(z.string()),
});

export type Findings = z.infer<typeof findingsSchema>;

// The maximum length of a list. GitHub allows 65,536 characters per comment.
const mostOfList = 28_000;

/**
 * Returns the comment for a pull request. The comment lists all errors, warnings and changes, with links to the lines of the files. Text
 * from the pull request is escaped.
 *
 * @param files the base URL of the pull request's files
 */
export function commentOn({ problems, omitted, changes }: Findings, files: string): string {
	const [errors = [], warnings = []] = [true, false].map((blocks) =>
		problems.flatMap(({ file, line, column, level, message, hint }) =>
			isError({ level }) === blocks
				? `[${escaped(`${file}, line ${String(line)}, column ${String(column)}`)}](${files}/${pathOf(file)}#L${String(line)}): ${escaped(message)} ${escaped(hint)}`
				: [],
		),
	);
	const lines = [
		...section('Errors', errors, 'more error', omitted),
		...section('Warnings', warnings, 'more warning'),
		...section('Changes', changes.map(escaped), 'more change'),
	];
	return (lines.length > 0 ? lines : ['No changes to the content.', '']).join('\n');
}

/** Returns a heading and a list. If the list is too long, the rest is replaced by the number of omitted entries. */
function section(heading: string, entries: readonly string[], one: string, omitted = 0): string[] {
	if (entries.length === 0) return [];
	let length = 0;
	const end = entries.findIndex((entry) => (length += entry.length) > mostOfList);
	const shown = end === -1 ? entries : entries.slice(0, end);
	const left = entries.length - shown.length + omitted;
	return [
		`### ${heading}`,
		'',
		...shown.map((entry) => `- ${entry}`),
		...(left > 0 ? ['', `${counted(left, one)} not listed here.`] : []),
		'',
	];
}

const pathOf = (file: string): string =>
	file
		.split('/')
		.map((part) =>
			encodeURIComponent(part.toWellFormed()).replace(
				/[!'()*~]/g,
				(sign) => `%${sign.charCodeAt(0).toString(16)}`,
			),
		)
		.join('/');

/**
 * Escapes a sentence for a comment on GitHub. Inserts zero-width spaces, because GitHub recognizes mentions and references to issues and
 * commits even in plain text.
 */
const escaped = (text: string): string =>
	escapeMarkdown(text).replace(
		/@|:\/\/|\\#|www\.|\bgh-(?=\d)|\b[\da-f]{6}(?=[\da-f])|:(?=[a-z+-][\w+-]*:)/gi,
		'$&&#8203;',
	);
