import config from '../../astro.config.mjs';

/** Leaves out the data files and the search, because the stock Astro site does not have them. */
const pagesOnly = {
	name: 'pages-only',
	load: (/** @type {string} */ id) =>
		/\/src\/(pages\/.*|outputs\/data\/files)\.ts$/.test(id)
			? 'export const getStaticPaths = () => [], GET = () => new Response(), sizeOf = () => 0, archiveHash = String;'
			: undefined,
};

export default {
	...config,
	cacheDir: process.env.CACHE_DIR,
	...(process.env.BENCH_PAGES_ONLY && {
		integrations: config.integrations?.filter((one) => one && 'name' in one && one.name !== 'search'),
		vite: { ...config.vite, plugins: [pagesOnly] },
	}),
};
