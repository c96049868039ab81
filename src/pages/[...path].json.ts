import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('json', 'application/json');
