import type * as z from 'zod';
import { dateInWords } from '../schema/dates.ts';
import type { TitleOf } from '../schema/kind.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Fate } from './history.ts';
import { metaOf } from './schema-walk.ts';

/** A single value as a reader of the site knows it: a date in words, a record by its title, a text as it is. */
export function inWords(field: z.core.$ZodType, value: unknown, titleOf: TitleOf): string {
	const { reference, recordAddress, date } = metaOf(field);
	const text = String(value);
	if (date) return dateInWords(text);
	const [kind, id] = recordAddress ? (text.split('/') as [Kind, string]) : [reference, text];
	return kind ? titleOf(kind, id) : text;
}

/** What became of a file: "renamed to members/greece on 2026-06-03". */
export const fateInWords = ({ now, day }: Fate): string =>
	`${now === undefined ? 'deleted' : `renamed to ${now}`}${day === undefined ? '' : ` on ${day}`}`;
