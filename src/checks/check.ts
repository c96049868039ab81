import type { Draft, Located } from '../records/content.ts';
import type { Problem } from '../records/problem.ts';
import type { Path } from '../records/yaml.ts';
import type { Mistake } from '../schema/rules.ts';

/** What a check found: the file, and the path to the value within it. */
export interface Finding extends Mistake {
	readonly at: Located;
	readonly path: Path;
	/** Which of the two is at fault; the value, unless it says otherwise. */
	readonly part?: 'value' | 'key';
}

export type Report = (finding: Finding) => void;

/** Something that must hold between records. A check reads the draft, changes nothing and reports each breach. */
export type Check = (draft: Draft, report: Report) => void;

/** Runs checks over a draft and gives their findings as problems, in no particular order. */
export function collect(checks: readonly Check[], draft: Draft): Problem[] {
	const problems: Problem[] = [];
	for (const check of checks) {
		check(draft, ({ at, path, part, rule, message, hint }) => {
			problems.push({ file: at.file, ...at.positionOf(path, part), rule, message, hint, path });
		});
	}
	return problems;
}
