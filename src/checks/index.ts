import type { Draft } from '../records/content.ts';
import type { Problem } from '../records/problem.ts';
import { collect, type Check } from './check.ts';

/** What must hold between records, one sentence each. */
export const checks: readonly Check[] = [];

/** Everything that does not hold between the records of a draft. */
export const runChecks = (draft: Draft): Problem[] => collect(checks, draft);
