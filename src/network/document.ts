import type { Citation } from '../schema/citation.ts';
import { chairPages } from './chair.ts';
import { gapPages } from './gaps.ts';
import { itemRestsOn, itemsOfTheme } from './meetings.ts';
import { officesOf } from './members.ts';
import { restsOn } from './citations.ts';
import { type Entry, type Network } from './network.ts';
import { type ListPage, listPages, movedBelow, ownPage, pagesOfKind } from './parts.ts';
import { memoize } from '../records/memoize.ts';
import { boardPages } from './rotation.ts';
import { sitePageAt } from './site-pages.ts';
import { timelinePages } from './timeline.ts';

/** What a record rests on, with what is shown with it. */
export function restsBelow(network: Network, entry: Entry): readonly Citation[] {
	const below: readonly Citation[] =
		entry.kind === 'members'
			? officesOf(network, entry).flatMap((office) => restsOn(office))
			: entry.kind === 'themes'
				? itemsOfTheme(network, entry.id).flatMap(itemRestsOn)
				: [];
	return [...restsOn(entry), ...below];
}

/** The chapters of the document that tell of what the site has lists of, in their order, with the pages of each list. */
const chapterPages = memoize((network: Network) => ({
	members: pagesOfKind(network, 'members'),
	meetings: pagesOfKind(network, 'meetings'),
	board: boardPages(network),
	secretariat: chairPages(network),
	milestones: timelinePages(network, undefined),
	themes: pagesOfKind(network, 'themes'),
	documents: pagesOfKind(network, 'documents'),
	projects: pagesOfKind(network, 'projects'),
	glossary: pagesOfKind(network, 'glossary'),
	disputes: pagesOfKind(network, 'disputes'),
	gaps: gapPages(network),
}));

type ChapterPages = ReturnType<typeof chapterPages>;
export type Chapter = keyof ChapterPages;

/** What a page of the document tells of, by chapter. */
export type Chapters = { readonly [C in Chapter]?: ChapterPages[C][number]['items'] };

/** A page of the document: all of it, its table of contents, or a part of a chapter. */
export interface DocumentPage {
	readonly path: string;
	/** What it tells of; nothing where it is a table of contents. */
	readonly chapters: Chapters;
	/** The chapter of which it is a part. */
	readonly part?: Chapter;
	/** Its place among the parts. */
	readonly page: ListPage<unknown>;
}

/** How many records the document has at most while it is one page. */
const bound = 500;

/** The path of the document. */
export const documentPath = '/print/';

/** The pages of the document: one, or, when the record has outgrown it, a table of contents and the parts of each chapter. */
export function documentPages(network: Network): DocumentPage[] {
	const pages = pagesByChapter(network);
	const isWhole = network.byAddress.size <= bound;
	const whole = isWhole ? pages.map(([chapter, ofChapter]) => [chapter, ownPage(ofChapter).items]) : [];
	const first = {
		path: documentPath,
		chapters: Object.fromEntries(whole) as Chapters,
		page: ownPage(listPages(documentPath, [], () => documentPath)),
	};
	if (isWhole) return [first];
	const parts = pages.flatMap(([part, ofChapter]) =>
		ofChapter.map((ofList): DocumentPage => {
			const below = movedBelow(documentPath, ofList);
			const chapters = below.parts.length === 0 ? { [part]: below.items } : {};
			return { path: below.path, chapters: chapters, part, page: below };
		}),
	);
	return [first, ...parts];
}

const pagesByChapter = (network: Network) =>
	Object.entries(chapterPages(network)) as [Chapter, readonly ListPage<unknown>[]][];

/** The chapters in their order, each with its title, and with its path where it has pages of its own. */
export const chaptersOf = (network: Network): { chapter: Chapter; title: string; path: string }[] =>
	pagesByChapter(network).map(([chapter, ofChapter]) => {
		const { path } = ownPage(ofChapter);
		return { chapter, title: sitePageAt(network, path)?.title ?? '', path: documentPath + path.slice(1) };
	});

/** The records of chapters that have parts of their own in them, with headings, in their order. */
export const partsIn = (chapters: Chapters): Partial<Record<Chapter, readonly Entry[] | undefined>> => ({
	...chapters,
	board: chapters.board?.filter(({ kind }) => kind === 'board'),
	secretariat: chapters.secretariat?.flatMap(({ term }) => term ?? []),
	milestones: undefined,
	glossary: undefined,
	gaps: undefined,
});

/** The records that a page of the document tells of. */
export const entriesIn = (network: Network, chapters: Chapters): Entry[] => [
	...Object.values(partsIn(chapters)).flatMap((entries) => entries ?? []),
	...(chapters.members ?? []).flatMap((member) => officesOf(network, member)),
	...(chapters.milestones ?? []).flatMap(({ events }) =>
		events.flatMap(({ entries: [entry] }) => (entry.kind === 'milestones' ? [entry] : [])),
	),
	...(chapters.glossary ?? []),
];
