import { posix } from 'node:path';
import { ELEMENT_NODE, type ElementNode, type Node, parse, renderSync } from 'ultrahtml';

/** A built site, with the files to keep in the copy that readers open from disk. */
interface BuiltSite {
	readonly base: string;
	readonly files: ReadonlySet<string>;
	/** Returns the full address of a path on the published site. */
	readonly address: (path: string) => string;
}

/** Returns whether a file is useful without a server. Leaves out search and forms, because browsers do not run their scripts from disk. */
export const opensFromDisk = (path: string): boolean =>
	!/^(?:pagefind|contribute|search)\/|^(?:_headers|404\.html|robots\.txt|sitemap.*)$|\.(?:js|woff2|pdf)$/.test(
		path,
	);

/** Adapts a page for reading from disk: makes links relative, and removes scripts and search. */
export function pageFromDisk(html: string, page: string, { base, files, address }: BuiltSite): string {
	const relative = (link: string): string => {
		if (!link.startsWith(base)) return link;
		const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link.slice(base.length)) ?? [];
		const file = path.replace(/(?<=^|\/)$/, 'index.html');
		return files.has(file) ? posix.relative(posix.dirname(page), file) + rest : address(`/${path}${rest}`);
	};
	const adapt = (node: Node): Node[] => {
		if (node.type === ELEMENT_NODE) {
			const { name, attributes } = node;
			if (isLeftOut(name, attributes)) return [];
			for (const key of ['href', 'src'])
				if (attributes[key] !== undefined) attributes[key] = relative(attributes[key]);
			const [, target] = /^0; url=(.*)/.exec(attributes.content ?? '') ?? [];
			if (target !== undefined) attributes.content = `0; url=${relative(target)}`;
			// Removes links to the PDF, which is not part of the folder.
			if ('data-pdf' in attributes) node.children = [];
			if (name === 'search')
				node.children = nodesOf(
					`<p>This copy has no search. <a href="${address('/search/')}">Search online</a></p>`,
				);
		}
		if ('children' in node) node.children = (node.children as Node[]).flatMap(adapt);
		return [node];
	};
	return nodesOf(html).flatMap(adapt).map(renderSync).join('');
}

const nodesOf = (html: string): Node[] => (parse(html) as ElementNode).children;

const isLeftOut = (
	name: string,
	{ rel = '', type, 'http-equiv': equivalent }: ElementNode['attributes'],
): boolean =>
	(name === 'script' && type !== 'application/ld+json') ||
	(name === 'link' && rel.includes('preload')) ||
	(name === 'meta' && equivalent === 'content-security-policy');

/** Removes the site's own fonts from a style sheet, so that browsers use system fonts. */
export const withoutFonts = (css: string): string => css.replace(/@font-face\s*\{[^}]*url\([^}]*\}/g, '');
