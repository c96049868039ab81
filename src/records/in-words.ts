import type * as z from 'zod';
import { dateInWords } from '../schema/dates.ts';
import type { TitleOf } from '../schema/kind.ts';
import type { Kind } from '../schema/kinds.ts';
import { metaOf } from './schema-walk.ts';

/** A single value as a reader of the site knows it: a date in words, a record by its title, a text as it is. */
export function inWords(field: z.core.$ZodType, value: unknown, titleOf: TitleOf): string {
	const { reference, recordAddress, date } = metaOf(field);
	const text = String(value);
	if (date) return dateInWords(text);
	const [kind, id] = recordAddress ? (text.split('/') as [Kind, string]) : [reference, text];
	return kind ? titleOf(kind, id) : text;
}
