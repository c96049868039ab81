import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('txt', 'text/plain; charset=utf-8');
