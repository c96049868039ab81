/** A text in lines; cut where it is too long for them. */
export interface Lines {
	readonly lines: readonly string[];
	readonly isCut: boolean;
}

/**
 * Sets a text in lines, so many at most: what is too much gives way to an ellipsis.
 *
 * @param fits says whether a line is short enough
 */
export function linesOf(text: string, most: number, fits: (line: string) => boolean): Lines {
	const lines: string[] = [];
	let line = '';
	for (let word of visible(text).split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (fits(longer)) {
			line = longer;
			continue;
		}
		if (line !== '') lines.push(line);
		// A word that is too long for a line goes on in the next.
		while (lines.length <= most && !fits(word)) {
			const part = beginningOf(word, fits);
			lines.push(part);
			word = word.slice(part.length);
		}
		line = word;
		if (lines.length > most) break;
	}
	if (line !== '') lines.push(line);
	if (lines.length <= most) return { lines, isCut: false };
	const kept = lines.slice(0, most);
	const last = kept.pop();
	if (last !== undefined) kept.push(`${beginningOf(last, (cut) => fits(`${cut}…`)).trimEnd()}…`);
	return { lines: kept, isCut: true };
}

/** As much of a text as fits; at least one character. */
function beginningOf(text: string, fits: (line: string) => boolean): string {
	let beginning = '';
	for (const character of text) {
		if (beginning !== '' && !fits(beginning + character)) break;
		beginning += character;
	}
	return beginning;
}

/** A text without what has no shape, and with the spaces that every typeface has. */
const visible = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\t\n\r]/g, ' ')
		.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
		.replace(/[\u2000-\u200a\u202f]/g, '\u00a0');
