import type { Citation } from '../../schema/citation.ts';

/** A source that a page names, with the words of it that the page rests on. */
export interface PageNote {
	readonly id: string;
	readonly number: number;
	readonly anchor: string;
	readonly quotes: readonly { readonly words: string; readonly anchor: string }[];
}

/** The numbered notes of one page: a number for each source in the order in which the page first names it. */
export class PageNotes {
	readonly #notes = new Map<string, PageNote & { quotes: PageNote['quotes'][number][] }>();
	readonly #told = new Set<string>();

	/** Whether the notes have the words of the sources, so that a mark leads to those behind its fact. */
	readonly hasWords: boolean;

	constructor(hasWords = true) {
		this.hasWords = hasWords;
	}

	/** The marks of a fact: for each source its number, and where its words stand among the notes. */
	marksFor(citations: readonly Citation[]): { number: number; anchor: string }[] {
		const marks = new Map<number, { number: number; anchor: string }>();
		for (const { id, quote } of citations) {
			const note = this.#noteOf(id);
			let place = note.quotes.find(({ words }) => words === quote);
			if (this.hasWords && quote !== undefined && !place) {
				place = { words: quote, anchor: `${note.anchor}--${String(note.quotes.length + 1)}` };
				note.quotes.push(place);
			}
			if (!marks.has(note.number))
				marks.set(note.number, { number: note.number, anchor: (place ?? note).anchor });
		}
		return [...marks.values()].sort((a, b) => a.number - b.number);
	}

	/** Whether something of this id is asked about for the first time. */
	isNew(id: string): boolean {
		const isNew = !this.#told.has(id);
		this.#told.add(id);
		return isNew;
	}

	/** All that have been marked so far. */
	get all(): readonly PageNote[] {
		return [...this.#notes.values()];
	}

	#noteOf(id: string) {
		let note = this.#notes.get(id);
		if (!note) {
			note = { id, number: this.#notes.size + 1, anchor: `source-${id}`, quotes: [] };
			this.#notes.set(id, note);
		}
		return note;
	}
}
