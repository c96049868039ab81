import { memoize } from '../records/memoize.ts';
import { compareText } from '../schema/edtf.ts';
import { counted } from '../schema/words.ts';
import { itemsOfTheme } from './meetings.ts';
import type { Network } from './network.ts';
import { meetingMarks } from './strip.ts';

/** Returns all themes in the order in which they were first discussed, with the meetings that discussed them. */
export const themesOverTime = memoize((network: Network) => {
	const { conference, rings, board } = meetingMarks(network);
	const marks = new Map([...conference, ...rings, ...board].map((mark) => [mark.meeting, mark]));
	const rows = network.entries.themes.map((theme) => {
		const items = itemsOfTheme(network, theme.id);
		const ofMeetings = [...Map.groupBy(items, ({ meeting }) => meeting)].flatMap(([meeting, { length }]) => {
			const mark = marks.get(meeting);
			// A ring stands for an event that included a numbered meeting.
			return mark ? [{ ...mark, items: length, isRing: rings.includes(mark) }] : [];
		});
		return { theme, items: items.length, marks: ofMeetings };
	});
	const firstOf = ({ marks: [first] }: (typeof rows)[number]): string => first?.meeting.dates ?? '9999';
	return rows.sort((a, b) => compareText(firstOf(a), firstOf(b)) || compareText(a.theme.name, b.theme.name));
});

/** Returns the themes that were discussed, sorted by their number of meetings (highest first), then by name. */
export const frequentThemes = (network: Network) =>
	themesOverTime(network)
		.filter(({ marks }) => marks.length > 0)
		.sort((a, b) => b.marks.length - a.marks.length || compareText(a.theme.name, b.theme.name));

export const frequentThemeInWords = ({ theme, marks }: ReturnType<typeof frequentThemes>[number]): string =>
	`${theme.name} came up most often, at ${counted(marks.length, 'meeting')} (derived)`;
