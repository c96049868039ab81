import type { Citation } from '../schema/citation.ts';
import { citationsOf } from './citations.ts';
import type { AgendaItem, MeetingBody } from '../schema/meeting.ts';
import { type Entry, find, indexed, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { hostCountryOf } from '../schema/host-turn.ts';
import { dateInWords, isExact, someTimeInWords } from '../schema/dates.ts';

/** Returns how a meeting was held: as stated or, derived from its place, in person. */
export function modeOf(
	meeting: Entry<'meetings'>,
): { words: 'online' | 'in person'; derived: boolean } | undefined {
	if (meeting.mode) return { words: meeting.mode === 'online' ? 'online' : 'in person', derived: false };
	return meeting.place ? { words: 'in person', derived: true } : undefined;
}

/** The label of a host that is not stated. */
export const fromItsPlace = 'derived from its place';

/** Returns the country that hosted a meeting: as stated or, if no source states a host, derived from the place. */
export function hostCountry(network: Network, meeting: Entry<'meetings'>) {
	const found = hostCountryOf(meeting);
	return found && { ...found, country: find(network, 'members', found.country) };
}

/** Returns the field with the host country: `place`, if the host is derived from the place. */
export const hostKey = (meeting: Entry<'meetings'>): 'host' | 'place' =>
	hostCountryOf(meeting)?.derived ? 'place' : 'host';

export const hostCitations = (meeting: Entry<'meetings'>): readonly Citation[] =>
	hostKey(meeting) === 'place' ? citationsOf(meeting, 'place', 'country') : citationsOf(meeting, 'host');

/** Returns the place of a meeting in words, if it is stated: "Skopje, North Macedonia", "online". */
export function placeInWords(network: Network, meeting: Entry<'meetings'>): string | undefined {
	const { place } = meeting;
	if (place) return `${place.city}, ${find(network, 'members', place.country).name}`;
	return modeOf(meeting)?.words;
}

/** Returns the names of the hosts of a meeting: "Serbia (derived from its place)". */
export function hostNames(network: Network, meeting: Entry<'meetings'>): string[] {
	const found = hostCountry(network, meeting);
	return [
		meeting.host?.institution,
		meeting.host?.office && find(network, 'offices', meeting.host.office).name,
		found && (found.derived ? `${found.country.name} (${fromItsPlace})` : found.country.name),
	].filter((name) => name !== undefined);
}

/** Returns whether a meeting was a session of a longer event and no source states on which of its days. */
export const isWithinDays = (network: Network, { partOf, dates }: Entry<'meetings'>): boolean =>
	partOf !== undefined && dates.includes('/') && find(network, 'meetings', partOf).dates === dates;

/** Returns place and date in one line: "Skopje, North Macedonia, 28–30 June 2018". */
export const meetingLine = (network: Network, meeting: Entry<'meetings'>): string =>
	[
		placeInWords(network, meeting),
		`${isWithinDays(network, meeting) ? 'within ' : ''}${dateInWords(meeting.dates)}`,
	]
		.filter(Boolean)
		.join(', ');

/** Returns the status of a meeting that has begun, or perhaps has, and is not certainly over: "being held, 4–5 June 2019". */
export const underWayInWords = ({ dates }: Entry<'meetings'>): string =>
	isExact(dates) ? `being held, ${dateInWords(dates)}` : `perhaps held already, ${someTimeInWords(dates)}`;

type Meetings = readonly Entry<'meetings'>[];

/** Returns the meetings of one body, in order of date. */
export const meetingsOf = ({ entries }: Network, body: MeetingBody): Meetings =>
	entries.meetings.filter((meeting) => meeting.body === body);

/** Returns the meetings of the same body before and after a meeting. */
export function neighboursOf(network: Network, meeting: Entry<'meetings'>) {
	const meetings = meetingsOf(network, meeting.body);
	const index = meetings.indexOf(meeting);
	return { previous: meetings[index - 1], next: meetings[index + 1] };
}

/** Returns the meetings that were sessions of a meeting. */
export const sessionsOf = ({ entries }: Network, { id }: Entry<'meetings'>): Meetings =>
	entries.meetings.filter(({ partOf }) => partOf === id);

/** Returns the meetings that a project supported, by the id of the project. */
export const meetingsSupportedBy = indexed(({ entries }) =>
	entries.meetings.flatMap((meeting) =>
		[...new Set(meeting.support?.flatMap(({ project }) => project ?? []))].map(
			(project) => [project, meeting] as const,
		),
	),
);

/** An agenda item with its meeting. */
export interface PlacedItem {
	meeting: Entry<'meetings'>;
	item: AgendaItem;
}

/** Returns all agenda items, in order of date and agenda. */
export const agendaItems = memoize(({ entries }: Network): readonly PlacedItem[] =>
	entries.meetings.flatMap((meeting) => (meeting.agenda ?? []).map((item) => ({ meeting, item }))),
);

export const itemCitations = ({ meeting, item }: PlacedItem): readonly Citation[] =>
	citationsOf(meeting, 'agenda', (meeting.agenda ?? []).indexOf(item));

/** Returns the agenda items of a theme, by its id, in order of date and agenda. */
export const itemsOfTheme = indexed((network) =>
	agendaItems(network).flatMap((placed) => placed.item.themes.map((theme) => [theme, placed] as const)),
);
