import type { Citation } from '../schema/citation.ts';
import { recordKinds } from '../schema/index.ts';
import { restsOn } from '../network/citations.ts';
import { gapsPath } from './paths.ts';
import { itemRestsOn, itemsOfTheme } from '../network/meetings.ts';
import { officesOf } from '../network/members.ts';
import type { Entry, Network } from '../network/network.ts';
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

/** Returns the chapters with their titles and the records that each has a section for. */
export const chaptersOf = (
	network: Network,
): { chapter: Chapter; title: string; sections: readonly Entry[] }[] =>
	chapters.map((chapter) => {
		const path = chapter === 'gaps' ? gapsPath : recordKinds[chapter].list;
		const hasSections = chapter !== 'milestones' && chapter !== 'glossary' && chapter !== 'gaps';
		return {
			chapter,
			title: sitePageAt(network, path)?.title ?? '',
			sections: hasSections ? network.entries[chapter] : [],
		};
	});
