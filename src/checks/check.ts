import { type Draft, filesIn, type Located } from '../records/content.ts';
import { memoize } from '../records/memoize.ts';
import type { Problem } from '../records/problem.ts';
import { visitValues } from '../records/values.ts';
import type { Path } from '../records/yaml.ts';
import { type Field, fieldTree, referredRecord } from '../schema/field-tree.ts';
import { isKind } from '../schema/kinds.ts';
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

interface PlacedValue {
	readonly at: Located;
	readonly path: Path;
	readonly value: unknown;
	readonly field: Field;
}

/** Returns all scalar values in the content, even from files that do not match the schema. */
export const valuesOf = memoize((draft: Draft): readonly PlacedValue[] => {
	const values: PlacedValue[] = [];
	const files = filesIn(draft).map(({ file, schema }) => ({ ...file, value: file.data, schema }));
	for (const { value: data, schema, ...at } of [...files, ...draft.broken])
		visitValues(fieldTree(schema), data, (value, path, field) => values.push({ at, path, value, field }));
	return values;
});

/** Returns all references to records that do not exist. */
export const unresolved = memoize((draft: Draft) => {
	const addresses = new Set([...filesIn(draft).map(({ address }) => address), ...draft.unreadable]);
	return valuesOf(draft).flatMap(({ at, path, value, field }) => {
		if (typeof value !== 'string') return [];
		const [kind = '', id = ''] = referredRecord(field, value) ?? [];
		const isAny = field.reference === 'any';
		// Skips invalid addresses, which have already been reported.
		if (!isKind(kind) || (id === '' && isAny) || addresses.has(`${kind}/${id}`)) return [];
		// The kind and the slash in a reference such as `members/greece`.
		const prefix = isAny ? `${kind}/` : '';
		return [{ at, path, value, kind, id, prefix, help: field.description }];
	});
});
