import type { Citation } from '../../schema/citation.ts';

/**
 * Numbers the sources of a page before the page is rendered.
 *
 * @param citations the sources of the page, in reading order
 * @param hasQuotes whether the notes show quotes; if so, each mark links to the quote for its fact
 */
export function pageNotes(citations: readonly Citation[], hasQuotes: boolean) {
	const all = [...Map.groupBy(citations, ({ id }) => id)].map(([id, ofSource], index) => {
		const anchor = `source-${id}`;
		const quotes = new Set(hasQuotes ? ofSource.flatMap(({ quote }) => quote ?? []) : []);
		return {
			id,
			number: index + 1,
			anchor,
			/** The quotes that support the facts of the page. */
			quotes: [...quotes].map((words, place) => ({ words, anchor: `${anchor}--${String(place + 1)}` })),
		};
	});
	const byId = new Map(all.map((note) => [note.id, note]));

	/** Returns the source marks for a fact. Each mark has the source's number and the anchor of a quote or note. */
	const marksFor = (cited: readonly Citation[]): { number: number; anchor: string }[] =>
		[...Map.groupBy(cited, ({ id }) => id)]
			.map(([id, [first]]) => {
				const note = byId.get(id);
				if (!note) throw new Error(`The page does not list source "${id}", but a mark refers to it.`);
				const quote = note.quotes.find(({ words }) => words === first?.quote);
				return { number: note.number, anchor: (quote ?? note).anchor };
			})
			.sort((a, b) => a.number - b.number);

	return { all, hasQuotes, marksFor };
}
