import type { CollectionEntry } from 'astro:content';

export const kinds = ['members', 'offices', 'meetings', 'secretariat', 'themes', 'sources'] as const;
export type Kind = (typeof kinds)[number];

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const titleOf = ({ data, id }: CollectionEntry<Kind>): string =>
	data.title ?? data.name ?? data.term ?? data.question ?? id;

export const dateOf = ({ data: { dates, date, from } }: CollectionEntry<Kind>): string =>
	(dates ?? date ?? from ?? '').replace(/\d{4}-\d{2}-\d{2}/g, (day) => format.format(new Date(day)));

/** Returns the address of a record: its own page, or its place on the list of its kind. */
export const pathOf = ({ collection, id }: { collection: string; id: string }): string =>
	collection === 'meetings' ? `/meetings/${id}/` : `/${collection}/#${id}`;
