import { distance } from 'fastest-levenshtein';
import { countryCodes, countryName } from '../schema/countries.ts';

/**
 * The candidate of which a word is a slip of the pen: the only one that two letters at most tell from it (one, where the word is
 * short). Whatever is further off may be another word, and is not proposed.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const most = word.length < 5 ? 1 : 2;
	let best: string | undefined;
	let bestDifference = most + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) > most) continue;
		const difference = differenceOf(word.toLowerCase(), candidate.toLowerCase());
		if (difference < bestDifference) [best, bestDifference] = [candidate, difference];
		else if (difference === bestDifference) best = undefined;
	}
	return best;
}

/** The hint that something near was meant, or another where nothing is near. */
export const didYouMean = (meant: string | undefined, otherwise: string): string =>
	meant === undefined ? otherwise : `Did you mean "${meant}"?`;

/** The letters to change between two words; two that changed places are one slip. */
function differenceOf(a: string, b: string): number {
	const difference = distance(a, b);
	return difference === 2 && lettersOf(a) === lettersOf(b) ? 1 : difference;
}

const lettersOf = (word: string): string => Array.from(word).sort().join('');

const numberWord =
	/^(?:one|two|three|five|ten|(?:four|six|seven|eight?|nine)(?:teen|ty)?|(?:thir|fif)(?:teen|ty)|eleven|twelve|twenty|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth)$/;

/**
 * The id of which an id is a slip of the pen. Between ids, a number or the name of another country is no slip, however few letters
 * tell them apart: the sixth meeting is not the fifth, and Slovakia is not Slovenia.
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

/** Whether a word, or several with hyphens between them, are the English name of a country. */
function isCountry(words: string): boolean {
	countries ??= new Set(countryCodes.map((code) => countryName(code).toLowerCase().replaceAll(' ', '-')));
	return countries.has(words);
}
