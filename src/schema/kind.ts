import type * as z from 'zod';
import { boundsOf } from './edtf.ts';
import type { Kind } from './kinds.ts';

/** What another record is called, by its kind and id. */
export type TitleOf = (kind: Kind, id: string) => string;

/** All that is true of a kind of record, whatever is made of it. */
export interface RecordKind<S extends z.ZodObject = z.ZodObject> {
	/** What one record is called, as a heading. */
	readonly one: string;
	/** What several are called, as a heading. */
	readonly many: string;
	/** What a record is, in a sentence for those who write one. */
	readonly description: string;
	/** The keys of a record, in the order in which an editor reads of them. */
	readonly schema: S;
	/** The path of the page that lists the kind. */
	readonly list: `/${string}/`;
	/** Whether each record has a page of its own below the list; else it is an anchor there, or on its `page`. */
	readonly hasOwnPage?: true;
	/** The path of the page on which a record is an anchor, where that is not the list. */
	page?(record: z.output<S>): string;
	/** What a record is called in lists, links and search results. */
	title(record: z.output<S>, titleOf: TitleOf): string;
	/** By what records are put in order when they are read one after the other; without regard to capitals. */
	order(record: z.output<S>): string;
	/** The dates on which something begins or ends that pages measure against today, by the name of their key. */
	dates?(record: z.output<S>): Readonly<Record<string, string | undefined>>;
}

export const defineKind = <S extends z.ZodObject>(kind: RecordKind<S>): RecordKind<S> => ({
	...kind,
	schema: kind.schema.meta({ title: kind.one, description: kind.description }),
});

/** The place of a date in an order: by its earliest day, then by its latest. What has no date comes first. */
export function placeInTime(date: string | undefined): string {
	if (date === undefined) return '';
	const { earliest, latest } = boundsOf(date);
	return `${earliest} ${latest}`;
}
