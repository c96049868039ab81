import { kindOf, recordKinds } from '../schema/index.ts';
import { type Kind, kinds } from '../schema/kinds.ts';
import { agendaItemPath, pathOf } from './paths.ts';
import { agendaItems } from '../network/meetings.ts';
import { addressOf, type Entry, everyEntry, type Network } from '../network/network.ts';
import { sitePageAt } from './navigation.ts';

/** The kinds of record that the print page shows in lists or next to other records. Each record of any other kind has its own section. */
const kindsWithoutSections = ['offices', 'milestones', 'glossary', 'languages', 'sources'] as const;

export type SectionKind = Exclude<Kind, (typeof kindsWithoutSections)[number]>;

const hasSections = (kind: Kind): kind is SectionKind =>
	!(kindsWithoutSections as readonly Kind[]).includes(kind);

const firstChapters: readonly Kind[] = [
	'members',
	'meetings',
	'board',
	'secretariat',
	'milestones',
	'themes',
];

/** The kinds of record that have a chapter on the print page. Offices are part of the chapter on members, sources come last, and languages have pages of their own. */
export const chapterKinds: readonly Kind[] = [...new Set([...firstChapters, ...kinds])].filter(
	(kind) => !['offices', 'languages', 'sources'].includes(kind),
);

/** Returns the chapters of the print page, with the records in each chapter. */
export const chaptersOf = (
	network: Network,
): { chapter: Kind | 'gaps'; title: string; sections: readonly Entry<SectionKind>[] }[] =>
	[...chapterKinds, 'gaps' as const].map((chapter) => ({
		chapter,
		title: sitePageAt(network, pathOfChapter(chapter))?.title ?? '',
		sections: chapter !== 'gaps' && hasSections(chapter) ? network.entries[chapter] : [],
	}));

const pathOfChapter = (chapter: Kind | 'gaps'): string =>
	chapter === 'gaps' ? '/gaps/' : kindOf(chapter).list;

/** Returns the anchor of a record on the print page, such as `members/greece`. */
export const anchorOf = (entry: Entry): string => {
	if (entry.kind === 'sources') return `source-${entry.id}`;
	if (entry.kind === 'offices') return `members/${entry.country}/${entry.id}`;
	return addressOf(entry);
};

/** Returns a function that links to records within the print page if possible, and otherwise to the site. */
export function printLinks(network: Network): (path: string) => string {
	const anchors = new Map([
		...[...chapterKinds, 'gaps' as const].map((chapter) => [pathOfChapter(chapter), chapter] as const),
		[recordKinds.sources.list, 'sources'],
		...everyEntry(network).map((entry) => [pathOf(entry), anchorOf(entry)] as const),
		...agendaItems(network).map(
			({ meeting, item }) => [agendaItemPath(meeting, item.id), `${anchorOf(meeting)}/${item.id}`] as const,
		),
	]);
	return (path) => {
		const anchor = anchors.get(path);
		return anchor === undefined ? network.address(path) : `#${anchor}`;
	};
}
