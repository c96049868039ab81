/**
 * The pages of a built site as the tests read them: parsed from the files, without a browser.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlElement, HtmlValidate, Parser, TextNode, type DOMNode } from 'html-validate';
import { inject } from 'vitest';
import { loadContent } from '../../src/checks/load-content.ts';
import { buildNetwork, type Network } from '../../src/network/network.ts';
import { publishedBased } from './published.ts';

/** One HTML page. */
export interface Page {
	/** Its file in the built folder: `meetings/index.html`. */
	file: string;
	/** Its address below the path the site is published under: `meetings/`, and nothing for the front page. */
	path: string;
	html: string;
	document: HtmlElement;
	/** The ids of its elements, which are its anchors. */
	ids: ReadonlySet<string>;
}

// The parser of the validator: it knows HTML's void and optional elements and gives a tree to query. By itself it
// would leave out what is inside of a drawing, with its links and anchors.
const config = await new HtmlValidate({
	extends: ['html-validate:standard'],
	elements: ['html5', { svg: { foreign: false }, math: { foreign: false } }],
}).getConfigFor('page.html');

const read = new Map<string, readonly Page[]>();

/** Every page of a built folder, in the order of their files; parsed once. */
export function readPages(folder: string): readonly Page[] {
	const pages =
		read.get(folder) ??
		globSync('**/*.html', { cwd: folder })
			.map((file) => file.replaceAll('\\', '/'))
			.sort()
			.map((file) => readPage(folder, file));
	read.set(folder, pages);
	return pages;
}

function readPage(folder: string, file: string): Page {
	const html = readFileSync(join(folder, file), 'utf8');
	const document = parse(html);
	const ids = new Set(all(document, '[id]').map((element) => attribute(element, 'id') ?? ''));
	return { file, path: file.replace(/(^|\/)index\.html$/, '$1'), html, document, ids };
}

/**
 * The record with one more of each kind, and its pages by their path from the site's root. What holds for it holds for the record.
 */
export function grownRecord(): { network: Network; pages: ReadonlyMap<string, Page> } {
	return {
		network: buildNetwork(loadContent(inject('grownContent')), inject('grownToday')),
		pages: new Map(readPages(inject('grownSite')).map((page) => [`/${page.path}`, page])),
	};
}

/** The addresses that an element of its pages leads to, from the site's root where they are of the site. */
export const linksIn = (element: HtmlElement, selector = 'a[href]'): Set<string> =>
	new Set(
		all(element, selector).map((link) => {
			const href = attribute(link, 'href') ?? '';
			return href.startsWith(publishedBased.path) ? href.slice(publishedBased.path.length - 1) : href;
		}),
	);

/** Whether a page is there only to send on to the new address of a record. */
export const isMoved = ({ document }: Page): boolean =>
	all(document, 'meta[http-equiv="refresh"]').length > 0;

/** The tree of an HTML document. */
export const parse = (html: string): HtmlElement =>
	new Parser(config).parseHtml({ data: html, filename: 'page.html', line: 1, column: 1, offset: 0 });

/** The elements that match a selector. */
export const all = (within: HtmlElement, selector: string): HtmlElement[] =>
	within.querySelectorAll(selector);

/** The only element that matches a selector. */
export function only(within: HtmlElement, selector: string): HtmlElement {
	const [found, ...others] = all(within, selector);
	if (!found || others.length > 0)
		throw new Error(`${selector}: ${all(within, selector).length} elements, expected one.`);
	return found;
}

/** An attribute's value as a browser reads it. */
export function attribute(element: HtmlElement, name: string): string | undefined {
	const value = element.getAttributeValue(name);
	return value === null ? undefined : decode(value);
}

/** The text of an element as a reader sees it: decoded, with white space collapsed. */
export const textOf = (element: HtmlElement): string =>
	decode(element.textContent).replace(/\s+/gu, ' ').trim();

/** A page's own text in pieces, each with the language it is marked with; without scripts and styles. */
export function* textsWithLanguage(
	node: DOMNode,
	language = '',
): Generator<{ text: string; language: string }> {
	if (node instanceof TextNode) yield { text: decode(node.textContent), language };
	if (!(node instanceof HtmlElement) || node.is('script') || node.is('style')) return;
	const own = attribute(node, 'lang') ?? language;
	for (const child of node.childNodes) yield* textsWithLanguage(child, own);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves character references: those that the site's own escaping writes, and no more, so that none passes unread. */
const decode = (text: string): string =>
	text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (reference, name: string) => {
		const code = name.startsWith('#')
			? Number(name.slice(1).replace(/^x/i, '0x'))
			: named[name]?.codePointAt(0);
		if (code === undefined) throw new Error(`${reference} is no character reference that the tests know.`);
		return String.fromCodePoint(code);
	});

const linkAttributes = ['href', 'src', 'action', 'data', 'poster'];

/** Every address that a page points to, with the element that does. */
export const addressesOn = (page: Page): { element: string; address: string }[] =>
	linkAttributes.flatMap((name) =>
		all(page.document, `[${name}]`).map((element) => ({
			element: element.tagName,
			address: attribute(element, name) ?? '',
		})),
	);

/**
 * The links, anchors and resources of a built site that lead to nothing, with the page that they are on and what is wrong.
 *
 * @param address what the site was built for: the address of the host, and the path below it
 */
export function brokenLinks(
	folder: string,
	{ site, path }: { site: string; path: string },
): { page: string; address: string; fault: string }[] {
	const pages = readPages(folder);
	const byFile = new Map(pages.map((page) => [page.file, page]));
	const faultOf = (page: Page, address: string): string | undefined => {
		const url = new URL(address, `${site}${path}${page.path}`);
		if (url.origin !== site) return undefined;
		if (!url.pathname.startsWith(path)) return 'leaves the path that the site is published under';
		const target = decodeURIComponent(url.pathname.slice(path.length));
		const file = target.replace(/(?<=^|\/)$/, 'index.html');
		if (!existsSync(join(folder, file))) return 'has no file';
		const anchor = decodeURIComponent(url.hash.slice(1));
		if (anchor !== '' && !byFile.get(file)?.ids.has(anchor)) return 'has no such anchor';
		return undefined;
	};
	return pages.flatMap((page) =>
		addressesOn(page).flatMap(({ address }) => {
			const fault = faultOf(page, address);
			return fault === undefined ? [] : [{ page: page.file, address, fault }];
		}),
	);
}
