import { firstProblems, isError, type Problem, sortProblems } from '../records/problem.ts';
import type { ContentRead } from '../records/read-texts.ts';
import addresses from './addresses.ts';
import aliases from './aliases.ts';
import board from './board.ts';
import { collect, type Check } from './check.ts';
import citations from './citations.ts';
import dates from './dates.ts';
import disputes from './disputes.ts';
import languages from './languages.ts';
import meetings from './meetings.ts';
import quotes from './quotes.ts';
import texts from './texts.ts';
import unique from './unique.ts';
import references from './references.ts';

/** All checks that involve several records. */
const checks: readonly Check[] = [
	addresses,
	aliases,
	board,
	citations,
	dates,
	disputes,
	languages,
	meetings,
	quotes,
	texts,
	unique,
	references,
].flat();

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
