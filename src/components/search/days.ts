import { type DayBounds, dayBounds } from '../../schema/edtf.ts';

const months = Array.from({ length: 12 }, (_, month) =>
	new Date(2000, month).toLocaleString('en', { month: 'long' }).toLowerCase(),
);

/** The date formats that readers can use: "1 June 2018", "June 1, 2018", "June 2018", "1.6.2018", "2018-06-01" and "2018". */
const written = [
	/\b(?<d>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?<m>[a-z]{3,9})\.?,? (?<y>(?:19|20)\d\d)\b/gi,
	/\b(?<m>[a-z]{3,9})\.? (?:(?<d>\d{1,2})(?:st|nd|rd|th)?,? )?(?<y>(?:19|20)\d\d)\b/gi,
	/\b(?<d>\d{1,2})[./] ?(?<m>\d{1,2})[./] ?(?<y>(?:19|20)\d\d)\b/g,
	/\b(?<y>(?:19|20)\d\d)(?:-(?<m>\d\d)(?:-(?<d>\d\d))?)?\b/g,
];

/**
 * Finds the dates in a query.
 *
 * @returns the period that all dates cover, whether there are several dates, and the rest of the query
 */
export function daysIn(query: string): { days: DayBounds | undefined; isRange: boolean; rest: string } {
	const found: DayBounds[] = [];
	let rest = query;
	for (const way of written)
		rest = rest.replace(way, (typed, ...groups) => {
			const { y, m, d } = groups.at(-1) as Partial<Record<'y' | 'm' | 'd', string>>;
			const month =
				m && (/\d/.test(m) ? m : String(months.findIndex((name) => name.startsWith(m.toLowerCase())) + 1));
			const bounds = dayBounds([y, month?.padStart(2, '0'), d?.padStart(2, '0')].filter(Boolean).join('-'));
			if (bounds) found.push(bounds);
			return bounds ? ' ' : typed;
		});
	const earliest = found.map((bounds) => bounds.earliest).sort()[0];
	const latest = found
		.map((bounds) => bounds.latest)
		.sort()
		.at(-1);
	return { days: earliest && latest ? { earliest, latest } : undefined, isRange: found.length > 1, rest };
}
