import { compareText } from '../schema/edtf.ts';
import type { Explanation, Mistake, Rule } from '../schema/rules.ts';
import { counted, inSeries } from '../schema/words.ts';
import type { Path } from './yaml.ts';

export interface Problem extends Mistake {
	/** The file path, relative to the working directory, such as `content/meetings/ninth-meeting.yaml`. */
	readonly file: string;
	readonly line: number;
	/** The column number, starting at 1 and counted in UTF-16 code units, as in text editors. */
	readonly column: number;
	/** The path of the wrong or missing value. Forms use this path to show the problem next to the field. */
	readonly path?: Path | undefined;
	/** The level, which is `error` by default. A warning points out a likely mistake and never stops a build. */
	readonly level?: 'error' | 'warning' | undefined;
	readonly words?: FormWords | undefined;
	/** The same mistake in other files. Forms report a mistake in the file that the editor has changed. */
	readonly or?: readonly Problem[] | undefined;
}

/** A problem, described for a form with labels and names instead of keys and ids. */
export interface FormWords {
	/** The record, such as "The meeting “Ninth meeting”". */
	readonly record: string;
	/** The labels of the field, such as "Agenda item 2, Title"; empty if the problem is about the whole record. */
	readonly field: string;
	readonly message: string;
}

export const isError = ({ level }: Pick<Problem, 'level'>): boolean => level !== 'warning';

/** Returns the number of problems, such as "1 error and 2 warnings". */
export function problemsInWords(problems: readonly Pick<Problem, 'level'>[]): string {
	const errors = problems.filter(isError).length;
	return inSeries(
		[counted(errors, 'error'), counted(problems.length - errors, 'warning')].filter(
			(each) => !each.startsWith('0'),
		),
	);
}

/** A mistake in a text, without the name of the file. */
export interface TextProblem extends Mistake {
	/** The offset in the text, in UTF-16 code units, starting at 0. */
	readonly offset: number;
	readonly path?: Path | undefined;
}

export const problemAt = (offset: number, rule: Rule, explanation: Explanation): TextProblem => ({
	offset,
	rule,
	...explanation,
});

// The maximum number of problems to report. Editors usually fix the first few problems and then run the check again.
const mostOfFile = 50;
const mostInAll = 200;

/** Sorts problems by file, line and column, and removes duplicates. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const distinct = new Map(
		problems.map((problem) => [JSON.stringify({ ...problem, path: undefined, or: undefined }), problem]),
	);
	return [...distinct.values()].sort(
		(a, b) =>
			compareText(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			compareText(a.rule, b.rule) ||
			compareText(a.message, b.message),
	);
}

/** Returns the first of the sorted problems, and the number of omitted ones. Errors take precedence over warnings. */
export function firstProblems(problems: readonly Problem[]): { problems: Problem[]; omitted: number } {
	const errorsFirst = problems.toSorted((a, b) => Number(isError(b)) - Number(isError(a)));
	const byFile = Map.groupBy(errorsFirst, ({ file, level }) => `${file} ${level ?? 'error'}`);
	const kept = new Set([...byFile.values()].flatMap((each) => each.slice(0, mostOfFile)).slice(0, mostInAll));
	const shown = problems.filter((problem) => kept.has(problem));
	return {
		problems: shown.map((problem) => ({
			...problem,
			message: clipped(problem.message),
			hint: clipped(problem.hint),
		})),
		omitted: problems.length - shown.length,
	};
}

// The maximum length of a message, because some messages list all entries of a long list.
const mostLetters = 1_000;

const clipped = (text: string): string =>
	text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()}…` : text;
