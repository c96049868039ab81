import config from '../../astro.config.mjs';

/** The site's own configuration, with a cache of its own, and without the integrations that `BENCH_WITHOUT` names. */
const without = (process.env.BENCH_WITHOUT ?? '').split(',');

export default {
	...config,
	cacheDir: process.env.CACHE_DIR,
	integrations: config.integrations?.filter(
		(integration) => integration && 'name' in integration && !without.includes(integration.name),
	),
};
