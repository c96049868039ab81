import { type DatedNetwork, loadNetwork } from '../network/load.ts';
import { getContent } from './_content.ts';

let built: Promise<DatedNetwork> | undefined;

/**
 * What every page gathers before it composes.
 *
 * @throws {Error} when the content has not been loaded, or the day that counts as today is not known
 */
export function getNetwork(): Promise<DatedNetwork> {
	// In development the content can have changed since the last page.
	return import.meta.env.DEV ? gather() : (built ??= gather());
}

const gather = async (): Promise<DatedNetwork> => loadNetwork(await getContent());
