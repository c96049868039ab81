import { compareText } from '../schema/edtf.ts';
import type { Explanation, Mistake, Rule } from '../schema/rules.ts';
import type { Path } from './yaml.ts';

/** One mistake in the content, and where it is. */
export interface Problem extends Mistake {
	/** The file, from the directory the command was started in: `content/meetings/ninth-meeting.yaml`. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	/** Counted from 1 in UTF-16 code units, as editors count. */
	readonly column: number;
	/** The path to the wrong or missing value, so that a form can show the problem at its field. */
	readonly path?: Path | undefined;
}

/** One mistake in a text, before its file is known. */
export interface TextProblem extends Mistake {
	/** Offset in the text, in UTF-16 code units from 0. */
	readonly offset: number;
	readonly path?: Path | undefined;
}

export const problemAt = (offset: number, rule: Rule, explanation: Explanation): TextProblem => ({
	offset,
	rule,
	...explanation,
});

// Limits on how many problems are reported. Nobody reads more of them before the next check.
const mostOfFile = 50;
const mostInAll = 200;

/**
 * Sorts problems by file, line and column, and removes duplicates.
 *
 * @param problems in any order; the array is not changed
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const distinct = new Map(
		problems.map((problem) => [JSON.stringify({ ...problem, path: undefined }), problem]),
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

/**
 * Returns the problems that a report shows, and how many it omits.
 *
 * @param problems sorted (see `sortProblems`)
 */
export function firstProblems(problems: readonly Problem[]): { problems: Problem[]; omitted: number } {
	const byFile = Map.groupBy(problems, ({ file }) => file);
	const shown = [...byFile.values()].flatMap((each) => each.slice(0, mostOfFile)).slice(0, mostInAll);
	return {
		problems: shown.map((problem) => ({
			...problem,
			message: clipped(problem.message),
			hint: clipped(problem.hint),
		})),
		omitted: problems.length - shown.length,
	};
}

// A message can list all values that are allowed, and a list in the record can be very long.
const mostLetters = 1_000;

const clipped = (text: string): string =>
	text.length > mostLetters ? `${text.slice(0, mostLetters).toWellFormed()}…` : text;
