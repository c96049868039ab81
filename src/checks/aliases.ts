import type { Draft } from '../records/content.ts';
import { kinds } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

/** Returns the groups within which ids must be unique: the records of each kind, and the items of each agenda. */
const idGroups = ({ records, unreadable }: Draft) => [
	...kinds.map((kind) => ({
		holders: records[kind].map((at) => ({ at, id: at.id, path: ['aliases'], aliases: at.data.aliases })),
		isTaken: (id: string) => unreadable.has(`${kind}/${id}`),
		what: `record in the "${kind}" folder`,
	})),
	...records.meetings.map((at) => ({
		holders: (at.data.agenda ?? []).map(({ id, aliases }, index) => ({
			at,
			id,
			path: ['agenda', index, 'aliases'],
			aliases,
		})),
		isTaken: () => false,
		what: 'item of this agenda',
	})),
];

/**
 * Ensures that each former id belongs to only one record or agenda item and is not also a current id. A former id always leads directly to
 * the current id, so there are no chains or cycles.
 */
function ensureAliasesLeadToOneThing(draft: Draft, report: Report): void {
	for (const { holders, isTaken, what } of idGroups(draft)) {
		const ids = new Set(holders.map(({ id }) => id));
		const first = new Map<string, (typeof holders)[number]>();
		for (const holder of holders) {
			const seen = new Set<string>();
			for (const [index, alias] of (holder.aliases ?? []).entries()) {
				// Another check reports aliases that appear twice in the same list.
				if (seen.size === seen.add(alias).size) continue;
				const { at } = holder;
				const path = [...holder.path, index];
				const earlier = first.get(alias);
				if (alias === holder.id) {
					report(at, path, 'alias-of-itself', {
						message: `${quote(alias)} is the current id, not a former id.`,
						hint: 'Delete the line, or correct it to a former id.',
					});
				} else if (ids.has(alias) || isTaken(alias)) {
					report(at, path, 'alias-taken', {
						message: `${quote(alias)} is the current id of another ${what}.`,
						hint: 'Delete the line. If you mixed up the two records, change the other one instead.',
					});
				} else if (earlier) {
					report(at, path, 'alias-used-twice', {
						message: `${quote(alias)} is already a former id of "${earlier.id}" (${earlier.at.file}, line ${earlier.at.positionOf(earlier.path).line}).`,
						hint: 'Delete one of the two lines, because an old address can redirect to only one record.',
					});
				} else {
					first.set(alias, holder);
				}
			}
		}
	}
}

export default [ensureAliasesLeadToOneThing];
