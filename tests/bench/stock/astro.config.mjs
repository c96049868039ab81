import sitemap from '@astrojs/sitemap';

export default {
	site: 'https://example.org',
	integrations: [sitemap()],
	trailingSlash: 'always',
	cacheDir: process.env.CACHE_DIR,
};
