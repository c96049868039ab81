import { kindOf } from '../schema/index.ts';
import { copyReadNames, type Source } from '../schema/source.ts';
import type { Entry, Network } from './network.ts';
import { find } from './network.ts';
import { dateInWords } from '../schema/dates.ts';
import { memoizeByText } from '../schema/words.ts';

/** What a record is called on the page, in lists, links and search results. */
export const titleOf = (network: Network, entry: Entry): string =>
	kindOf(entry.kind).title(entry, (kind, id) => titleOf(network, find(network, kind, id)));

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** The English name of a BCP 47 language. */
export const languageName = memoizeByText((tag) => languageNames.of(tag) ?? tag);

/** Publisher, date, language and how much was read, in one line after a source's title. */
export const sourceLine = (source: Source): string =>
	[
		source.publisher,
		source.published === undefined ? undefined : dateInWords(source.published),
		source.language === 'en' ? undefined : `in ${languageName(source.language)}, translated by us`,
		source.copyRead === 'whole' ? undefined : copyReadNames[source.copyRead],
	]
		.filter(Boolean)
		.join(', ') + '.';
