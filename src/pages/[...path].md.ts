import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('md', 'text/markdown; charset=utf-8');
