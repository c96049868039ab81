/**
 * Reads the pages of a built site from files, without a browser.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlElement, HtmlValidate, Parser, TextNode, type DOMNode } from 'html-validate';
import { inject } from 'vitest';
import { loadContent } from '../../src/checks/load-content.ts';
import { buildNetwork, type Network } from '../../src/network/network.ts';
import { publishedBased } from './published.ts';

export interface Page {
	/** The file in the build folder, such as `meetings/index.html`. */
	file: string;
	/** The path below the base path, such as `meetings/`; empty for the front page. */
	path: string;
	html: string;
	document: HtmlElement;
	/** The ids of all elements. */
	ids: ReadonlySet<string>;
}

// The parser of html-validate, which would skip the contents of SVG elements by default.
const config = await new HtmlValidate({
	extends: ['html-validate:standard'],
	elements: ['html5', { svg: { foreign: false }, math: { foreign: false } }],
}).getConfigFor('page.html');

const read = new Map<string, readonly Page[]>();

/** Returns all pages of a build, sorted by file. Each page is parsed only once. */
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
 * Returns the extended record (see `grown.ts`), and its pages by path.
 */
export function grownRecord(): { network: Network; pages: ReadonlyMap<string, Page> } {
	return {
		network: buildNetwork(loadContent(inject('grownContent')), inject('grownToday')),
		pages: new Map(readPages(inject('grownSite')).map((page) => [`/${page.path}`, page])),
	};
}

/** Returns the link targets in an element of the extended site. Internal links start at the root of the site. */
export const linksIn = (element: HtmlElement, selector = 'a[href]'): Set<string> =>
	new Set(
		all(element, selector).map((link) => {
			const href = attribute(link, 'href') ?? '';
			return href.startsWith(publishedBased.path) ? href.slice(publishedBased.path.length - 1) : href;
		}),
	);

/** Returns whether a page is a redirect. */
export const isMoved = ({ document }: Page): boolean =>
	all(document, 'meta[http-equiv="refresh"]').length > 0;

export const parse = (html: string): HtmlElement =>
	new Parser(config).parseHtml({ data: html, filename: 'page.html', line: 1, column: 1, offset: 0 });

/** Returns the elements that match a selector. */
export const all = (within: HtmlElement, selector: string): HtmlElement[] =>
	within.querySelectorAll(selector);

/** Returns the only element that matches a selector. */
export function only(within: HtmlElement, selector: string): HtmlElement {
	const [found, ...others] = all(within, selector);
	if (!found || others.length > 0)
		throw new Error(`${selector}: ${all(within, selector).length} elements, expected one.`);
	return found;
}

/** Returns the decoded value of an attribute. */
export function attribute(element: HtmlElement, name: string): string | undefined {
	const value = element.getAttributeValue(name);
	return value === null ? undefined : decode(value);
}

/** Returns the text of an element, decoded and with collapsed white space. */
export const textOf = (element: HtmlElement): string =>
	decode(element.textContent).replace(/\s+/gu, ' ').trim();

/** Returns the value of the fact with the given label, such as "Host", with the numbers of its sources. */
export const factIn = (within: HtmlElement, label: string): string | undefined =>
	all(within, '.facts > div')
		.filter((fact) => all(fact, 'dt').some((term) => textOf(term) === label))
		.map((fact) => textOf(only(fact, 'dd')))[0];

/** Yields the texts in an element with their languages, except for scripts and styles. */
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

/** Decodes the character references that the site uses, and rejects all others. */
const decode = (text: string): string =>
	text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (reference, name: string) => {
		const code = name.startsWith('#')
			? Number(name.slice(1).replace(/^x/i, '0x'))
			: named[name]?.codePointAt(0);
		if (code === undefined) throw new Error(`${reference} is no character reference that the tests know.`);
		return String.fromCodePoint(code);
	});

const linkAttributes = ['href', 'src', 'action', 'data', 'poster'];

/** Returns all addresses in the attributes of a page, with the names of their elements. */
export const addressesOn = (page: Page): { element: string; address: string }[] =>
	linkAttributes.flatMap((name) =>
		all(page.document, `[${name}]`).map((element) => ({
			element: element.tagName,
			address: attribute(element, name) ?? '',
		})),
	);

/**
 * Returns the broken links, anchors and resources of a built site, each with its page and the error.
 *
 * @param address the host and base path of the build
 */
export function brokenLinks(
	folder: string,
	{ site, path }: { site: string; path: string },
	addressesOf = (page: Page): readonly string[] => addressesOn(page).map(({ address }) => address),
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
		addressesOf(page).flatMap((address) => {
			const fault = faultOf(page, address);
			return fault === undefined ? [] : [{ page: page.file, address, fault }];
		}),
	);
}
