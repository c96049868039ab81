import { mapValues } from '../records/values.ts';
import type { Field } from '../schema/field-tree.ts';

/**
 * Returns a text with typographic quotation marks and apostrophes: ’ and “ ”. Ambiguous marks, as for feet, inches or nested quotes,
 * stay as they are.
 */
export const typographic = (text: string): string =>
	/['"]/.test(text) ? text.replace(/(?<=[\p{L}\p{N}.])'/gu, '’').replace(/"([^"]+)"/g, '“$1”') : text;

/** Returns a text with non-breaking spaces in its dates, for headings. */
export const unbroken = (text: string): string =>
	text.replace(/(?<=\d) (?=\p{Lu})|(?<=\p{Lu}\p{Ll}+) (?=\d{4})/gu, '\u00a0');

/** Returns a record with typographic marks in its texts, except in quotes and in words that are only searched. */
export const typographicRecord = <T>(tree: Field, record: T): T =>
	mapValues(tree, record, (value, path, { type }) =>
		type === 'text' && typeof value === 'string' && !path.includes('quote') && !path.includes('searchWords')
			? typographic(value)
			: value,
	);
