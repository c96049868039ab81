import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { loadNetwork } from '../network/load.ts';
import { lastChangeOfPages } from '../outputs/last-changed.ts';

/**
 * The sitemap of the pages that search engines should list, with the true day of each page's last change.
 *
 * @param base the path below which the site is published
 */
export function datedSitemap(base: string): AstroIntegration {
	let changes: ReadonlyMap<string, string> | undefined;
	const prefix = base.replace(/\/$/, '');
	return sitemap({
		filter: (address) => !address.endsWith('/search/'),
		serialize: (item): SitemapItem => {
			changes ??= lastChangeOfPages(loadNetwork());
			const lastmod = changes.get(new URL(item.url).pathname.slice(prefix.length));
			return { ...item, ...(lastmod !== undefined && { lastmod }) };
		},
	});
}
