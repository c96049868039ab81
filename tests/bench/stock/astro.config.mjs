import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

export default defineConfig({
	site: 'https://example.org',
	integrations: [sitemap()],
	trailingSlash: 'always',
	cacheDir: process.env.CACHE_DIR ?? './node_modules/.astro',
});
