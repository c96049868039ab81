import type { Citation } from '../../schema/citation.ts';

/** A source on a page, with the quotes that support the page's facts. */
export interface PageNote {
	readonly id: string;
	readonly number: number;
	readonly anchor: string;
	readonly quotes: readonly { readonly words: string; readonly anchor: string }[];
}

/** The sources of a page, numbered before the page is rendered. */
export class PageNotes {
	readonly all: readonly PageNote[];
	readonly hasQuotes: boolean;
	readonly #byId: ReadonlyMap<string, PageNote>;

	/**
	 * @param citations the sources of the page, in reading order
	 * @param hasQuotes whether the notes show quotes; if so, each mark links to the quote for its fact
	 */
	constructor(citations: readonly Citation[], hasQuotes: boolean) {
		this.hasQuotes = hasQuotes;
		this.all = [...Map.groupBy(citations, ({ id }) => id)].map(([id, ofSource], index) => {
			const anchor = `source-${id}`;
			const quotes = new Set(hasQuotes ? ofSource.flatMap(({ quote }) => quote ?? []) : []);
			return {
				id,
				number: index + 1,
				anchor,
				quotes: [...quotes].map((words, place) => ({ words, anchor: `${anchor}--${String(place + 1)}` })),
			};
		});
		this.#byId = new Map(this.all.map((note) => [note.id, note]));
	}

	/** Returns the source marks for a fact. Each mark has the source's number and the anchor of a quote or note. */
	marksFor(citations: readonly Citation[]): { number: number; anchor: string }[] {
		return [...Map.groupBy(citations, ({ id }) => id)]
			.map(([id, [first]]) => {
				const note = this.#byId.get(id);
				if (!note) throw new Error(`The page does not list source "${id}", but a mark refers to it.`);
				const quote = note.quotes.find(({ words }) => words === first?.quote);
				return { number: note.number, anchor: (quote ?? note).anchor };
			})
			.sort((a, b) => a.number - b.number);
	}
}
