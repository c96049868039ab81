import { sourceTypes } from '../schema/source.ts';
import { countedInWords, inSeries, numberInWords } from '../schema/words.ts';
import type { Citation } from '../schema/citation.ts';
import { sourceIdsOf } from './citations.ts';
import { find, type Network } from './network.ts';

type SourceType = (typeof sourceTypes)[number];

const typeWords: Record<SourceType, [one: string, many: string]> = {
	network: ['from the network itself', 'from the network itself'],
	intergovernmental: ['from an intergovernmental organization', 'from intergovernmental organizations'],
	official: ['from a state body', 'from state bodies'],
	embassy: ['from an embassy', 'from embassies'],
	press: ['from the press', 'from the press'],
};

/** The source types that count as official. The network's own sources are counted separately. */
const officialTypes: readonly SourceType[] = ['intergovernmental', 'official', 'embassy'];

/**
 * Says how many sources of each type a record has, and whether any are official. Returns an empty string if there are no citations.
 *
 * @param citations the same citations as in the page's list of sources
 */
export function certaintyOf(network: Network, citations: readonly Citation[]): string {
	if (citations.length === 0) return '';
	const types = sourceIdsOf(citations).map((id) => find(network, 'sources', id).type);
	const parts = countedByType(types);
	const total = countedInWords(types.length, 'source');
	const basis =
		parts.length === 1
			? `${total}${types.length > 1 ? `, ${types.length === 2 ? 'both' : 'all'}` : ''} ${parts.join('').replace(/^\S+ /, '')}`
			: `${total}: ${inSeries(parts)}`;
	return `Based on ${basis}. ${verdictOn(types)}.`;
}

/** Returns the number of sources of each type, such as "two from embassies". */
const countedByType = (types: readonly SourceType[]): string[] =>
	sourceTypes.flatMap((type) => {
		const count = types.filter((other) => other === type).length;
		return count === 0 ? [] : `${numberInWords(count)} ${typeWords[type][count === 1 ? 0 : 1]}`;
	});

function verdictOn(types: readonly SourceType[]): string {
	const official = types.filter((type) => officialTypes.includes(type));
	if (official.length > 0) {
		if (types.length === 1) return 'It is official';
		if (official.length === types.length) return 'All are official';
		const which = inSeries(countedByType(official).map((part) => `the ${part}`));
		return `Of these, ${which} ${official.length === 1 ? 'is' : 'are'} official`;
	}
	if (types.includes('network'))
		return types.length === 1
			? 'No other official source is cited here'
			: 'Apart from the network itself, none of the sources cited here is official';
	return types.length === 1 ? 'It is not official' : 'None of the sources is official';
}
