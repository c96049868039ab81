import { compareText } from '../schema/edtf.ts';
import type { AgendaItem } from '../schema/meeting.ts';
import { itemsOfTheme, type PlacedItem } from './meetings.ts';
import type { Entry, Network } from './network.ts';
import { bounds, type ListPage, pagesOfItems, stepsOfDate } from './parts.ts';
import { pathOf } from './paths.ts';

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
	/** The last meetings whose agenda is known, in order of date. */
	meetings: Entry<'meetings'>[];
	/** The themes in the order in which they first came up, so that the picture shows how the subjects moved. */
	rows: ThemeRow[];
	/** The meetings since the first of these whose agenda no source states. */
	withoutAgenda: Entry<'meetings'>[];
	/** How many earlier meetings with an agenda are left out. */
	earlier: number;
}

/** How many meetings there is room for beside each other. */
const columns = 30;

/** Which meeting dealt with which theme, lately. */
export function themeMatrix(network: Network): ThemeMatrix {
	const withAgenda = network.entries.meetings.filter(({ agenda }) => agenda !== undefined);
	const meetings = withAgenda.slice(-columns);
	const earlier = withAgenda.length - meetings.length;
	const since = earlier === 0 ? '' : (meetings[0]?.dates ?? '');
	const rows = network.entries.themes.map((theme): ThemeRow => {
		const cells = meetings.map((meeting) => cellOf(meeting, theme));
		return { theme, cells, total: itemsOfTheme(network, theme.id).length };
	});
	// A theme without an item has no first meeting; it comes last.
	const first = ({ cells }: ThemeRow): number => {
		const index = cells.findIndex(({ items }) => items.length > 0);
		return index === -1 ? meetings.length : index;
	};
	return {
		meetings,
		rows: rows.sort((a, b) => first(a) - first(b) || compareText(a.theme.name, b.theme.name)),
		withoutAgenda: network.entries.meetings.filter(
			({ agenda, dates }) => agenda === undefined && dates >= since,
		),
		earlier,
	};
}

const cellOf = (meeting: Entry<'meetings'>, theme: Entry<'themes'>): ThemeCell => ({
	meeting,
	items: (meeting.agenda ?? [])
		.map((item, index) => ({ item, place: index + 1 }))
		.filter(({ item }) => item.themes.includes(theme.id)),
});

/** The pages that list the agenda items of a theme. */
export const pagesOfTheme = (network: Network, theme: Entry<'themes'>): ListPage<PlacedItem>[] =>
	pagesOfItems(
		pathOf(theme),
		itemsOfTheme(network, theme.id),
		({ meeting }) => stepsOfDate(meeting.dates),
		bounds.rows,
	);

/** How many items belong to a theme, and at how many meetings; derived counts. */
export function extentOf(network: Network, theme: Entry<'themes'>): { items: number; meetings: number } {
	const items = itemsOfTheme(network, theme.id);
	return { items: items.length, meetings: new Set(items.map(({ meeting }) => meeting)).size };
}

/** The themes with the years in which they were discussed, those of the most years first. */
export const themesInYears = (network: Network): { theme: Entry<'themes'>; years: string[] }[] =>
	network.entries.themes
		.map((theme) => ({
			theme,
			years: [...new Set(itemsOfTheme(network, theme.id).map(({ meeting }) => meeting.dates.slice(0, 4)))],
		}))
		.filter(({ years }) => years.length > 0)
		.sort((a, b) => b.years.length - a.years.length);
