import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped word was most likely meant to be.
 *
 * @returns the nearest candidate, or `undefined` when none is near enough to be worth proposing
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	// Without a limit a long text in the place of a key would be compared letter by letter with everything.
	if (word.length > 100) return undefined;
	let best: string | undefined;
	// A third of the letters may differ, but two always may: short ids are mistyped too.
	let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of candidates) {
		const difference = distance(word.toLowerCase(), candidate.toLowerCase());
		if (difference < bestDistance && difference < candidate.length)
			[best, bestDistance] = [candidate, difference];
	}
	return best;
}
