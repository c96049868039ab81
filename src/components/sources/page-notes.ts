import type { Citation } from '../../schema/citation.ts';

/** Returns the letter of the n-th source, counted from 1: a to z, then aa, ab. CSS counts in the same way (`lower-alpha`). */
export const letterOf = (n: number): string =>
	(n > 26 ? letterOf(Math.floor((n - 1) / 26)) : '') + String.fromCharCode(97 + ((n - 1) % 26));

export const onlySource = (citations: readonly Citation[]): string | undefined =>
	new Set(citations.map(({ id }) => id)).size === 1 ? citations[0]?.id : undefined;

const bySource = (citations: readonly Citation[]) =>
	[...Map.groupBy(citations, ({ id }) => id)].map(([id, ofSource]) => ({
		id,
		quotes: [...new Set(ofSource.flatMap(({ quote }) => quote ?? []))],
	}));

/**
 * Numbers the sources of a page before the page is rendered.
 *
 * @param citations the sources of the page, in reading order
 * @param isPrinted whether the marks are numbers that link to endnotes. On other pages, marks are letters that open cards.
 */
export function pageNotes(citations: readonly Citation[], isPrinted = false) {
	const all = bySource(citations).map(({ id, quotes }, index) => ({
		id,
		label: isPrinted ? String(index + 1) : letterOf(index + 1),
		anchor: `source-${id}`,
		quotes,
	}));
	const cards = new Map<string, string>();
	const shown = new Set<string>();

	/**
	 * Returns the source mark for a fact. A page with only one source has no source marks.
	 *
	 * @throws {Error} if the page does not list a source
	 */
	const markFor = (cited: readonly Citation[]) => {
		if (cited.length === 0 || (all.length === 1 && !isPrinted)) return undefined;
		const missing = cited.find(({ id }) => !all.some((note) => note.id === id));
		if (missing) throw new Error(`The page does not list source "${missing.id}", but a mark refers to it.`);
		const quotesOf = new Map(bySource(cited).map(({ id, quotes }) => [id, quotes]));
		const sources = all.flatMap((note) => {
			const quotes = quotesOf.get(note.id);
			return quotes ? { ...note, quotes } : [];
		});
		const key = JSON.stringify(sources);
		// Later marks with the same quotes open the same card.
		const isFirst = !cards.has(key);
		const card = cards.getOrInsert(key, `words-${String(cards.size + 1)}`);
		for (const quote of sources.flatMap(({ quotes }) => quotes)) shown.add(quote);
		return { label: sources.map(({ label }) => label).join(' '), card, isFirst, sources };
	};

	/** Returns the quotes of a source that no card contains, for the list of sources. */
	const otherQuotes = ({ quotes }: (typeof all)[number]): string[] =>
		quotes.filter((quote) => !shown.has(quote));

	const disputes = new Set<string>();
	/** Returns whether a dispute, given its id or its other versions in words, is new on the page. */
	const isNewDispute = (words: string): boolean =>
		isPrinted || (!disputes.has(words) && Boolean(disputes.add(words)));

	return { all, isPrinted, markFor, otherQuotes, isNewDispute };
}
