/*
 * What must be read from and changed in a PDF as Chromium writes it (its library Skia leaves all objects but the streams
 * readable). Changes keep the length of what they replace, so that the file's table of positions stays right.
 */

/** The object numbers of the pages, in their order. */
function pagesOf(pdf: string): string[] {
	const kids = new Map<string, string[]>();
	for (const [, id = '', body = ''] of pdf.matchAll(
		/(?<=\n)(\d+) 0 obj\n<<\/Type \/Pages\n([^]*?)>>\nendobj/g,
	)) {
		const list = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '';
		kids.set(
			id,
			[...list.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid),
		);
	}
	const root = /\/Type \/Catalog\n\/Pages (\d+) 0 R/.exec(pdf)?.[1];
	const leaves = (id: string): string[] => kids.get(id)?.flatMap(leaves) ?? [id];
	return root === undefined ? [] : leaves(root);
}

/** A name as PDF writes it, without what it escapes: `members#2Fgreece` is `members/greece`. */
const nameOf = (written: string): string =>
	written.replace(/#([0-9A-F]{2})/gi, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)));

/**
 * On which page each anchor of the document came to lie, counted from 1; of anchors that the document links to.
 *
 * @param pdf the file, each byte a character (`latin1`)
 */
export function pagesOfAnchors(pdf: string): ReadonlyMap<string, number> {
	const pages = pagesOf(pdf);
	const found = new Map<string, number>();
	for (const [, name = '', page = ''] of pdf.matchAll(/\/([^\s/[\]<>()]+) \[(\d+) 0 R \/XYZ /g)) {
		const index = pages.indexOf(page);
		if (index !== -1) found.set(nameOf(name), index + 1);
	}
	return found;
}

/** How many pages a PDF has. */
export const pageCount = (pdf: string): number => pagesOf(pdf).length;

/**
 * The same PDF without what differs from one run of the browser to the next, so that two builds give the same bytes: as if it had
 * been made on a given day, and with the names of its elements counted from the first.
 *
 * @param pdf the file, each byte a character (`latin1`)
 * @param day `YYYY-MM-DD`
 */
export const repeatable = (pdf: string, day: string): string => withNodesCounted(datedOn(pdf, day));

// The browser counts all nodes it ever made. The file lists the names in order, so the new ones must be in the same.
function withNodesCounted(pdf: string): string {
	const pattern = /(?<=\(node)\d{8}(?=\))/g;
	const names = [...new Set(pdf.match(pattern))].sort();
	const numbers = new Map(names.map((name, index) => [name, String(index + 1).padStart(8, '0')]));
	return pdf.replace(pattern, (name) => numbers.get(name) ?? name);
}

const datedOn = (pdf: string, day: string): string =>
	pdf.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}(?:Z|[+-]\d\d'\d\d'?)?/g, (written, start: string) =>
		`${start}${day.replaceAll('-', '')}000000+00'00'`.padEnd(written.length).slice(0, written.length),
	);
