/** A text divided into lines the way YAML divides it: at LF, CRLF or a lone CR. */
export interface Lines {
	/** Line and column, both from 1, of an offset in UTF-16 code units. */
	positionAt(offset: number): { line: number; column: number };
}

/** The lines of a text, without their line breaks. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/**
 * Prepares a text for turning offsets into lines and columns.
 *
 * @param text the whole text of a file, without a byte order mark
 */
export function indexLines(text: string): Lines {
	const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
	return {
		positionAt(offset) {
			let [low, high] = [0, starts.length - 1];
			while (low < high) {
				const middle = Math.ceil((low + high) / 2);
				if ((starts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
		},
	};
}
