/** A text divided into lines the way YAML divides it: at LF, CRLF or a lone CR. */
export interface Lines {
	readonly count: number;
	/** Line and column, both from 1, of an offset in UTF-16 code units. */
	positionAt(offset: number): { line: number; column: number };
	/** The offset at which a line begins. */
	startOf(line: number): number;
	/** A line without its line break; nothing where there is no such line. */
	textOf(line: number): string;
}

const [lineFeed, carriageReturn] = [10, 13];

/** Prepares a text for turning offsets into lines and columns. */
export function indexLines(text: string): Lines {
	const starts = [0];
	for (let offset = 0; offset < text.length; offset++) {
		const code = text.charCodeAt(offset);
		if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed))
			starts.push(offset + 1);
	}
	const startOf = (line: number): number => starts[line - 1] ?? text.length;
	return {
		count: starts.length,
		positionAt(offset) {
			let [low, high] = [0, starts.length - 1];
			while (low < high) {
				const middle = Math.ceil((low + high) / 2);
				if ((starts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
		},
		startOf,
		textOf: (line) => text.slice(startOf(line), startOf(line + 1)).replace(/\r?\n$|\r$/, ''),
	};
}
