import { boundsOf, compareText } from '../schema/edtf.ts';
import { kindOf } from '../schema/index.ts';
import { eventKinds, type Kind, kinds } from '../schema/kinds.ts';
import type { Entry, Network } from './network.ts';
import { memoize } from '../records/memoize.ts';

/*
 * A list that has outgrown its page goes on in parts: the page becomes a table of contents, of decades or of letters, and the page
 * of a decade that has outgrown it in turn one of years. What a part holds follows from when something was or what it is called,
 * never from how much stands before it: other records added, old or new, change no address, and a page that there ever was leads on
 * to what it held.
 */

/** How many of them a page has at most before it goes on in parts: records told whole, rows of a table, events. */
export const bounds = { records: 50, rows: 100, events: 200 } as const;

/** The parts that a thing belongs to, the widest first, each as a step of an address: `['2010s', '2016']`. */
export type Steps = readonly string[];

/** The parts of what is dated: its decade and its year. */
export function stepsOfDate(date: string): Steps {
	const year = boundsOf(date).earliest.slice(0, 4);
	return [`${year.slice(0, 3)}0s`, year];
}

/** The part of what is called by a name: its first letter. */
export function stepsOfName(name: string): Steps {
	const [letter] = /[a-z0-9]/.exec(name.toLowerCase().normalize('NFD').trim().slice(0, 1)) ?? [];
	return [letter ?? 'other'];
}

/** The records of a network, of which nothing else need be there yet. */
type Records = Pick<Network, 'entries' | 'byAddress'>;

/** The parts of a record: by its first date, or that of the first record that it is about, or else by its name. */
export function stepsIn({ byAddress }: Records, entry: Entry): Steps {
	const dateOf = (of: Entry | undefined): string | undefined =>
		of?.kind === 'sources'
			? of.published
			: of && Object.values(kindOf(of.kind).dates?.(of) ?? {}).find((date) => date !== undefined);
	const subjects = entry.kind === 'disputes' ? entry.about.map(({ record }) => byAddress.get(record)) : [];
	const date = [entry, ...subjects].map(dateOf).find((found) => found !== undefined);
	return date === undefined ? stepsOfName(kindOf(entry.kind).order(entry)) : stepsOfDate(date);
}

/** The pages of a part and of those around it, from the list's own down: `['/meetings/', '/meetings/2010s/']`. */
const wayTo = (list: string, steps: Steps): string[] => [
	list,
	...steps.map((_, index) => `${list}${steps.slice(0, index + 1).join('/')}/`),
];

/**
 * Finds the page of anything on a list.
 *
 * @param list the path of the list's own page
 * @param all the parts of everything that the list's pages are to hold
 * @param bound how many a page holds at most, unless they have no narrower part to go to
 */
export function pagesOf(list: string, all: readonly Steps[], bound: number): (steps: Steps) => string {
	const counts = new Map<string, number>();
	for (const path of all.flatMap((steps) => wayTo(list, steps)))
		counts.set(path, (counts.get(path) ?? 0) + 1);
	return (steps) => {
		const way = wayTo(list, steps);
		return way.find((path) => (counts.get(path) ?? 0) <= bound) ?? way.at(-1) ?? list;
	};
}

/** A part of a list as a link. */
export interface PartLink<T> {
	readonly path: string;
	readonly name: string;
	/** All that it and its own parts hold. */
	readonly items: readonly T[];
}

/** A page of a list: the list, a part of it, or a table of contents of its parts. */
export interface ListPage<T> extends PartLink<T> {
	/** The parts that it leads to, where it is a table of contents. */
	readonly parts: readonly PartLink<T>[];
	/** The pages above it, from the list's own down. */
	readonly above: readonly PartLink<T>[];
	/** The pages before and after it that list what they hold. */
	readonly previous: PartLink<T> | undefined;
	readonly next: PartLink<T> | undefined;
}

/** What a part of a list is called: "2010s", "2016", "B"; nothing where it is the list's own page. */
export function nameOfPart(list: string, path: string): string {
	const name = path.slice(list.length).split('/').at(-2) ?? '';
	return name.length === 1 ? name.toUpperCase() : name;
}

/**
 * The pages of a list, its own first.
 *
 * @param list the path of the list's own page
 * @param items all that it lists, in order
 * @param pageOf the page on which an item stands
 */
