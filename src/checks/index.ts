import { firstProblems, sortProblems } from '../records/problem.ts';
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
	texts,
	unique,
	references,
].flatMap((file): readonly Check[] => Object.values(file));

/** The content with all problems, sorted and limited in number. */
export type CheckedContent = ReturnType<typeof checkRead>;

export const checkRead = (read: ContentRead) => ({
	...read,
	...firstProblems(sortProblems([...read.problems, ...collect(checks, read.draft)])),
});
