import type { Citation } from '../schema/citation.ts';
import { citationsOf, type RecordOrAccount } from './citations.ts';
import { type AgendaItem, bodyNames, hostCountryOf, type MeetingBody } from '../schema/meeting.ts';
import { type Entry, find, indexed, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import type { Path } from '../records/yaml.ts';
import { narrowDate } from './time.ts';
import { dateInWords, isExact, someTimeInWords } from '../schema/dates.ts';
import { inSeries, titleWithin } from '../schema/words.ts';

/** Returns whether a meeting was online or in person. A meeting with a place counts as in person (derived). */
export function modeOf(
	meeting: Entry<'meetings'>,
): { words: 'online' | 'in person'; derived: boolean } | undefined {
	if (meeting.mode) return { words: meeting.mode === 'online' ? 'online' : 'in person', derived: false };
	return meeting.place ? { words: 'in person', derived: true } : undefined;
}

export const fromItsPlace = 'derived from the place';

/** Returns the host country of a meeting. If no source states a host, returns the country where the meeting was held (derived). */
export function hostCountry(network: Network, meeting: Entry<'meetings'>) {
	const found = hostCountryOf(meeting);
	return found && { ...found, country: find(network, 'members', found.country) };
}

/** The types of host: a member country, an institution or office, none because the meeting was online, or not stated. */
export const hostTypes = ['country', 'institution', 'online', 'not-stated'] as const;

export function hostTypeOf(meeting: Entry<'meetings'>): (typeof hostTypes)[number] {
	const { host, mode } = meeting;
	if (hostCountryOf(meeting)) return 'country';
	if ((host?.institution ?? host?.office) !== undefined) return 'institution';
	return mode === 'online' ? 'online' : 'not-stated';
}

/** Returns the field that states the host country: `place` if the host is derived from the place, and `host` otherwise. */
export const hostKey = (meeting: Entry<'meetings'>): 'host' | 'place' =>
	hostCountryOf(meeting)?.derived ? 'place' : 'host';

export const hostCitations = (meeting: Entry<'meetings'>): readonly Citation[] =>
	hostKey(meeting) === 'place' ? citationsOf(meeting, 'place', 'country') : citationsOf(meeting, 'host');

/** Returns the place of a meeting, such as "Skopje, North Macedonia" or "online". */
export function placeInWords(network: Network, meeting: Entry<'meetings'>): string | undefined {
	const { place } = meeting;
	if (place) return `${place.city}, ${find(network, 'members', place.country).name}`;
	return modeOf(meeting)?.words;
}

/** Returns the names of a meeting's hosts, such as "Serbia (derived from the place)". */
export function hostNames(network: Network, meeting: Entry<'meetings'>): string[] {
	const found = hostCountry(network, meeting);
	return [
		meeting.host?.institution,
		meeting.host?.office && find(network, 'offices', meeting.host.office).name,
		found && (found.derived ? `${found.country.name} (${fromItsPlace})` : found.country.name),
	].filter((name) => name !== undefined);
}

/** Returns the date of a document. If only the month is known, the dates of the document's meeting make the date more precise. */
export const documentDate = (network: Network, { date, meeting }: Entry<'documents'>): string =>
	date.includes('/') ? date : narrowDate(date, meeting && find(network, 'meetings', meeting).dates);

/** Returns whether a meeting was part of a longer event and has no exact date. */
export const isWithinDays = (network: Network, meeting: Entry<'meetings'>): boolean =>
	meeting.dates.includes('/') && eventOf(network, meeting)?.dates === meeting.dates;

/** Returns the dates of a meeting. For a session without an exact date, returns "within" and the dates of the longer event. */
export const heldInWords = (network: Network, meeting: Entry<'meetings'>): string =>
	`${isWithinDays(network, meeting) ? 'within ' : ''}${dateInWords(meeting.dates)}`;

/** Describes a meeting's dates if the path leads to the field `dates`. */
export const heldAt = (network: Network, record: RecordOrAccount, path: Path): string | undefined =>
	'kind' in record && record.kind === 'meetings' && path.join() === 'dates'
		? heldInWords(network, record)
		: undefined;

/** Returns the place and date on one line, for example "Skopje, North Macedonia, 28–30 June 2018". */
export const meetingLine = (network: Network, meeting: Entry<'meetings'>): string =>
	[placeInWords(network, meeting), heldInWords(network, meeting)].filter(Boolean).join(', ');

/** Returns the city and date on one line, for example "Skopje, 28–30 June 2018". */
export const briefLine = (network: Network, meeting: Entry<'meetings'>): string =>
	[meeting.place?.city ?? modeOf(meeting)?.words, heldInWords(network, meeting)].filter(Boolean).join(', ');

/** Describes a meeting that may be in progress, for example "being held, 4–5 June 2019". */
export const underWayInWords = ({ dates }: Entry<'meetings'>): string =>
	isExact(dates) ? `being held, ${dateInWords(dates)}` : `perhaps held already, ${someTimeInWords(dates)}`;

type Meetings = readonly Entry<'meetings'>[];

export const meetingsOf = ({ entries }: Network, body: MeetingBody): Meetings =>
	entries.meetings.filter((meeting) => meeting.body === body);

/** Returns the meetings that set up the Executive Board and the Secretariat, according to the network's account. */
export const foundings = (network: Network) =>
	(['boardRule', 'secretariat'] as const).flatMap((part) => {
		const id = network.account[part]?.establishedAt;
		if (id === undefined) return [];
		const name = part === 'boardRule' ? bodyNames['executive-board'] : 'Secretariat';
		const citations = citationsOf(network.account, part, 'establishedAt');
		return [{ part, name, meeting: find(network, 'meetings', id), citations }];
	});

/** Returns the previous and the next meeting of the same body. Skips the meeting's own sessions and the event that it was part of. */
export function neighboursOf(network: Network, meeting: Entry<'meetings'>) {
	const { id, partOf, body } = meeting;
	const meetings = meetingsOf(network, body).filter((other) => other.partOf !== id && other.id !== partOf);
	const index = meetings.indexOf(meeting);
	return { previous: meetings[index - 1], next: meetings[index + 1] };
}

/** Returns the event that included a meeting as a session. */
export const eventOf = (network: Network, { partOf }: Entry<'meetings'>): Entry<'meetings'> | undefined =>
	partOf === undefined ? undefined : find(network, 'meetings', partOf);

export const sessionsOf = ({ entries }: Network, { id }: Entry<'meetings'>): Meetings =>
	entries.meetings.filter(({ partOf }) => partOf === id);

export const meetingsSupportedBy = indexed(({ entries }) =>
	entries.meetings.flatMap((meeting) =>
		[...new Set(meeting.support?.flatMap(({ project }) => project ?? []))].map(
			(project) => [project, meeting] as const,
		),
	),
);

export interface PlacedItem {
	meeting: Entry<'meetings'>;
	item: AgendaItem;
}

/** Returns all agenda items, sorted by meeting date and then by position on the agenda. */
export const agendaItems = memoize(({ entries }: Network): readonly PlacedItem[] =>
	entries.meetings.flatMap((meeting) => (meeting.agenda ?? []).map((item) => ({ meeting, item }))),
);

export const itemCitations = ({ meeting, item }: PlacedItem): readonly Citation[] =>
	citationsOf(meeting, 'agenda', (meeting.agenda ?? []).indexOf(item));

export const itemsOfTheme = indexed((network) =>
	agendaItems(network).flatMap((placed) => placed.item.themes.map((theme) => [theme, placed] as const)),
);

/** Lists meetings for use in a sentence, such as "first, sixth and ninth meetings". */
export function meetingsInSeries(meetings: Meetings): string {
	const titles = meetings.map(({ title }) => titleWithin(title));
	const ending = ' meeting';
	const alike = titles.filter((title) => title.endsWith(ending));
	const together = `${inSeries(alike.map((title) => title.slice(0, -ending.length)))}${ending}s`;
	const parts = alike.length < 2 ? titles : [together, ...titles.filter((title) => !alike.includes(title))];
	return inSeries(parts.map((part, index) => (index === 0 ? part : `the ${part}`)));
}
