/** The Latin spelling of Cyrillic and Greek letters, and of letters with diacritics that Unicode cannot separate. */
export const inLatin: Readonly<Record<string, string>> = /* @__PURE__ */ Object.fromEntries(
	/* @__PURE__ */ (
		'ßss æae œoe øo đd łl ıi ' +
		'аa бb вv гg дd ђdj еe жzh зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu фf хh цts чch џdz шsh щsht ъa ыy ь эe юyu яya єye ѕdz ' +
		'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
	)
		.split(' ')
		.map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Returns a word in lower case, without accents or punctuation. */
export const bare = (word: string): string =>
	word
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/[ßæœøđłı]/g, (letter) => inLatin[letter] ?? letter)
		.replaceAll('ς', 'σ');

/**
 * Counts the added, missing, wrong and swapped letters in a misspelt word.
 *
 * @returns the number of errors, or `Infinity` if there are more than the maximum
 */
export function slips(typed: string, word: string, most: number): number {
	if (Math.abs(typed.length - word.length) > most) return Infinity;
	let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: word.length + 1 }, (_, at) => at)];
	for (let row = 1; row <= typed.length; row++) {
		const current = [row];
		for (let column = 1; column <= word.length; column++) {
			const [a, b] = [typed[row - 1], word[column - 1]];
			let least = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + Number(a !== b),
			);
			if (a !== b && a === word[column - 2] && b === typed[row - 2])
				least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
			current.push(least);
		}
		if (Math.min(...current) > most) return Infinity;
		[beforeLast, last] = [last, current];
	}
	return last[word.length] ?? 0;
}
