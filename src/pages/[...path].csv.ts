import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('csv', 'text/csv; charset=utf-8');
