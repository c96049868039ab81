import type * as z from 'zod';
import { boundsOf } from './edtf.ts';
import type { Kind } from './kinds.ts';

/** Returns the title of a record. */
export type TitleOf = (kind: Kind, id: string) => string;

/** A kind of record: its names, its schema and its place on the site. */
export interface RecordKind<S extends z.ZodObject = z.ZodObject> {
	/** The name of one record: "Meeting". */
	readonly one: string;
	/** The name of several records: "Meetings". */
	readonly many: string;
	/** Explains the kind to editors in one sentence. */
	readonly description: string;
	/** The fields of a record, in the order in which editors see them. */
	readonly schema: S;
	/** The path of the page that lists all records of the kind. */
	readonly list: `/${string}/`;
	/** Each record has its own page below the list. Other records are anchors on the list, or on their `page`. */
	readonly hasOwnPage?: true;
	/** Returns the path of the page that shows a record, if that page is not the list. */
	page?(record: z.output<S>): string;
	/** Returns the title of a record for lists, links and search results. */
	title(record: z.output<S>, titleOf: TitleOf): string;
	/** Returns the text by which records are sorted, ignoring case. */
	order(record: z.output<S>): string;
	/** Returns the dates that pages compare with today, by key. */
	dates?(record: z.output<S>): Readonly<Record<string, string | undefined>>;
}

export const defineKind = <S extends z.ZodObject>(kind: RecordKind<S>): RecordKind<S> => ({
	...kind,
	schema: kind.schema.meta({ title: kind.one, description: kind.description }),
});

/** Returns a text that sorts a date by its earliest day, then by its latest. Records without a date come first. */
export function placeInTime(date: string | undefined): string {
	if (date === undefined) return '';
	const { earliest, latest } = boundsOf(date);
	return `${earliest} ${latest}`;
}
