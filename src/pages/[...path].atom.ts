import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('atom', 'application/atom+xml');
