/**
 * The document with the page of each chapter and record in its contents, which no style can count yet.
 *
 * @param html the document; in its contents an empty `<span class="folio">` follows each link
 * @param pages the page of each anchor
 */
export const withFolios = (html: string, pages: ReadonlyMap<string, number>): string =>
	html.replace(
		/(<a href="#([^"]+)">[^<]*<\/a>\s*<span class="folio">)(?=<\/span>)/g,
		(start: string, _link, anchor: string) => `${start}${String(pages.get(anchor) ?? '')}`,
	);
