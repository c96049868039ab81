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
						message: `${quote(alias)} is its id today; only ids that it had before are expected here.`,
						hint: 'Delete the line, or correct it to the id that it had before.',
					});
				} else if (ids.has(alias) || isTaken(alias)) {
					report(at, path, 'alias-taken', {
						message: `${quote(alias)} is the id of another ${what}, so nothing published under it can lead here.`,
						hint: 'Delete the line; or give the other one a new id, if the two were exchanged by mistake.',
					});
				} else if (earlier) {
					report(at, path, 'alias-used-twice', {
						message: `${quote(alias)} is a former id of "${earlier.id}" already (${earlier.at.file}, line ${earlier.at.positionOf(earlier.path).line}); an address leads to one place.`,
						hint: 'Delete the line in the one that readers of the old address do not look for.',
					});
				} else {
					first.set(alias, bearer);
				}
			}
		}
	}
}
