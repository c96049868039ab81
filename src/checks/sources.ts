import type { Draft } from '../records/content.ts';
import type { Report } from './check.ts';
import { unresolved } from './references.ts';
import { valuesOf } from './values.ts';

/** Ensure that something rests on every source. */
export function ensureSourcesAreUsed(draft: Draft, report: Report): void {
	// What could not be read may rest on any of them, and so may what names a source wrongly.
	if (!draft.isComplete || unresolved(draft).some(({ kind }) => kind === 'sources')) return;
	const used = new Set(
		valuesOf(draft).flatMap(({ value, meta }) => (meta.reference === 'sources' ? [value] : [])),
	);
	for (const source of draft.records.sources) {
		if (used.has(source.id)) continue;
		report({
			at: source,
			path: [],
			rule: 'unused-source',
			message: `Nothing rests on the source "${source.id}".`,
			hint: 'Name it under "sources" of what it states, or delete the file.',
		});
	}
}
