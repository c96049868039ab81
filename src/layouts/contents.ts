/** How long the text of a page is that needs a list of its contents: some three screens of a phone. */
const long = 2500;

/** Where a page has the list of its contents, if it is long enough for one. */
export const contentsPlace = '<!--contents-->';

/** Lists at its place the parts of a page by their headings of the second rank, where it is long and has several of them. */
export function withContents(html: string): string {
	const [head = '', rest] = html.split(contentsPlace);
	if (rest === undefined) return html;
	const body = rest.replace(/<(?:details class="cite"|aside)>[^]*/, '');
	const parts = [...body.matchAll(/<h2 id="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)];
	if (parts.length <= 2 || body.replace(/<[^>]*>/g, '').length <= long) return head + rest;
	const items = parts.map(([, id = '', name = '']) => `<li><a href="#${id}">${name}</a></li>`);
	return `${head}<nav class="contents" aria-label="On this page"><ul>${items.join('')}</ul></nav>${rest}`;
}
