import type { Draft, Located } from '../records/content.ts';
import type { Path } from '../records/yaml.ts';
import { kinds } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

/** Something with an id of its own and, it may be, former ones. */
const bearerOf = (
	at: Located,
	path: Path,
	{ id, aliases = [] }: { id: string; aliases?: string[] | undefined },
) => ({
	at,
	id,
	path: [...path, 'aliases'],
	aliases,
});

/** What bears addresses that differ in their ids alone: the records of each kind, and the items of each agenda. */
const namesakesIn = ({ records, unreadable }: Draft) => [
	...kinds.map((kind) => ({
		bearers: records[kind].map((at) => bearerOf(at, [], { id: at.id, aliases: at.data.aliases })),
		isTaken: (id: string) => unreadable.has(`${kind}/${id}`),
		what: `record in the folder "${kind}"`,
	})),
	...records.meetings.map((at) => ({
		bearers: (at.data.agenda ?? []).map((item, index) => bearerOf(at, ['agenda', index], item)),
		isTaken: () => false,
		what: 'item of this agenda',
	})),
];

/**
 * Ensure that a former id leads to one thing: it is nobody's id today and stands with one bearer only. Former ids stand
 * with what bears the new one, so that none leads to another former id, and no chain or circle can arise.
 */
export function ensureAliasesLeadToOneThing(draft: Draft, report: Report): void {
	for (const { bearers, isTaken, what } of namesakesIn(draft)) {
		const ids = new Set(bearers.map(({ id }) => id));
		const first = new Map<string, (typeof bearers)[number]>();
		for (const bearer of bearers) {
			// The same alias twice in one list is told as any entry that is listed twice.
			for (const alias of new Set(bearer.aliases)) {
				const { at } = bearer;
				const path = [...bearer.path, bearer.aliases.indexOf(alias)];
				const earlier = first.get(alias);
				if (alias === bearer.id) {
					report(at, path, 'alias-of-itself', {
						message: `${quote(alias)} is the current id, not a former one.`,
						hint: 'Delete the line, or correct it to a former id.',
					});
				} else if (ids.has(alias) || isTaken(alias)) {
					report(at, path, 'alias-taken', {
						message: `${quote(alias)} is the current id of another ${what}.`,
						hint: 'Delete the line, or give the other one a new id if the two were mixed up.',
					});
				} else if (earlier) {
					report(at, path, 'alias-used-twice', {
						message: `${quote(alias)} is already a former id of "${earlier.id}" (${earlier.at.file}, line ${earlier.at.positionOf(earlier.path).line}).`,
						hint: 'Delete the line in one of the two, because an old address can lead to only one record.',
					});
				} else {
					first.set(alias, bearer);
				}
			}
		}
	}
}
