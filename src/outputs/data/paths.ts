import type { Entry, Network } from '../../network/network.ts';

/** A network with where its site is published. */
export interface Published {
	readonly network: Network;
	/** The whole address of what is at a path of the site. */
	readonly address: (path: string) => string;
}

/** The folder of the data on the site; the number changes when something is taken away. */
export const dataPath = '/api/v1/';

/** The page that tells of the data. */
export const dataPage = '/data/';

/** The path of a record as JSON. */
export const jsonPath = ({ kind, id }: Entry): string => `${dataPath}${kind}/${id}.json`;
