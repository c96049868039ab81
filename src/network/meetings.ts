import type { AgendaItem, MeetingBody } from '../schema/meeting.ts';
import { type Entry, find, type Network } from './network.ts';
import { dateInWords, isExact, someTimeInWords } from '../schema/dates.ts';

export interface MeetingMode {
	words: 'online' | 'in person';
	/** Whether we conclude it from the place instead of reading it in a source. */
	derived: boolean;
}

/** How a meeting was held: as stated, or in person when it has a place (design section 1, rule 3). */
export function modeOf(meeting: Entry<'meetings'>): MeetingMode | undefined {
	if (meeting.mode) return { words: meeting.mode === 'online' ? 'online' : 'in person', derived: false };
	return meeting.place ? { words: 'in person', derived: true } : undefined;
}

/** Where a meeting was held, in words: "Skopje, North Macedonia", "online", or `undefined` when not stated. */
export function placeInWords(network: Network, meeting: Entry<'meetings'>): string | undefined {
	const { place } = meeting;
	if (place) return `${place.city}, ${find(network, 'members', place.country).name}`;
	return modeOf(meeting)?.words;
}

/** Place and date in one line: "Skopje, North Macedonia, 28–30 June 2018". */
export const meetingLine = (network: Network, meeting: Entry<'meetings'>): string =>
	[placeInWords(network, meeting), dateInWords(meeting.dates)].filter(Boolean).join(', ');

/** How a meeting stands that has begun, or perhaps has, and is not surely over: "being held, 4–5 June 2019". */
export const underWayInWords = ({ dates }: Entry<'meetings'>): string =>
	isExact(dates) ? `being held, ${dateInWords(dates)}` : `perhaps held already, ${someTimeInWords(dates)}`;

/** The meetings of one body, in order of date. */
export const meetingsOf = (network: Network, body: MeetingBody): Entry<'meetings'>[] =>
	network.entries.meetings.filter((meeting) => meeting.body === body);

/** The meetings of the same body before and after this one. */
export function neighboursOf(
	network: Network,
	meeting: Entry<'meetings'>,
): { previous: Entry<'meetings'> | undefined; next: Entry<'meetings'> | undefined } {
	const meetings = meetingsOf(network, meeting.body);
	const index = meetings.findIndex(({ id }) => id === meeting.id);
	return { previous: meetings[index - 1], next: meetings[index + 1] };
}

/** The meetings that were sessions of this one. */
export const sessionsOf = (network: Network, meeting: Entry<'meetings'>): Entry<'meetings'>[] =>
	network.entries.meetings.filter(({ partOf }) => partOf === meeting.id);

/** The meetings that name a project among their support. */
export const meetingsSupportedBy = (network: Network, projectId: string): Entry<'meetings'>[] =>
	network.entries.meetings.filter(({ support = [] }) => support.some(({ project }) => project === projectId));

/** An agenda item with the meeting it belongs to. */
export interface PlacedItem {
	meeting: Entry<'meetings'>;
	item: AgendaItem;
}

/** Every agenda item, in order of date and agenda. */
export const agendaItems = (network: Network): PlacedItem[] =>
	network.entries.meetings.flatMap((meeting) => (meeting.agenda ?? []).map((item) => ({ meeting, item })));

/** The agenda items that belong to a theme, in order of date and agenda. */
export const itemsOfTheme = (network: Network, themeId: string): PlacedItem[] =>
	agendaItems(network).filter(({ item }) => item.themes.includes(themeId));
