import { agendaItems, meetingLine, type PlacedItem } from '../../network/meetings.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import { agendaItemPath, pathOf, yearPath } from '../../site/paths.ts';
import { type SitePage, sitePages } from '../../site/navigation.ts';
import { timelineYears } from '../../network/timeline.ts';
import { kindOf } from '../../schema/index.ts';
import { kinds, type Kind } from '../../schema/kinds.ts';
import { counted, inSeries, uncapitalized } from '../../schema/words.ts';
import { type Facets, facetsOf, facetsOfItem } from './facets.ts';
import { searchTextOf } from './texts.ts';

/** By what a reader can narrow a search down. */
export type SearchFilter = 'kind' | keyof Facets;

/** What the search finds: a record, an agenda item or a page that lists records. All of it is plain text. */
export interface SearchRecord {
	/** The path from the site's root, without the base path, with the anchor where there is one. */
	url: string;
	title: string;
	/** What it is, shown below the title: "Agenda item, ninth meeting, Belgrade, Serbia, 22–23 February 2023". */
	label: string;
	/** What a reader who types just this most likely wants: searched, not shown. */
	called: string;
	/** All that it is called, the title among it where the title is a name: searched above all, not shown. */
	names: string;
	/** Words for its subjects: searched, not shown. */
	topics: string;
	/** Its text, of which an excerpt is shown. */
	content: string;
	/** Its values by filter; a filter without a value is left out. */
	filters: Partial<Record<SearchFilter, string[]>>;
}

/**
 * How much a word weighs in each field besides the content; the browser ranks with them. What a record is called
 * comes first; the subjects of an agenda item only bring it in behind.
 */
export const searchWeights = { title: 1, called: 4, names: 6, topics: 0.1, label: 0.1 } as const;

// Equally good results keep the order in which they were added: what readers look for most comes first, what only mentions it last.
const firstKinds: readonly Kind[] = [
	'themes',
	'members',
	'secretariat',
	'board',
	'meetings',
	'offices',
	'glossary',
];
// Their titles are sentences that mention others: to be called by a word there means little.
const lastKinds: readonly Kind[] = ['milestones', 'disputes', 'sources'];
const otherKinds = kinds.filter((kind) => !firstKinds.includes(kind) && !lastKinds.includes(kind));

/** The kinds that readers look up by name; the title of another mentions the name just as well. */
const lookedUpByName: readonly Kind[] = ['themes', 'members', 'glossary'];

/**
 * Everything the search can find, each thing once: every record, every agenda item, every year, and the pages that list them.
 * The order is the order of equally good results. They are made one at a time, for together they take more room than the record.
 */
export function* searchRecords(network: Network): Generator<SearchRecord> {
	const yearPages = timelineYears(network).map(({ year, events }): SitePage => ({
		path: yearPath(year),
		title: `The year ${year}`,
		called: year,
		content: `${counted(events.length, 'event')} on the timeline.`,
	}));
	for (const page of [...sitePages(network), ...yearPages]) yield* recordsOfPage(page);
	yield* recordsOfKinds(network, firstKinds);
	for (const item of agendaItems(network)) yield recordOfItem(network, item);
	yield* recordsOfKinds(network, otherKinds);
	yield* recordsOfKinds(network, lastKinds);
}

const recordsOfKinds = (network: Network, ofKinds: readonly Kind[]): Iterable<SearchRecord> =>
	ofKinds
		.values()
		.flatMap((kind): readonly Entry[] => network.entries[kind])
		.map((entry) => recordOfEntry(network, entry));

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
	const meetingTitle = uncapitalized(meeting.title);
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

const bare = (word: string): string =>
	word
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The words of some texts, each once, without those that begin another: Pagefind finds a word by its beginning,
 * and would count "crypto" beside "cryptocurrency" twice.
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
