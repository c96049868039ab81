/**
 * Characters that plain text does not hold: control characters (but the line feed), marks that make a line read
 * differently from what it says (Unicode TR 36, section 3.8), other invisible characters that search would not find,
 * line and paragraph separators, halves of a character, and the sign that stands for a character lost on the way.
 */
export const unsafeCharacter =
	/[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffd]--[\n]]/v;

const unsafeCharacters = new RegExp(unsafeCharacter, 'gv');

/** A character's number as Unicode writes it: `U+202E`. */
export const codePoint = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text in which every character can be seen and none can change how the rest is shown. */
export const showUnsafe = (text: string): string =>
	text.replace(unsafeCharacters, (character) => `<${codePoint(character)}>`);

const longest = 80;

/** A value as a message quotes it: in quotation marks, on one line, not longer than a message can bear. */
export function quote(value: string): string {
	const characters = Array.from(value.replace(/\s*\n\s*/g, ' '));
	const shown =
		characters.length > longest ? [...characters.slice(0, longest), '…'].join('') : characters.join('');
	return `"${showUnsafe(shown)}"`;
}
