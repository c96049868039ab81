export { GET, getStaticPaths } from './_endpoint.ts';
