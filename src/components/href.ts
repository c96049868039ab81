const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Returns a link to a path of the site, with the base path of the published site. */
export const href = (path: string): string => `${base}${path}`;
