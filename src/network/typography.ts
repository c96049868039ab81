import { mapValues } from '../records/values.ts';
import type { Field } from '../schema/field-tree.ts';

/**
 * A text with the signs of printing in the place of those of a keyboard: ’ and “ ”. Only what cannot be mistaken is changed, so that
 * feet, inches and quotes within quotes stay as they are.
 */
export const typographic = (text: string): string =>
	/['"]/.test(text) ? text.replace(/(?<=[\p{L}\p{N}.])'/gu, '’').replace(/"([^"]+)"/g, '“$1”') : text;

/** A text whose dates stay on one line, as a title's should. */
export const unbroken = (text: string): string =>
	text.replace(/(?<=\d) (?=\p{Lu})|(?<=\p{Lu}\p{Ll}+) (?=\d{4})/gu, '\u00a0');

/** Every text of a record that is its own with the signs of printing; the words of sources, and what is only searched, stay as they are. */
export const typographicRecord = <T>(tree: Field, record: T): T =>
	mapValues(tree, record, (value, path, { type }) =>
		type === 'text' && typeof value === 'string' && !path.includes('quote') && !path.includes('searchWords')
			? typographic(value)
			: value,
	);
