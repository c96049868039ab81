/** The Latin spelling of Cyrillic and Greek letters, and of letters with diacritics that Unicode cannot separate. */
export const inLatin: Readonly<Record<string, string>> = Object.fromEntries(
	(
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
