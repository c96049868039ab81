import { distance } from 'fastest-levenshtein';

const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** How many letters may differ: short words are too easily taken for one another. */
const reach = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * The query with every word that begins no known word replaced by the known word it was most likely meant to be.
 *
 * @param known the words that can be found, the most frequent first
 * @returns `undefined` when nothing better is known
 */
export function corrected(query: string, known: readonly string[]): string | undefined {
	const words = query.trim().split(/\s+/);
	const proposed = words.map((word) => {
		const typed = bare(word);
		if (known.some((candidate) => bare(candidate).startsWith(typed))) return word;
		let best = word;
		let bestDistance = reach(typed) + 1;
		for (const candidate of known) {
			const difference = distance(typed, bare(candidate));
			if (difference < bestDistance) [best, bestDistance] = [candidate, difference];
		}
		return best;
	});
	return proposed.some((word, index) => word !== words[index]) ? proposed.join(' ') : undefined;
}
