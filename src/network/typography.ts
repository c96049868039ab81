import { mapValues } from '../records/values.ts';
import type { Field } from '../schema/field-tree.ts';

/**
 * Replaces straight quotation marks and apostrophes with curly ones (’ and “ ”). Keeps ambiguous marks, such as the marks for feet, inches
 * or nested quotes.
 */
export const typographic = (text: string): string =>
	/['"]/.test(text) ? text.replace(/(?<=[\p{L}\p{N}.])'/gu, '’').replace(/"([^"]+)"/g, '“$1”') : text;

/** Puts a name in quotation marks. Quotation marks within the name become single ones. */
export const inCurlyQuotes = (text: string): string => `“${withinQuotes(text)}”`;

/** Replaces double quotation marks with single ones, for text inside quotation marks. */
export const withinQuotes = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** Prevents line breaks within dates in headings. */
export const unbroken = (text: string): string =>
	text
		.replace(/(?<=\d) (?=\p{Lu})|(?<=\p{Lu}\p{Ll}+) (?=\d{4})/gu, '\u00a0')
		.replace(/(?<=\d–)(?=\d)/g, '\u2060');

/** Applies `typographic` to a record, except for quotes and search-only fields. */
export const typographicRecord = <T>(tree: Field, record: T): T =>
	mapValues(tree, record, (value, path, { type }) =>
		type === 'text' && typeof value === 'string' && !path.includes('quote') && !path.includes('searchWords')
			? typographic(value)
			: value,
	);
