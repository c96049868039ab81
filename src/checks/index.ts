import { firstProblems, isError, type Problem, sortProblems } from '../records/problem.ts';
import type { ContentRead } from '../records/read-texts.ts';
import * as addresses from './addresses.ts';
import * as aliases from './aliases.ts';
import * as board from './board.ts';
import { collect, type Check } from './check.ts';
import * as citations from './citations.ts';
import * as dates from './dates.ts';
import * as disputes from './disputes.ts';
import * as languages from './languages.ts';
import * as meetings from './meetings.ts';
import * as offices from './offices.ts';
import * as quotes from './quotes.ts';
import * as texts from './texts.ts';
import * as unique from './unique.ts';
import * as references from './references.ts';

/** All checks that involve several records. Every function exported by the files in this list is a check. */
const checks = [
	addresses,
	aliases,
	board,
	citations,
	dates,
	disputes,
	languages,
	meetings,
	offices,
	quotes,
	texts,
	unique,
	references,
].flatMap((file): readonly Check[] => Object.values(file));

/** The content and its problems. The problems are sorted, and their number is limited. */
export type CheckedContent = ReturnType<typeof checkRead>;

export function checkRead(read: ContentRead) {
	const problems = [...read.problems, ...collect(checks, read.draft)];
	const placeOf = ({ file, line, column }: Problem): string => `${file}:${String(line)}:${String(column)}`;
	const wrong = new Set(problems.filter(isError).map(placeOf));
	// Leaves out warnings about a value that also has an error, because the error may have caused them.
	const shown = problems.filter((problem) => isError(problem) || !wrong.has(placeOf(problem)));
	return { ...read, ...firstProblems(sortProblems(shown)) };
}
