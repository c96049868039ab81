import type { Draft, Located } from '../records/content.ts';
import type { Problem } from '../records/problem.ts';
import type { Path } from '../records/yaml.ts';
import { type Rule, type Explanation, warningRules } from '../schema/rules.ts';

interface Found extends Explanation {
	readonly part?: 'value' | 'key';
	/** The same mistake in other files, which could be fixed instead. */
	readonly or?: readonly (readonly [at: Located, path: Path, mistake: Explanation])[];
}

/** Reports a mistake at a value or key in a file. */
export type Report = (at: Located, path: Path, rule: Rule, mistake: Found) => void;

/** A rule that involves several records. The function examines a draft and reports each violation. */
export type Check = (draft: Draft, report: Report) => void;

/** Runs checks on a draft and returns the problems, unsorted. */
export function collect(checks: readonly Check[], draft: Draft): Problem[] {
	const problems: Problem[] = [];
	for (const check of checks) {
		check(draft, (at, path, rule, { part, or = [], message, hint }) => {
			const level = warningRules.has(rule) ? ('warning' as const) : undefined;
			const [problem, ...others] = ([[at, path, { message, hint }], ...or] as const).map(
				([place, path, words]): Problem => ({
					file: place.file,
					...place.positionOf(path, part),
					rule,
					level,
					...words,
					path,
				}),
			);
			if (problem) problems.push({ ...problem, or: others });
		});
	}
	return problems;
}
