import type { Citation } from '../schema/citation.ts';
import { recordKinds } from '../schema/index.ts';
import { restsOn } from '../network/citations.ts';
import { agendaItemPath, gapsPath, pathOf } from './paths.ts';
import { agendaItems, itemRestsOn, itemsOfTheme } from '../network/meetings.ts';
import { officesOf } from '../network/members.ts';
import { addressOf, type Entry, everyEntry, type Network } from '../network/network.ts';
import { sitePageAt } from './navigation.ts';

/** Returns the citations of a record and of everything printed with it. */
export function restsBelow(network: Network, entry: Entry): readonly Citation[] {
	const below: readonly Citation[] =
		entry.kind === 'members'
			? officesOf(network, entry).flatMap((office) => restsOn(office))
			: entry.kind === 'themes'
				? itemsOfTheme(network, entry.id).flatMap(itemRestsOn)
				: [];
	return [...restsOn(entry), ...below];
}

/** The chapters of the print page between the account of the network and the sources, in their order. */
const chapters = [
	'members',
	'meetings',
	'board',
	'secretariat',
	'milestones',
	'themes',
	'documents',
	'projects',
	'glossary',
	'disputes',
	'gaps',
] as const;

type Chapter = (typeof chapters)[number];

const pathOfChapter = (chapter: Chapter): string =>
	chapter === 'gaps' ? gapsPath : recordKinds[chapter].list;

/** Returns the chapters with their titles and the records that each has a section for. */
export const chaptersOf = (
	network: Network,
): { chapter: Chapter; title: string; sections: readonly Entry[] }[] =>
	chapters.map((chapter) => {
		const hasSections = chapter !== 'milestones' && chapter !== 'glossary' && chapter !== 'gaps';
		return {
			chapter,
			title: sitePageAt(network, pathOfChapter(chapter))?.title ?? '',
			sections: hasSections ? network.entries[chapter] : [],
		};
	});

/** Returns the anchor of a record on the print page: `members/greece`. */
export const anchorOf = (entry: Entry): string => {
	if (entry.kind === 'sources') return `source-${entry.id}`;
	if (entry.kind === 'offices') return `members/${entry.country}/${entry.id}`;
	return addressOf(entry);
};

/** Returns the links of the print page: to the same record on that page or, for everything else, to the site. */
export function printLinks(network: Network): (path: string) => string {
	const anchors = new Map([
		...chapters.map((chapter) => [pathOfChapter(chapter), chapter] as const),
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
