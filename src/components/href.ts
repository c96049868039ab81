const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Adds the base path of the published site to a path. */
export const href = (path: string): string => `${base}${path}`;
