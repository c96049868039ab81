import type { Draft, Located } from '../records/content.ts';
import type { Problem } from '../records/problem.ts';
import type { Path } from '../records/yaml.ts';
import { type Rule, type Explanation, warningRules } from '../schema/rules.ts';

/** Reports a mistake at a value or key in a file. */
export type Report = (
	at: Located,
	path: Path,
	rule: Rule,
	mistake: Explanation & { readonly part?: 'value' | 'key' },
) => void;

/** A rule that involves several records. The check examines a draft and reports each violation. */
export type Check = (draft: Draft, report: Report) => void;

/** Runs checks on a draft and returns the problems, unsorted. */
export function collect(checks: readonly Check[], draft: Draft): Problem[] {
	const problems: Problem[] = [];
	for (const check of checks) {
		check(draft, (at, path, rule, { part, message, hint }) => {
			const level = warningRules.has(rule) ? ('warning' as const) : undefined;
			problems.push({ file: at.file, ...at.positionOf(path, part), rule, level, message, hint, path });
		});
	}
	return problems;
}
