import type { Network } from '../network/network.ts';
import type { Published } from '../outputs/data/paths.ts';
import { remembered } from '../records/remembered.ts';
import { address } from './href.ts';

/** A network with where this site is published. */
export const publishedOf = remembered((network: Network): Published => ({ network, address }));
