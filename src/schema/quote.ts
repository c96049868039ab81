/**
 * Characters that plain text does not hold, by Unicode's own properties: control and format characters, halves of a character,
 * unassigned ones, separators other than the plain space and the line feed, and whatever is shown as nothing
 * (`Default_Ignorable_Code_Point`). U+2800 is a Braille pattern without a dot, which no property tells from the others; U+FFFC
 * and U+FFFD stand for something lost on the way. A joiner between letters belongs to the spelling of some languages.
 *
 * @see https://www.unicode.org/reports/tr36/ (section 3.8)
 */
export const unsafeCharacter =
	/[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd]--[\n \u200c\u200d]]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/v;

const unsafeCharacters = new RegExp(unsafeCharacter, 'gv');

/** A character's number as Unicode writes it: `U+202E`. */
export const codePoint = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text in which every character can be seen and none can change how the rest is shown. */
export const showUnsafe = (text: string): string =>
	text.replace(unsafeCharacters, (character) => `<${codePoint(character)}>`);

/** The same on one line, for what takes a line break for the end of something. */
export const plainLine = (text: string): string => showUnsafe(text.replace(/\s+/gu, ' ').trim());

/** What is wrong with a character that plain text does not hold, and what to do about it. */
export function explainUnsafe(character: string): { what: string; hint: string } {
	if (character === '\ufffd')
		return {
			what: 'the sign for a character that was lost on the way (U+FFFD)',
			hint: 'Type the character that the source has.',
		};
	if (/[\p{Zs}\t]/u.test(character))
		return {
			what: `${character === '\t' ? 'a tab' : 'a space of another kind'} (${codePoint(character)})`,
			hint: 'Delete it and press the space bar in its place.',
		};
	return {
		what: `the character ${codePoint(character)}, which has no place in plain text`,
		hint: 'Delete the character, which may be invisible, or type the text anew instead of pasting it.',
	};
}

const longest = 80;

/** The beginning of a text, as much as a message can bear. */
export function shorten(text: string): string {
	// A character is at most two code units long: what follows these need not be looked at.
	const characters = Array.from(text.slice(0, 2 * longest + 2));
	return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

const onOneLine = (text: string): string => text.slice(0, 1_000).replace(/\s*\n\s*/g, ' ');

/** A value as a message quotes it: in quotation marks, on one line, not longer than a message can bear. */
export const quote = (value: string): string => `"${shorten(showUnsafe(onOneLine(value)))}"`;

/** A text as an editor would put it into quotes. */
export const quoteYaml = (text: string): string => {
	const shown = shorten(onOneLine(text));
	return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
};
