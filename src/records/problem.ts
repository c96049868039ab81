import { compareText } from '../schema/edtf.ts';
import type { Mistake, Rule, Words } from '../schema/rules.ts';
import type { Path } from './yaml.ts';

/** One mistake in the content, and where it is. */
export interface Problem extends Mistake {
	/** The file, from the directory the command was started in: `content/meetings/ninth-meeting.yaml`. */
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
	/** Counted from 1 in UTF-16 code units, as editors count. */
	readonly column: number;
	/** The value that is wrong or missing, where the file could be read as a record: a form shows it at its field. */
	readonly path?: Path | undefined;
}

/** A mistake within the text of one file, not yet given as line and column. */
export interface Fault extends Mistake {
	/** Offset in the text, in UTF-16 code units from 0. */
	readonly offset: number;
	readonly path?: Path | undefined;
}

/** A mistake at an offset of the text. */
export const faultAt = (offset: number, rule: Rule, words: Words): Fault => ({ offset, rule, ...words });

/** So many faults of one file, and so many problems in all, are told: more than these nobody reads before the next check. */
export const mostOfFile = 50;
const mostInAll = 200;

/** The mistakes within one file: the first of them, and how many more there are. */
export class Faults {
	readonly faults: Fault[] = [];
	untold = 0;

	areNone(): boolean {
		return this.faults.length === 0;
	}

	tell(offset: number, rule: Rule, words: Words): void {
		this.add(faultAt(offset, rule, words));
	}

	/** @param fault is asked for only where it is told */
	add(fault: Fault | (() => Fault)): void {
		if (this.faults.length === mostOfFile) this.untold++;
		else this.faults.push(typeof fault === 'function' ? fault() : fault);
	}
}

/**
 * Brings problems into the order of a report: by file, line and column; the same problem found twice is told once.
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
 * The problems that a report tells.
 *
 * @param problems in the order of a report
 * @returns the first of every file and the first in all, and how many are left out
 */
export function firstProblems(problems: readonly Problem[]): { problems: Problem[]; untold: number } {
	const ofFiles = Map.groupBy(problems, ({ file }) => file);
	const told = [...ofFiles.values()].flatMap((each) => each.slice(0, mostOfFile));
	return {
		problems: told.slice(0, mostInAll).map((problem) => ({
			...problem,
			message: clipped(problem.message),
			hint: clipped(problem.hint),
		})),
		untold: problems.length - Math.min(told.length, mostInAll),
	};
}

// A message that lists the choices there are is as long as the list.
const mostLetters = 1_000;

const clipped = (words: string): string =>
	words.length > mostLetters ? `${words.slice(0, mostLetters).toWellFormed()}…` : words;
