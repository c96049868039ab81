/** The lines of a string, indexed by offset. As in YAML, a line ends with LF, CRLF or a lone CR. */
export type Lines = ReturnType<typeof indexLines>;

const [lineFeed, carriageReturn] = [10, 13];

export function indexLines(text: string) {
	const starts = [0];
	for (let offset = 0; offset < text.length; offset++) {
		const code = text.charCodeAt(offset);
		if (code === lineFeed || (code === carriageReturn && text.charCodeAt(offset + 1) !== lineFeed))
			starts.push(offset + 1);
	}
	const startOf = (line: number): number => starts[line - 1] ?? text.length;
	return {
		count: starts.length,
		/** Converts an offset in UTF-16 code units into a line and a column, both starting at 1. */
		positionAt(offset: number): { line: number; column: number } {
			let [low, high] = [0, starts.length - 1];
			while (low < high) {
				const middle = Math.ceil((low + high) / 2);
				if ((starts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
		},
		startOf,
		/** Returns a line without its line break, or an empty string if the line does not exist. */
		textOf: (line: number): string => text.slice(startOf(line), startOf(line + 1)).replace(/\r?\n$|\r$/, ''),
	};
}
