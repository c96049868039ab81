import type { Draft, Located } from '../records/content.ts';
import type { Problem } from '../records/problem.ts';
import type { Path } from '../records/yaml.ts';
import type { Rule, Explanation } from '../schema/rules.ts';

/** Reports what is wrong with a value in a file, or with the key at which it stands, and what is told of it. */
export type Report = (
	at: Located,
	path: Path,
	rule: Rule,
	told: Explanation & { readonly part?: 'value' | 'key' },
) => void;

/** Something that must hold between records. A check reads the draft, changes nothing and reports each breach. */
export type Check = (draft: Draft, report: Report) => void;

/** Runs checks over a draft and gives their findings as problems, in no particular order. */
export function collect(checks: readonly Check[], draft: Draft): Problem[] {
	const problems: Problem[] = [];
	for (const check of checks) {
		check(draft, (at, path, rule, { part, message, hint }) => {
			problems.push({ file: at.file, ...at.positionOf(path, part), rule, message, hint, path });
		});
	}
	return problems;
}
