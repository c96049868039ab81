import { countryCodes, countryName } from '../schema/countries.ts';

/** Suggests a correction for a misspelt word, if exactly one candidate differs by at most two letters (or one letter in a short word). */
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

/** Returns the hint "Did you mean …", or another hint if there is no suggestion. */
export const didYouMean = (meant: string | undefined, otherwise: string): string =>
	meant === undefined ? otherwise : `Did you mean "${meant}"?`;

/** Returns the Levenshtein distance between two words, but counts two swapped letters as one edit. */
function differenceOf(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (const letter of a) {
		const above = row;
		row = [Number(above[0]) + 1];
		for (const [column, other] of Array.from(b).entries()) {
			const inserted = Number(row[column]) + 1;
			const removed = Number(above[column + 1]) + 1;
			row.push(Math.min(inserted, removed, Number(above[column]) + Number(letter !== other)));
		}
	}
	const difference = row.at(-1);
	return difference === 2 && lettersOf(a) === lettersOf(b) ? 1 : Number(difference);
}

const lettersOf = (word: string): string => Array.from(word).sort().join('');

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
