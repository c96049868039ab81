import { mapValues } from '../records/values.ts';
import type { Field } from '../schema/field-tree.ts';

/**
 * Replaces straight quotation marks and apostrophes with curly ones (’ and “ ”). Keeps ambiguous marks, for example for feet, inches or
 * nested quotes.
 */
export const typographic = (text: string): string =>
	/['"]/.test(text) ? text.replace(/(?<=[\p{L}\p{N}.])'/gu, '’').replace(/"([^"]+)"/g, '“$1”') : text;

/** Puts a name in quotation marks. Quotation marks inside the name become single ones. */
export const inCurlyQuotes = (text: string): string => `“${withinQuotes(text)}”`;

/** Replaces double quotation marks with single ones, for text inside quotation marks. */
export const withinQuotes = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** Prevents line breaks within dates in headings. */
export const unbroken = (text: string): string =>
	text
		.replace(/(?<=\d) (?=\p{Lu})|(?<=\p{Lu}\p{Ll}+) (?=\d{4})/gu, '\u00a0')
		.replace(/(?<=\d–)(?=\d)/g, '\u2060');

/** Replaces the quotation marks in a record, except in quotes and in fields that only the search uses. */
export const typographicRecord = <T>(tree: Field, record: T): T =>
	mapValues(tree, record, (value, path, { type }) =>
		type === 'text' && typeof value === 'string' && !path.includes('quote') && !path.includes('searchWords')
			? typographic(value)
			: value,
	);
