import type * as z from 'zod/mini';
import { boundsOf } from './edtf.ts';
import { withMeta } from './fields.ts';
import type { Kind } from './kinds.ts';

export type TitleOf = (kind: Kind, id: string) => string;

export interface RecordKind<S extends z.ZodMiniObject = z.ZodMiniObject> {
	readonly one: string;
	readonly many: string;
	readonly description: string;
	/** The schema of a record. Editors see the fields in this order. */
	readonly schema: S;
	readonly list: `/${string}/`;
	/** Whether each record has its own page. Other records appear in the list of all records or on another `page`. */
	readonly hasOwnPage?: true;
	/** The folder with the records' own pages (by default, the folder of the list). */
	readonly folder?: '/';
	/** Returns the path of the page that shows a record (by default, the list). */
	page?(record: z.output<S>): string;
	/** Returns the title of a record for lists, links and search results. */
	title(record: z.output<S>, titleOf: TitleOf): string;
	/** Returns the sort key of a record. Sorting ignores case. */
	order(record: z.output<S>): string;
	/** Groups of fields that forms show as one fact, keyed by the title of the fact. Every other field is a fact of its own. */
	readonly facts?: Readonly<Record<string, readonly (keyof z.output<S> & string)[]>>;
	/** Returns the dates of a record that pages compare with today's date, keyed by field. */
	dates?(record: z.output<S>): Readonly<Record<string, string | undefined>>;
}

export const defineKind = <S extends z.ZodMiniObject>(kind: RecordKind<S>): RecordKind<S> => ({
	...kind,
	schema: withMeta(kind.schema, { title: kind.one, description: kind.description }),
});

/** Returns a sort key for a date. Dates are sorted by their earliest day, then by their latest day. Records without a date come first. */
export function placeInTime(date: string | undefined): string {
	if (date === undefined) return '';
	const { earliest, latest } = boundsOf(date);
	return `${earliest} ${latest}`;
}
