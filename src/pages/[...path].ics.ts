import { endpoint } from './_endpoint.ts';

export const { GET, getStaticPaths } = endpoint('ics', 'text/calendar; charset=utf-8');
