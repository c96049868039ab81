// Latin letters that Unicode does not decompose into a base letter and a diacritic.
const undecomposed: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ł: 'l',
	ı: 'i',
};

/** Converts a string into an id. For example, `Ninth Meeting` becomes `ninth-meeting`. */
export const proposeId = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{Mark}'’]/gu, '')
		.replace(/[ßæœøđłı]/g, (letter) => undecomposed[letter] ?? letter)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '') || 'a-name-of-letters-and-digits';
