import { compareText } from '../schema/edtf.ts';
import { itemsOfTheme } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** The number of meetings that fit next to each other. */
const columns = 30;

/** Returns a table of themes and meetings: the last meetings with a known agenda, and their items on each theme. */
export function themeMatrix(network: Network) {
	const withAgenda = network.entries.meetings.filter(({ agenda }) => agenda !== undefined);
	const meetings = withAgenda.slice(-columns);
	const earlier = withAgenda.length - meetings.length;
	const since = earlier === 0 ? '' : (meetings[0]?.dates ?? '');
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
			/** The number of items on the theme (derived). */
			total: itemsOfTheme(network, theme.id).length,
			// Themes without items come last.
			first: first === -1 ? meetings.length : first,
		};
	});
	return {
		meetings,
		/** The themes in the order in which they first came up, so that the table shows how the subjects changed. */
		rows: rows.sort((a, b) => a.first - b.first || compareText(a.theme.name, b.theme.name)),
		/** The meetings in the same time without a stated agenda. */
		withoutAgenda: network.entries.meetings.filter(
			({ agenda, dates }) => agenda === undefined && dates >= since,
		),
		/** The number of earlier meetings with an agenda, which the table leaves out. */
		earlier,
	};
}

/** Returns the number of agenda items on a theme, and of meetings with such items (derived). */
export function themeCounts(network: Network, theme: Entry<'themes'>): { items: number; meetings: number } {
	const items = itemsOfTheme(network, theme.id);
	return { items: items.length, meetings: new Set(items.map(({ meeting }) => meeting)).size };
}

/** Returns the themes with the years in which they were discussed, the most frequent first. */
export const themesInYears = (network: Network) =>
	network.entries.themes
		.map((theme) => ({
			theme,
			years: [...new Set(itemsOfTheme(network, theme.id).map(({ meeting }) => meeting.dates.slice(0, 4)))],
		}))
		.filter(({ years }) => years.length > 0)
		.sort((a, b) => b.years.length - a.years.length);
