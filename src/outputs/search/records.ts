import { agendaItems, meetingLine, type PlacedItem } from '../../network/meetings.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { agendaItemPath, pathOf, yearPath } from '../../site/paths.ts';
import { type SitePage, sitePages } from '../../site/navigation.ts';
import { hostChain } from '../../network/rotation.ts';
import { timelineYears } from '../../network/timeline.ts';
import { kindOf } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { bare } from '../../schema/letters.ts';
import { counted, inSeries, titleWithin } from '../../schema/words.ts';
import { type Facets, facetsOf, facetsOfItem } from './facets.ts';
import { searchTextOf } from './texts.ts';

export type SearchFilter = 'kind' | keyof Facets;

/** A possible search result: a record, an agenda item or a page that lists records. All values are plain text. */
export interface SearchRecord {
	/** The path on the site without the base path, with an anchor if necessary. */
	url: string;
	title: string;
	/** The line below the title, such as "Agenda item, ninth meeting, Belgrade, Serbia, 22–23 February 2023". */
	label: string;
	/**
	 * A query that most likely means this record, such as the name of a city for a meeting held there. The query is indexed but not shown.
	 */
	called: string;
	/** All names of the record, including the title if the title is a name. Names have the highest weight in searches but are not shown. */
	names: string;
	/** Words that describe the subject of the record, which are indexed but not shown. */
	topics: string;
	/** The main text. Search results only show an excerpt. */
	content: string;
	/** The record's values for each filter. Filters without values are omitted. */
	filters: Partial<Record<SearchFilter, string[]>>;
}

/** The weight of the words in each field, for ranking results in the browser. */
export const searchWeights = { title: 1, called: 4, names: 6, topics: 0.1, label: 0.1 } as const;

// The order of results with equal scores. The most popular kinds come first.
const firstKinds: readonly Kind[] = [
	'themes',
	'members',
	'secretariat',
	'board',
	'meetings',
	'offices',
	'glossary',
];
// The titles of these kinds are sentences that mention other records, so they do not count as names.
const lastKinds: readonly Kind[] = ['milestones', 'disputes', 'sources'];
// Languages are not in the index, because the search recognizes their words and links to their pages.
const otherKinds = kinds.filter((kind) => ![...firstKinds, ...lastKinds, 'languages'].includes(kind));

/** The kinds of record that readers look up by name. Titles of other kinds only mention such names. */
const lookedUpByName: readonly Kind[] = ['themes', 'members', 'glossary'];

/**
 * Returns all possible search results: records, agenda items, years and the pages that list them. Results with equal scores appear in this
 * order.
 */
export function searchRecords(network: Network): SearchRecord[] {
	const yearPages = timelineYears(network).map(({ year, events }): SitePage => ({
		path: yearPath(year),
		title: `The year ${year}`,
		called: year,
		content: `${counted(events.length, 'event')} on the timeline.`,
	}));
	const recordsOf = (some: readonly Kind[]): SearchRecord[] =>
		some.flatMap((kind) => network.entries[kind].map((entry) => recordOfEntry(network, entry)));
	return [
		...[...sitePages(network), ...yearPages, ...partsOfPages(network)].flatMap(recordsOfPage),
		...recordsOf(firstKinds),
		...agendaItems(network).map((item) => recordOfItem(network, item)),
		...recordsOf(otherKinds),
		...recordsOf(lastKinds),
	];
}

/** Returns the parts of pages with statements about the network itself. */
function partsOfPages(network: Network): SitePage[] {
	const { account } = network;
	const part = (path: string, title: string, texts: readonly string[]): SitePage => ({
		path,
		title,
		called: '',
		content: texts.join(' '),
	});
	return [
		part(
			'/network/#account',
			'How the network began',
			account.account.map(({ text }) => text),
		),
		part(
			'/network/#aims',
			'Aims of the network',
			account.aims.map(({ text }) => text),
		),
		part(
			'/network/#workings',
			'How the network works',
			account.workings.map(({ title, text }) => `${title}. ${text}`),
		),
		{
			...part(
				'/board/#hosts',
				'Hosts of the meetings',
				hostChain(network).map(
					({ meeting, host }) => `${meeting.title}${host ? `: ${host.country.name}` : ''}.`,
				),
			),
			names: ['host hosted country countries turns'],
		},
		part(
			'/gaps/#open-questions',
			'Open questions',
			(account.openQuestions ?? []).map(({ question }) => question),
		),
	].filter(({ content }) => content !== '');
}

function recordOfEntry(network: Network, entry: Entry): SearchRecord {
	const { label, names, content, title, called } = searchTextOf(network, entry);
	return {
		url: pathOf(entry),
		title,
		label,
		called: called ?? (lookedUpByName.includes(entry.kind) ? title : ''),
		names: distinctWords(lastKinds.includes(entry.kind) ? names : [title, ...names]),
		topics: '',
		content,
		filters: filtersOf(kindOf(entry.kind).one, facetsOf(network, entry)),
	};
}

function recordOfItem(network: Network, placed: PlacedItem): SearchRecord {
	const { meeting, item } = placed;
	const meetingTitle = titleWithin(meeting.title);
	const themes = item.themes.map((id) => find(network, 'themes', id));
	return {
		url: agendaItemPath(meeting, item.id),
		title: item.title,
		label: `Agenda item, ${meetingTitle}, ${meetingLine(network, meeting)}`,
		called: '',
		names: distinctWords([item.title]),
		topics: distinctWords(themes.flatMap(({ name, searchWords = [] }) => [name, ...searchWords])),
		content: [
			themes.length > 0 ? `Themes: ${inSeries(themes.map(({ name }) => name))}.` : '',
			item.wording === 'restated' ? 'Title in our own words.' : '',
		]
			.filter(Boolean)
			.join(' '),
		filters: filtersOf('Agenda item', facetsOfItem(network, placed)),
	};
}

function recordsOfPage({ path, title, called = title, content, names = [] }: SitePage): SearchRecord[] {
	if (content === undefined) return [];
	return [
		{
			url: path,
			title,
			label: 'Page',
			called,
			names: distinctWords([title, ...names]),
			topics: '',
			content,
			filters: { kind: ['Page'] },
		},
	];
}

const filtersOf = (kind: string, facets: Facets): SearchRecord['filters'] => ({
	kind: [kind],
	...Object.fromEntries(Object.entries(facets).filter(([, values]: [string, string[]]) => values.length > 0)),
});

/**
 * Returns the distinct words in several strings. Leaves out prefixes of other words, because Pagefind matches prefixes: in a record with
 * "crypto" and "cryptocurrency", a search for "crypto" would count twice.
 */
function distinctWords(texts: readonly string[]): string {
	const written = texts.join(' ').match(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu) ?? [];
	const words = [...new Set(written)].map((word) => ({ word, bare: bare(word) }));
	const isFoundBy = (word: string, index: number) => (other: (typeof words)[number], otherIndex: number) =>
		otherIndex !== index && other.bare.startsWith(word) && (other.bare !== word || otherIndex < index);
	return words
		.filter((word, index) => !words.some(isFoundBy(word.bare, index)))
		.map(({ word }) => word)
		.join(' ');
}
