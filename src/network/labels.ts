import { kindOf } from '../schema/index.ts';
import { copyReadNames, type Source, sourceTypeNames } from '../schema/source.ts';
import type { Entry, Network } from './network.ts';
import { find } from './network.ts';
import { dateInWords } from '../schema/dates.ts';
import { memoize } from '../records/memoize.ts';
import { capitalized, memoizeByText } from '../schema/words.ts';

export const titleOf = (network: Network, entry: Entry): string =>
	kindOf(entry.kind).title(entry, (kind, id) => titleOf(network, find(network, kind, id)));

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

export const languageName = memoizeByText((tag) => languageNames.of(tag) ?? tag);

export const titleSentence = ({ title }: Source): string => (/[.?!…]$/.test(title) ? title : `${title}.`);

export const publisherAndDate = (source: Source): string => `${source.publisher}, ${dateOrUndated(source)}`;

const dateOrUndated = ({ published }: Source): string =>
	published === undefined ? 'undated' : dateInWords(published);

/** Returns the short name of a source: its publisher and date. Sources with the same publisher and date also have the first words of their titles. */
export const sourceName = (network: Network, source: Entry<'sources'>): string =>
	sourceNames(network).get(source) ?? publisherAndDate(source);

const fewestWords = 4;

const sourceNames = memoize((network: Network) => {
	const groups = Map.groupBy(network.entries.sources, publisherAndDate).values();
	return new Map(
		[...groups].flatMap((alike) =>
			alike.length === 1 ? [] : alike.map((source) => [source, nameWithTitle(source, alike)] as const),
		),
	);
});

/** Adds as many words of the title as it takes to tell the source from others. */
function nameWithTitle(source: Source, alike: readonly Source[]): string {
	const words = source.title.split(' ');
	const beginning = (count: number): string => words.slice(0, count).join(' ');
	const isUnique = (words: string): boolean =>
		alike.filter(({ title }) => title.startsWith(words)).length === 1;
	let count = fewestWords;
	while (count < words.length && !isUnique(beginning(count))) count++;
	const title = count < words.length ? `${beginning(count).replace(/\W$/u, '')}…` : source.title;
	return `${source.publisher}, “${title}”, ${dateOrUndated(source)}`;
}

/** Describes the language of a source and how much of it was read, for example "in Bulgarian, translated by us, read in part". */
export const readingOf = ({ language, copyRead }: Source): string =>
	[
		language !== 'en' && `in ${languageName(language)}, translated by us`,
		copyRead !== 'whole' && copyReadNames[copyRead],
	]
		.filter(Boolean)
		.join(', ');

/** Describes the type and language of a source, and how much of it was read. */
export const sourceTypeInWords = (source: Source): string =>
	[sourceTypeNames[source.type], capitalized(readingOf(source))].filter(Boolean).join('. ');

/** Describes a source in one line: its publisher, date and language, and whether the editors read all of it. */
export const sourceLine = (source: Source): string =>
	`${[source.publisher, source.published && dateInWords(source.published), readingOf(source)].filter(Boolean).join(', ')}.`;
