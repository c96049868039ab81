import * as z from 'zod';
import { counted } from '../../schema/words.ts';
import { escapeMarkdown } from '../escape-markdown.ts';

/**
 * What the check of a pull request found, as a comment takes it: a stranger's program may have written it. A file is one of the
 * content, so that no link can leave the repository.
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
				message: z.string().max(10_000),
				hint: z.string().max(10_000),
			}),
		)
		.max(1_000),
	omitted: z.int().nonnegative(),
	changes: z.array(z.string()),
});

export type Findings = z.infer<typeof findingsSchema>;

// A comment on GitHub holds 65,536 characters at most, and nobody reads that many.
const mostOfList = 28_000;

/**
 * The comment on a pull request: its problems, each with a link to its line, and what it changes. Nothing that the findings hold
 * becomes more than text.
 *
 * @param files where the repository's files are read, as the pull request has them
 * @returns Markdown that ends in a line break
 */
export function commentOn({ problems, omitted, changes }: Findings, files: string): string {
	const told = problems.map(
		({ file, line, column, message, hint }) =>
			`[${escaped(`${file}, line ${String(line)}, column ${String(column)}`)}](${files}/${pathOf(file)}#L${String(line)}): ${escaped(message)} ${escaped(hint)}`,
	);
	const lines = [
		...section('What is to be mended', told, 'more problem', omitted),
		...section('What this changes', changes.map(escaped), 'more change'),
	];
	return (lines.length > 0 ? lines : ['Nothing changes in the content.', '']).join('\n');
}

/** A heading with the entries of a list, as many as there is room for, and how many more there are. */
function section(heading: string, entries: readonly string[], one: string, omitted = 0): string[] {
	if (entries.length === 0) return [];
	let length = 0;
	const end = entries.findIndex((entry) => (length += entry.length) > mostOfList);
	const told = end === -1 ? entries : entries.slice(0, end);
	const left = entries.length - told.length + omitted;
	return [
		`### ${heading}`,
		'',
		...told.map((entry) => `- ${entry}`),
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
 * A sentence in which nothing a record holds is Markdown, HTML, a link, a mention of an account or of an issue. Links and mentions
 * are found in the text itself, so that only a character of no width parts them.
 */
const escaped = (text: string): string => escapeMarkdown(text).replace(/@|:\/\/|\\#|www\./gi, '$&&#8203;');
