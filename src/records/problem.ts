import { compareText } from '../schema/edtf.ts';
import type { Rule } from '../schema/rules.ts';

/** One mistake in the content, told to the person who can mend it. */
export interface Problem {
	/** The file, from the directory the command was started in: `content/meetings/ninth-meeting.yaml`. */
	file: string;
	/** Counted from 1. */
	line: number;
	/** Counted from 1 in UTF-16 code units, as editors count. */
	column: number;
	/** The kind of mistake. */
	rule: Rule;
	/** What is wrong, with the value quoted, and what is expected. */
	message: string;
	/** What to do about it. */
	hint: string;
}

/** A mistake within the text of one file, not yet given as line and column. */
export interface Fault {
	/** Offset in the text, in UTF-16 code units from 0. */
	offset: number;
	rule: Rule;
	message: string;
	hint: string;
}

/**
 * Brings problems into the order of a report: by file, line and column; the same problem found twice is told once.
 *
 * @param problems in any order; the array is not changed
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const distinct = new Map(problems.map((problem) => [JSON.stringify(Object.values(problem)), problem]));
	return [...distinct.values()].sort(
		(a, b) =>
			compareText(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			compareText(a.rule, b.rule) ||
			compareText(a.message, b.message),
	);
}
