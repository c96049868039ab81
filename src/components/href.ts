const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address on this site as a link needs it: a path from the site's root, under the base path it is published at. */
export const href = (path: string): string => `${base}${path}`;
