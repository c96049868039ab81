import { sourceTypes } from '../schema/source.ts';
import { counted, inSeries } from '../schema/words.ts';
import { restsOn, sourcesOf } from './citations.ts';
import { type Entry, find, type Network } from './network.ts';

type SourceType = (typeof sourceTypes)[number];

const typeWords: Record<SourceType, [one: string, many: string]> = {
	network: ['of the network itself', 'of the network itself'],
	intergovernmental: ['intergovernmental', 'intergovernmental'],
	official: ['from a state body', 'from state bodies'],
	embassy: ['from an embassy', 'from embassies'],
	press: ['from the press', 'from the press'],
};

/** The types of official sources. The network's own account is counted separately. */
const officialTypes: readonly SourceType[] = ['intergovernmental', 'official', 'embassy'];

/**
 * Returns the number and types of the sources of a record: "Based on 3 sources: 1 by the network itself and 2 from the press. Apart
 * from the network itself, none is official." Empty for the record of a source.
 */
export function certaintyOf(network: Network, entry: Entry): string {
	if (entry.kind === 'sources') return '';
	const types = sourcesOf(restsOn(entry)).map((id) => find(network, 'sources', id).type);
	const parts = sourceTypes
		.map((type) => ({ type, count: types.filter((other) => other === type).length }))
		.filter(({ count }) => count > 0)
		.map(({ type, count }) => `${String(count)} ${typeWords[type][count === 1 ? 0 : 1]}`);
	const rests =
		types.length === 1
			? `Rests on one source, ${parts.join('').slice(2)}`
			: `Rests on ${counted(types.length, 'source')}: ${inSeries(parts)}`;
	return `${rests}; ${verdictOn(types)}.`;
}

function verdictOn(types: readonly SourceType[]): string {
	const official = types.filter((type) => officialTypes.includes(type)).length;
	if (official > 0) {
		if (types.length === 1) return 'it is an official one';
		return official === types.length ? 'all are official' : 'an official source is among them';
	}
	if (types.length === 1)
		return types[0] === 'network' ? 'no official source beside it' : 'it is not an official one';
	return types.includes('network')
		? 'no official source besides the network itself'
		: 'no official source among them';
}
