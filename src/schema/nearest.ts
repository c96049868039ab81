import { countryCodes, countryName } from './countries.ts';
import { slips } from './letters.ts';

/** Suggests a correction for a misspelt word, if exactly one candidate differs by at most two letters (or one letter in a short word). */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const most = word.length < 5 ? 1 : 2;
	let best: string | undefined;
	let bestDifference = most + 1;
	for (const candidate of candidates) {
		const difference = slips(word.toLowerCase(), candidate.toLowerCase(), most);
		if (difference < bestDifference) [best, bestDifference] = [candidate, difference];
		else if (difference === bestDifference) best = undefined;
	}
	return best;
}

/** Returns the hint "Did you mean …", or another hint if there is no suggestion. */
export const didYouMean = (meant: string | undefined, otherwise: string): string =>
	meant === undefined ? otherwise : `Did you mean "${meant}"?`;

const numberWord =
	/^(?:one|two|three|five|ten|(?:four|six|seven|eight?|nine)(?:teen|ty)?|(?:thir|fif)(?:teen|ty)|eleven|twelve|twenty|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth)$/;

/**
 * Suggests a correction for a misspelt id. Never changes a number or country, even if only one letter is different: the sixth meeting is
 * not the fifth, and Slovakia is not Slovenia.
 */
export function nearestId(id: string, ids: Iterable<string>): string | undefined {
	const written = id.toLowerCase();
	const meant = nearest(written, ids);
	if (meant === undefined || meant === written) return meant;
	const changed = [written, ...written.split('-').filter((word) => !meant.split('-').includes(word))];
	const isOther =
		figuresOf(written) !== figuresOf(meant) ||
		changed.some((word) => numberWord.test(word) || isCountry(word));
	return isOther ? undefined : meant;
}

const figuresOf = (id: string): string => id.replace(/\D/g, '');

let countries: ReadonlySet<string> | undefined;

/** Returns whether an id is the English name of a country. */
function isCountry(words: string): boolean {
	countries ??= new Set(countryCodes.map((code) => countryName(code).toLowerCase().replaceAll(' ', '-')));
	return countries.has(words);
}
