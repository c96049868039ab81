const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Adds the site's base path to a path. */
export const href = (path: string): string => `${base}${path}`;
