import doubt from '../components/sources/doubt.css?url';
import notes from '../components/sources/notes.css?url';
import letters from '../styles/letters.css?url';

/** What many pages do not need is in sheets of its own, each with what shows that a page needs it. */
const sheets: readonly (readonly [sheet: string, isNeededBy: RegExp])[] = [
	[notes, /<(?:aside|sup)>/],
	[doubt, /<a class="doubt"|<details class="differ"/],
	[letters, /[\u0100-\u024F\u0370-\u04FF\u1E00-\u1EFF](?=[^<>]*<)/],
];

/** Links the styles that a page needs besides those of every page, before these. */
export function withSheets(html: string): string {
	const content = html.slice(html.indexOf('<main'));
	const links = sheets.flatMap(([sheet, isNeededBy]) =>
		isNeededBy.test(content) ? `<link rel="stylesheet" href="${sheet}">` : [],
	);
	return html.replace('</title>', `</title>${links.join('')}`);
}
