import { kindOf } from '../schema/index.ts';
import { copyReadNames, type Source, sourceTypeNames } from '../schema/source.ts';
import type { Entry, Network } from './network.ts';
import { find } from './network.ts';
import { dateInWords } from '../schema/dates.ts';
import { capitalized, memoizeByText } from '../schema/words.ts';

export const titleOf = (network: Network, entry: Entry): string =>
	kindOf(entry.kind).title(entry, (kind, id) => titleOf(network, find(network, kind, id)));

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

export const languageName = memoizeByText((tag) => languageNames.of(tag) ?? tag);

export const titleSentence = ({ title }: Source): string => (/[.?!…]$/.test(title) ? title : `${title}.`);

export const sourceName = ({ publisher, published }: Source): string =>
	`${publisher}, ${published === undefined ? 'undated' : dateInWords(published)}`;

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
