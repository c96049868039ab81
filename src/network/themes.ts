import { compareText } from '../schema/edtf.ts';
import type { AgendaItem } from '../schema/meeting.ts';
import { itemsOfTheme } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** What one meeting dealt with of a theme. */
export interface ThemeCell {
	meeting: Entry<'meetings'>;
	/** The items with their places on the meeting's agenda, counted from 1. */
	items: { item: AgendaItem; place: number }[];
}

/** A theme with what each meeting dealt with of it. */
export interface ThemeRow {
	theme: Entry<'themes'>;
	/** One cell for each of the matrix's meetings, in their order; its list of items may be empty. */
	cells: ThemeCell[];
	/** How many items belong to the theme; a derived count. */
	total: number;
}

/** Themes by meetings. */
export interface ThemeMatrix {
	/** The meetings whose agenda is known, in order of date. */
	meetings: Entry<'meetings'>[];
	/** The themes in the order in which they first came up, so that the picture shows how the subjects moved. */
	rows: ThemeRow[];
	/** The meetings whose agenda no source states. */
	withoutAgenda: Entry<'meetings'>[];
}

/** Which meeting dealt with which theme. */
export function themeMatrix(network: Network): ThemeMatrix {
	const meetings = network.entries.meetings.filter(({ agenda }) => agenda !== undefined);
	const rows = network.entries.themes.map((theme): ThemeRow => {
		const cells = meetings.map((meeting) => cellOf(meeting, theme));
		return { theme, cells, total: cells.reduce((sum, { items }) => sum + items.length, 0) };
	});
	// A theme without an item has no first meeting; it comes last.
	const first = ({ cells }: ThemeRow): number => {
		const index = cells.findIndex(({ items }) => items.length > 0);
		return index === -1 ? meetings.length : index;
	};
	return {
		meetings,
		rows: rows.sort((a, b) => first(a) - first(b) || compareText(a.theme.name, b.theme.name)),
		withoutAgenda: network.entries.meetings.filter(({ agenda }) => agenda === undefined),
	};
}

const cellOf = (meeting: Entry<'meetings'>, theme: Entry<'themes'>): ThemeCell => ({
	meeting,
	items: (meeting.agenda ?? [])
		.map((item, index) => ({ item, place: index + 1 }))
		.filter(({ item }) => item.themes.includes(theme.id)),
});

/** How many items belong to a theme, and at how many meetings; derived counts. */
export function extentOf(network: Network, theme: Entry<'themes'>): { items: number; meetings: number } {
	const items = itemsOfTheme(network, theme.id);
	return { items: items.length, meetings: new Set(items.map(({ meeting }) => meeting)).size };
}
