import type { Draft, Located } from '../records/content.ts';
import type { Path } from '../records/yaml.ts';
import { kinds } from '../schema/kinds.ts';
import { quote } from '../schema/quote.ts';
import type { Report } from './check.ts';

/** Something with an id of its own and, it may be, former ones. */
interface Bearer {
	readonly at: Located;
	readonly id: string;
	readonly path: Path;
	readonly aliases: readonly string[];
}

/** Bearers whose addresses differ in their ids alone. */
interface Namesakes {
	readonly bearers: readonly Bearer[];
	/** Ids in use whose bearers could not be read. */
	readonly others: ReadonlySet<string>;
	/** What one of them is called in a message. */
	readonly what: string;
}

const bearerOf = (at: Located, path: Path, part: { id: string; aliases?: string[] | undefined }): Bearer => ({
	at,
	id: part.id,
	path: [...path, 'aliases'],
	aliases: part.aliases ?? [],
});

/** The records of each kind, and the items of each agenda. */
function namesakesIn({ records, unreadable }: Draft): Namesakes[] {
	const ofKinds = kinds.map((kind) => ({
		bearers: records[kind].map((at) => bearerOf(at, [], { id: at.id, aliases: at.data.aliases })),
		others: new Set(
			[...unreadable]
				.filter((address) => address.startsWith(`${kind}/`))
				.map((address) => address.slice(kind.length + 1)),
		),
		what: `record in the folder "${kind}"`,
	}));
	const ofAgendas = records.meetings.map((at) => ({
		bearers: (at.data.agenda ?? []).map((item, index) => bearerOf(at, ['agenda', index], item)),
		others: new Set<string>(),
		what: 'item of this agenda',
	}));
	return [...ofKinds, ...ofAgendas];
}

/**
 * Ensure that a former id leads to one thing: it is nobody's id today and stands with one bearer only. Former ids stand
 * with what bears the new one, so that none leads to another former id, and no chain or circle can arise.
 */
export function ensureAliasesLeadToOneThing(draft: Draft, report: Report): void {
	for (const { bearers, others, what } of namesakesIn(draft)) {
		const ids = new Set([...others, ...bearers.map(({ id }) => id)]);
		const first = new Map<string, Bearer>();
		for (const bearer of bearers) {
			// The same alias twice in one list is told as any entry that is listed twice.
			for (const alias of new Set(bearer.aliases)) {
				const found = { at: bearer.at, path: [...bearer.path, bearer.aliases.indexOf(alias)] };
				const earlier = first.get(alias);
				if (alias === bearer.id) {
					report({
						...found,
						rule: 'alias-of-itself',
						message: `${quote(alias)} is its id today; only ids that it had before are expected here.`,
						hint: 'Delete the line, or correct it to the id that it had before.',
					});
				} else if (ids.has(alias)) {
					report({
						...found,
						rule: 'alias-taken',
						message: `${quote(alias)} is the id of another ${what}, so nothing published under it can lead here.`,
						hint: 'Delete the line; or give the other one a new id, if the two were exchanged by mistake.',
					});
				} else if (earlier) {
					report({
						...found,
						rule: 'alias-used-twice',
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
