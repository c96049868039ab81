import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';

export const kinds = [
	'members',
	'offices',
	'meetings',
	'board',
	'secretariat',
	'milestones',
	'documents',
	'projects',
	'themes',
	'glossary',
	'disputes',
	'sources',
] as const satisfies CollectionKey[];

export type Kind = (typeof kinds)[number];

/** What a record is called, whatever its kind. */
export function titleOf({ data, id }: CollectionEntry<Kind>): string {
	if ('title' in data) return data.title;
	if ('name' in data) return data.name;
	if ('question' in data) return data.question;
	if ('term' in data) return data.term;
	return id;
}

export const dateOf = ({ data }: CollectionEntry<Kind>): string | undefined => {
	if ('dates' in data) return data.dates;
	if ('date' in data) return data.date;
	if ('from' in data) return data.from;
	return 'period' in data ? data.period : undefined;
};

/** Meetings and themes have a page of their own, and all else stands on the list of its kind. */
export const pathOf = ({ collection, id }: { collection: string; id: string }): string =>
	['meetings', 'themes'].includes(collection) ? `/${collection}/${id}/` : `/${collection}/#${id}`;

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const dateInWords = (date: string): string =>
	date
		.split('/')
		.map((day) => (day.length === 10 ? format.format(new Date(day)) : day))
		.join(' to ');

const meetings = async (): Promise<CollectionEntry<'meetings'>[]> =>
	(await getCollection('meetings')).sort((a, b) => (a.data.dates < b.data.dates ? -1 : 1));

let sorted: ReturnType<typeof meetings> | undefined;

/** All meetings in order of date; sorted once for all pages. */
export const meetingsByDate = (): ReturnType<typeof meetings> => (sorted ??= meetings());
