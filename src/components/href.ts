const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address on this site as a link needs it: a path from the site's root, under the base path it is published at. */
export const href = (path: string): string => `${base}${path}`;

/** The same as a whole address, for what is read away from the site. */
export const address = (path: string): string => new URL(href(path), import.meta.env.SITE).href;
