import { sourceTypes } from '../schema/source.ts';
import { counted, inSeries } from './labels.ts';
import { citedSources, type Entry, find, type Network } from './network.ts';

const typeWords: Record<(typeof sourceTypes)[number], [one: string, many: string]> = {
	network: ['of the network itself', 'of the network itself'],
	intergovernmental: ['intergovernmental', 'intergovernmental'],
	official: ['from a state body', 'from state bodies'],
	embassy: ['from an embassy', 'from embassies'],
	press: ['from the press', 'from the press'],
};

/** How many sources a record rests on and of which types: "Rests on 3 sources: 1 of the network itself and 2 from the press." Empty for a source. */
export function certaintyOf(network: Network, entry: Entry): string {
	if (entry.kind === 'sources') return '';
	const types = citedSources(entry).map((id) => find(network, 'sources', id).type);
	const parts = sourceTypes
		.map((type) => ({ type, count: types.filter((other) => other === type).length }))
		.filter(({ count }) => count > 0)
		.map(({ type, count }) => `${String(count)} ${typeWords[type][count === 1 ? 0 : 1]}`);
	if (types.length === 1) return `Rests on one source, ${parts.join('').slice(2)}.`;
	return `Rests on ${counted(types.length, 'source')}: ${inSeries(parts)}.`;
}
