import type { Entry } from '../../network/network.ts';

/** The path of the data folder on the site. The version number in the path changes if fields or files are removed. */
export const dataPath = '/api/v1/';

export const dataPage = '/data/';

export const jsonPath = ({ kind, id }: Entry): string => `${dataPath}${kind}/${id}.json`;
