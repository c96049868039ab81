import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { movedPages, withdrawnPages } from '../site/moved.ts';
import type { Network } from '../network/network.ts';
import { memoize } from '../records/memoize.ts';
import { lastChangeOf } from '../outputs/last-changed.ts';

/** Adds a sitemap of all pages that search engines should index, with the date of each page's last change. */
export function datedSitemap(base: string): AstroIntegration {
	const prefix = base.replace(/\/$/, '');
	const pathIn = (address: string): string => new URL(address).pathname.slice(prefix.length);
	const leftOut = memoize(
		(network: Network) =>
			new Set([
				...movedPages(network).map(({ from }) => from),
				...withdrawnPages(network).map(({ address }) => address),
			]),
	);
	return sitemap({
		filter: (address) => !leftOut(loadNetwork()).has(pathIn(address)),
		serialize: (item): SitemapItem => {
			const lastmod = lastChangeOf(loadNetwork(), pathIn(item.url));
			return { ...item, ...(lastmod !== undefined && { lastmod }) };
		},
	});
}
