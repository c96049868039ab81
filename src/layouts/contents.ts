/** How long the text of a page is that needs a list of its contents: some three screens of a phone. */
const long = 2500;

/** The parts of a page by its headings of the second rank, where it is long and has several of them. */
export function contentsOf(html: string): { id: string; name: string }[] {
	const parts = [...html.matchAll(/<h2 id="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)].map(
		([, id = '', name = '']) => ({
			id,
			name,
		}),
	);
	return parts.length > 2 && html.replace(/<[^>]*>/g, '').length > long ? parts : [];
}
