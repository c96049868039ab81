import { addressOf, type Entry } from '../network/network.ts';
import { agendaItemPath, gapsPath, pathOf } from '../site/paths.ts';
import { kinds } from '../schema/kinds.ts';
import { kindOf } from '../schema/index.ts';

/*
 * Binding parts of pages into one document: what had a page of its own gets a section there, so anchors are told apart by a
 * prefix, headings sink to the rank below the section's own, and links lead to the place in the document.
 */

/** The anchor of a record in the document: `members/greece`; a source's is where the marks lead. */
export const anchorOf = (entry: Entry): string => {
	if (entry.kind === 'sources') return `source-${entry.id}`;
	if (entry.kind === 'offices') return `members/${entry.country}/${entry.id}`;
	return addressOf(entry);
};

/**
 * The anchor of each place of the document by its path on the site.
 *
 * @param entries the records that the document tells of
 * @param isWhole whether it has all of them, so that what leads to a list leads to its chapter
 */
export function documentAnchors(entries: readonly Entry[], isWhole: boolean): ReadonlyMap<string, string> {
	const items = entries.flatMap((entry) =>
		entry.kind === 'meetings'
			? (entry.agenda ?? []).map(({ id }) => [agendaItemPath(entry, id), `${anchorOf(entry)}/${id}`] as const)
			: [],
	);
	// Offices are listed with their countries, in the chapter of the members.
	const lists = kinds.filter((kind) => kind !== 'offices').map((kind) => [kindOf(kind).list, kind] as const);
	return new Map([
		...(isWhole ? [...lists, [gapsPath, 'gaps'] as const] : []),
		...entries.map((entry) => [pathOf(entry), anchorOf(entry)] as const),
		...items,
	]);
}

/** How a part is bound into the document. */
export interface Binding {
	/** What sets the part's anchors apart from those of other parts. */
	prefix: string;
	/** By how many ranks its headings sink. */
	sink: number;
	/** The anchor in the document for a path on the site, if there is one (see `documentAnchors`). */
	anchors: ReadonlyMap<string, string>;
	/** The path below which the site is published, without a slash at its end. */
	base: string;
	/** The address of the site, for links to pages that are not in the document. */
	site: URL | undefined;
}

/**
 * Binds a part of a page into the document.
 *
 * @param html what Astro rendered: in its text and in its attributes every quotation mark is escaped, so that the patterns
 *   match attributes and nothing else
 */
export const bind = (html: string, { prefix, sink, anchors, base, site }: Binding): string =>
	html
		.replace(/(<\/?h)([1-6])\b/g, (_tag, open: string, rank: string) => {
			return `${open}${String(Math.min(6, Number(rank) + sink))}`;
		})
		.replace(/ (id|aria-labelledby)="([^"]*)"/g, ` $1="${prefix}/$2"`)
		.replace(/ href="([^"]*)"/g, (_attribute, address: string) => {
			if (address.startsWith('#source-')) return ` href="${address}"`;
			if (address.startsWith('#')) return ` href="#${prefix}/${address.slice(1)}"`;
			if (!address.startsWith(`${base}/`)) return ` href="${address}"`;
			const anchor = anchors.get(address.slice(base.length));
			return ` href="${anchor === undefined ? new URL(address, site).href : `#${anchor}`}"`;
		});
