import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('sha256', 'text/plain; charset=utf-8');
