import { compareText } from '../schema/edtf.ts';
import { itemsOfTheme } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** Returns a table of all themes and all meetings with a known agenda. */
export function themeMatrix(network: Network) {
	const byAgenda = Map.groupBy(network.entries.meetings, ({ agenda }) => agenda !== undefined);
	const meetings = byAgenda.get(true) ?? [];
	const rows = network.entries.themes.map((theme) => {
		const cells = meetings.map((meeting) => ({
			meeting,
			items: (meeting.agenda ?? []).flatMap((item, index) =>
				item.themes.includes(theme.id) ? [{ item, place: index + 1 }] : [],
			),
		}));
		const first = cells.findIndex(({ items }) => items.length > 0);
		return {
			theme,
			cells,
			total: itemsOfTheme(network, theme.id).length,
			// Themes without agenda items come last.
			first: first === -1 ? meetings.length : first,
		};
	});
	return {
		meetings,
		/** Puts the earliest themes first, so that the table shows how the topics changed over time. */
		rows: rows.sort((a, b) => a.first - b.first || compareText(a.theme.name, b.theme.name)),
		withoutAgenda: byAgenda.get(false) ?? [],
	};
}

/** Counts the agenda items on a theme and the meetings that discussed the theme (derived). */
export function themeCounts(network: Network, theme: Entry<'themes'>): { items: number; meetings: number } {
	const items = itemsOfTheme(network, theme.id);
	return { items: items.length, meetings: new Set(items.map(({ meeting }) => meeting)).size };
}

/** Returns all themes with the years in which they were discussed, starting with the most frequent theme. */
export const themesInYears = (network: Network) =>
	network.entries.themes
		.map((theme) => ({
			theme,
			years: [...new Set(itemsOfTheme(network, theme.id).map(({ meeting }) => meeting.dates.slice(0, 4)))],
		}))
		.filter(({ years }) => years.length > 0)
		.sort((a, b) => b.years.length - a.years.length);
