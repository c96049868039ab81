import type { Entry } from '../../network/network.ts';

/** The folder of the data on the site; the number changes when something is taken away. */
export const dataPath = '/api/v1/';

/** The page that tells of the data. */
export const dataPage = '/data/';

/** The path of a record as JSON. */
export const jsonPath = ({ kind, id }: Entry): string => `${dataPath}${kind}/${id}.json`;
