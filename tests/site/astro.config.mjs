import config from '../../astro.config.mjs';

/** The site's own configuration, but with the cache in a folder of its own: builds at the same time must not share one. */
export default { ...config, cacheDir: process.env.CACHE_DIR };
