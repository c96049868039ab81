/**
 * Matches characters that plain text must not contain: control characters, format characters, unassigned characters, lone surrogates,
 * invisible characters (`Default_Ignorable_Code_Point`), and all separators except the space and the line feed. U+2800 is a blank Braille
 * pattern. U+FFFC and U+FFFD replace lost characters. Joiners between letters are allowed, because some languages need them.
 *
 * @see https://www.unicode.org/reports/tr36/ (section 3.8)
 */
export const unsafeCharacter =
	/[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd]--[\n \u200c\u200d]]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/v;

const unsafeCharacters = new RegExp(unsafeCharacter, 'gv');

/** Returns the code point of a character in Unicode notation, such as `U+202E`. */
export const codePoint = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Replaces each unsafe character in a string with its code point. */
export const showUnsafe = (text: string): string =>
	text.replace(unsafeCharacters, (character) => `<${codePoint(character)}>`);

export const plainLine = (text: string): string => showUnsafe(text.replace(/\s+/gu, ' ').trim());

export function explainUnsafe(character: string): { what: string; hint: string } {
	if (character === '\ufffd')
		return {
			what: 'the symbol for an unreadable character (U+FFFD)',
			hint: 'Replace the symbol with the correct character from the source.',
		};
	if (/[\p{Zs}\t]/u.test(character))
		return {
			what: `a ${character === '\t' ? 'tab' : 'special space'} (${codePoint(character)})`,
			hint: 'Replace it with a plain space.',
		};
	return {
		what: `the character ${codePoint(character)}, which is not allowed in plain text`,
		hint: 'Delete the character (it may be invisible), or type the text instead of pasting it.',
	};
}

const longest = 80;

export function shorten(text: string): string {
	// Cuts very long text first. Twice the number of characters is enough, because a character has at most two code units.
	const characters = Array.from(text.slice(0, 2 * longest + 2));
	return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

const onOneLine = (text: string): string => text.slice(0, 1_000).replace(/\s*\n\s*/g, ' ');

/** Formats a value for a message. Adds quotation marks, joins lines and truncates long values. */
export const quote = (value: string): string => `"${shorten(showUnsafe(onOneLine(value)))}"`;

export const quoteYaml = (text: string): string => {
	const shown = shorten(onOneLine(text));
	return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
};
