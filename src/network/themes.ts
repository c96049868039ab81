import { compareText } from '../schema/edtf.ts';
import { itemsOfTheme } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** How many meetings there is room for beside each other. */
const columns = 30;

/** Themes by meetings: which of the last meetings whose agenda is known dealt with which theme. */
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
			/** How many items belong to the theme; a derived count. */
			total: itemsOfTheme(network, theme.id).length,
			// A theme without an item has no first meeting; it comes last.
			first: first === -1 ? meetings.length : first,
		};
	});
	return {
		meetings,
		/** The themes in the order in which they first came up, so that the picture shows how the subjects moved. */
		rows: rows.sort((a, b) => a.first - b.first || compareText(a.theme.name, b.theme.name)),
		/** The meetings since the first of these whose agenda no source states. */
		withoutAgenda: network.entries.meetings.filter(
			({ agenda, dates }) => agenda === undefined && dates >= since,
		),
		/** How many earlier meetings with an agenda are left out. */
		earlier,
	};
}

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
