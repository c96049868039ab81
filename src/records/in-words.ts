import { countryName } from '../schema/countries.ts';
import { dateInWords } from '../schema/dates.ts';
import { type Field, referredRecord } from '../schema/field-tree.ts';
import type { TitleOf } from '../schema/kind.ts';
import type { Kind } from '../schema/kinds.ts';
import type { Fate } from './history.ts';

/** Describes a scalar in words, with titles instead of ids and names instead of country codes. */
export function inWords(field: Field, value: unknown, titleOf: TitleOf): string {
	if (field.type === 'date') return dateInWords(String(value));
	if (field.type === 'country-code') return countryName(String(value));
	if (field.type === 'choice') return String(value).replaceAll('-', ' ');
	const record = referredRecord(field, value);
	return record ? titleOf(record[0] as Kind, record[1]) : String(value);
}

/** Describes what happened to a former record, for example "renamed to members/greece on 2026-06-03". */
export const fateInWords = ({ now, day }: Fate): string =>
	`${now === undefined ? 'deleted' : `renamed to ${now}`}${day === undefined ? '' : ` on ${day}`}`;
