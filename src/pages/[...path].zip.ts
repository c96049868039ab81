import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('zip', 'application/zip');
