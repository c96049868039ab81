import config from '../../astro.config.mjs';

/** The site's own configuration with a separate cache folder, because parallel builds must not share one. */
export default { ...config, cacheDir: process.env.CACHE_DIR };
