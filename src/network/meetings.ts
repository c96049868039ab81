import type { Citation } from '../schema/citation.ts';
import { restsOn } from './citations.ts';
import type { AgendaItem, MeetingBody } from '../schema/meeting.ts';
import { type Entry, find, indexed, type Network } from './network.ts';
import { memoize } from '../records/memoize.ts';
import { hostCountryOf } from '../schema/host-turn.ts';
import { dateInWords, isExact, someTimeInWords } from '../schema/dates.ts';

/** How a meeting was held: as stated, or in person when it has a place, which is derived. */
export function modeOf(
	meeting: Entry<'meetings'>,
): { words: 'online' | 'in person'; derived: boolean } | undefined {
	if (meeting.mode) return { words: meeting.mode === 'online' ? 'online' : 'in person', derived: false };
	return meeting.place ? { words: 'in person', derived: true } : undefined;
}

/** The label of what we conclude from the place of a meeting. */
export const fromItsPlace = 'derived from its place';

/** Which country hosted a meeting: as stated or, where no source states any host, that of its place, which is derived. */
export function hostCountry(network: Network, meeting: Entry<'meetings'>) {
	const found = hostCountryOf(meeting);
	return found && { ...found, country: find(network, 'members', found.country) };
}

/** The key that tells who hosted a meeting: that of its place, where the country is derived from it. */
export const hostKey = (meeting: Entry<'meetings'>): 'host' | 'place' =>
	hostCountryOf(meeting)?.derived ? 'place' : 'host';

/** What it rests on who hosted a meeting. */
export const hostRestsOn = (meeting: Entry<'meetings'>): readonly Citation[] =>
	hostKey(meeting) === 'place' ? restsOn(meeting, 'place', 'country') : restsOn(meeting, 'host');

/** Where a meeting was held, in words: "Skopje, North Macedonia", "online", or `undefined` when not stated. */
export function placeInWords(network: Network, meeting: Entry<'meetings'>): string | undefined {
	const { place } = meeting;
	if (place) return `${place.city}, ${find(network, 'members', place.country).name}`;
	return modeOf(meeting)?.words;
}

/** Each that hosted a meeting, in words: "Serbia (derived from its place)". */
export function hostNames(network: Network, meeting: Entry<'meetings'>): string[] {
	const found = hostCountry(network, meeting);
	return [
		meeting.host?.institution,
		meeting.host?.office && find(network, 'offices', meeting.host.office).name,
		found && (found.derived ? `${found.country.name} (${fromItsPlace})` : found.country.name),
	].filter((name) => name !== undefined);
}

/**
 * Whether a meeting was a session of a larger one and no source tells on which of its days: then it has the days of the whole, and
 * was held within them.
 */
export const isWithinDays = (network: Network, { partOf, dates }: Entry<'meetings'>): boolean =>
	partOf !== undefined && dates.includes('/') && find(network, 'meetings', partOf).dates === dates;

/** Place and date in one line: "Skopje, North Macedonia, 28–30 June 2018". */
export const meetingLine = (network: Network, meeting: Entry<'meetings'>): string =>
	[
		placeInWords(network, meeting),
		`${isWithinDays(network, meeting) ? 'within ' : ''}${dateInWords(meeting.dates)}`,
	]
		.filter(Boolean)
		.join(', ');

/** How a meeting stands that has begun, or perhaps has, and is not surely over: "being held, 4–5 June 2019". */
export const underWayInWords = ({ dates }: Entry<'meetings'>): string =>
	isExact(dates) ? `being held, ${dateInWords(dates)}` : `perhaps held already, ${someTimeInWords(dates)}`;

type Meetings = readonly Entry<'meetings'>[];

const byBody = memoize(({ entries }: Network) => Map.groupBy(entries.meetings, ({ body }) => body));

/** The meetings of one body, in order of date. */
export const meetingsOf = (network: Network, body: MeetingBody): Meetings => byBody(network).get(body) ?? [];

const neighbours = memoize((network: Network) => {
	const pairs = [...byBody(network).values()].flatMap((meetings) =>
		meetings.map(
			({ id }, index) => [id, { previous: meetings[index - 1], next: meetings[index + 1] }] as const,
		),
	);
	return new Map(pairs);
});

/** The meetings of the same body before and after this one. */
export const neighboursOf = (network: Network, { id }: Entry<'meetings'>) =>
	neighbours(network).get(id) ?? { previous: undefined, next: undefined };

const byWhole = memoize(({ entries }: Network) => Map.groupBy(entries.meetings, ({ partOf }) => partOf));

/** The meetings that were sessions of this one. */
export const sessionsOf = (network: Network, meeting: Entry<'meetings'>): Meetings =>
	byWhole(network).get(meeting.id) ?? [];

/** The meetings that name a project among their support, by its id. */
export const meetingsSupportedBy = indexed(({ entries }) =>
	entries.meetings.flatMap((meeting) =>
		[...new Set(meeting.support?.flatMap(({ project }) => project ?? []))].map(
			(project) => [project, meeting] as const,
		),
	),
);

/** An agenda item with the meeting it belongs to. */
export interface PlacedItem {
	meeting: Entry<'meetings'>;
	item: AgendaItem;
}

/** Every agenda item, in order of date and agenda. */
export const agendaItems = memoize(({ entries }: Network): readonly PlacedItem[] =>
	entries.meetings.flatMap((meeting) => (meeting.agenda ?? []).map((item) => ({ meeting, item }))),
);

/** What an agenda item rests on. */
export const itemRestsOn = ({ meeting, item }: PlacedItem): readonly Citation[] =>
	restsOn(meeting, 'agenda', (meeting.agenda ?? []).indexOf(item));

/** The agenda items that belong to a theme, by its id, in order of date and agenda. */
export const itemsOfTheme = indexed((network) =>
	agendaItems(network).flatMap((placed) => placed.item.themes.map((theme) => [theme, placed] as const)),
);