export function listPages<T>(list: string, items: readonly T[], pageOf: (item: T) => string): ListPage<T>[] {
	const links = new Map<string, { path: string; name: string; items: T[] }>();
	const linkTo = (path: string) => {
		const link = links.get(path) ?? { path, name: nameOfPart(list, path), items: [] };
		links.set(path, link);
		return link;
	};
	const wayOf = (path: string): string[] => wayTo(list, path.slice(list.length).split('/').slice(0, -1));
	linkTo(list);
	const leaves = new Set<string>();
	for (const item of items) {
		const page = pageOf(item);
		leaves.add(page);
		for (const path of wayOf(page)) linkTo(path).items.push(item);
	}
	const paths = [...links.keys()].sort(compareText);
	const inOrder = paths.filter((path) => leaves.has(path));
	const partsOf = Map.groupBy(
		paths.filter((path) => path !== list),
		(path) => wayOf(path).at(-2),
	);
	return paths.map((path) => {
		const place = inOrder.indexOf(path);
		const [previous, next] = place === -1 ? [] : [inOrder[place - 1], inOrder[place + 1]];
		return {
			...linkTo(path),
			parts: (partsOf.get(path) ?? []).map(linkTo),
			above: wayOf(path).slice(0, -1).map(linkTo),
			previous: previous === undefined ? undefined : linkTo(previous),
			next: next === undefined ? undefined : linkTo(next),
		};
	});
}

/** The pages of a list whose own items alone say when it goes on in parts. */
export function pagesOfItems<T>(
	list: string,
	items: readonly T[],
	stepsOf: (item: T) => Steps,
	bound: number,
): ListPage<T>[] {
	const pageOf = pagesOf(list, items.map(stepsOf), bound);
	return listPages(list, items, (item) => pageOf(stepsOf(item)));
}

/** The list's own page, of all its pages. */
export function ownPage<T>([page]: readonly ListPage<T>[]): ListPage<T> {
	if (!page) throw new RangeError('A list has at least its own page.');
	return page;
}

/** The same page with its links below another path: `/meetings/2010s/` at `/print/meetings/2010s/`. */
export function movedBelow<T>(path: string, page: ListPage<T>): ListPage<T> {
	const move = <L extends { readonly path: string }>(link: L): L => ({
		...link,
		path: path + link.path.slice(1),
	});
	return {
		...move(page),
		parts: page.parts.map(move),
		above: page.above.map(move),
		previous: page.previous && move(page.previous),
		next: page.next && move(page.next),
	};
}

/** The kinds that a shared page tells of, where that is not only the one whose records have their place there. */
const toldOn: Partial<Record<Kind, readonly Kind[]>> = {
	board: ['board', 'meetings'],
	milestones: eventKinds,
};

const finders = memoize(
	(records: Records) =>
		new Map(
			kinds.map((kind) => {
				const all = (toldOn[kind] ?? [kind]).flatMap((each): readonly Entry[] => records.entries[each]);
				const { list, hasOwnPage } = kindOf(kind);
				const bound = kind === 'milestones' ? bounds.events : hasOwnPage ? bounds.rows : bounds.records;
				const steps = all.map((entry) => stepsIn(records, entry));
				return [kind, pagesOf(list, steps, bound)] as const;
			}),
		),
);

/** Finds the pages of the list of a kind. */
export const pagesOfList =
	(records: Records, kind: Kind) =>
	(steps: Steps): string =>
		finders(records).get(kind)?.(steps) ?? kindOf(kind).list;

/** The pages of the list of a kind, with what is told on them: by the parts to which each thing belongs. */
export const pagesOn = <T>(
	network: Network,
	kind: Kind,
	things: readonly T[],
	stepsOf: (thing: T) => Steps,
): ListPage<T>[] =>
	listPages(kindOf(kind).list, things, (thing) => pagesOfList(network, kind)(stepsOf(thing)));

/** The pages that list the records of a kind. */
export const pagesOfKind = <K extends Kind>(network: Network, kind: K): ListPage<Entry<K>>[] =>
	pagesOn<Entry<K>>(network, kind, network.entries[kind], (entry) => stepsIn(network, entry as Entry));

/**
 * The pages of a list for Astro's `getStaticPaths`, in a file whose rest parameter is `part`.
 *
 * @param folder the path of the file's folder, where that is not the list's own page
 */
export const pathsOfParts = <T>(pages: readonly ListPage<T>[], folder?: string) =>
	pages.map((page) => ({
		params: { part: page.path.slice((folder ?? (page.above[0] ?? page).path).length, -1) || undefined },
		props: { page },
	}));

/** The same for the lists on the pages of records, in a file whose folder is called by the `id` of the record. */
export const pathsOfRecords = <K extends Kind, T>(
	network: Network,
	kind: K,
	pagesOfRecord: (network: Network, entry: Entry<K>) => readonly ListPage<T>[],
) =>
	network.entries[kind].flatMap((entry) =>
		pathsOfParts(pagesOfRecord(network, entry)).map(({ params, props }) => ({
			params: { ...params, id: entry.id },
			props: { ...props, entry },
		})),
	);

/** A title for each page of a list: "Meetings", "Meetings, 2016". */
export const titleOfPart = (title: string, { name }: Pick<ListPage<unknown>, 'name'>): string =>
	name === '' ? title : `${title}, ${name}`;
