// Latin letters that Unicode does not decompose into a base letter and a diacritic, and the letters of Cyrillic and Greek.
const latin: Readonly<Record<string, string>> = Object.fromEntries(
	(
		'ßss æae œoe øo đd łl ıi ' +
		'аa бb вv гg дd ђdj еe жzh зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu фf хh цts чch џdz шsh щsht ъa ыy ь эe юyu яya єye ѕdz ' +
		'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'
	)
		.split(' ')
		.map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Cyrillic and Greek letters that look like Latin letters. Within a Latin word, they are typing errors. */
const [lookAlikes, meant] = ['асеорхуіјѕвнкмтαορνκιτ', 'aceopxyijsbhkmtaopvkit'];

/** Converts a string into an id. For example, `Ninth Meeting` becomes `ninth-meeting`, and `Скопје` becomes `skopje`. */
export const proposeId = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{Mark}'’]/gu, '')
		.replace(/[\p{Letter}]*[a-z]\p{Letter}*/gu, (word) =>
			word.replace(/[^a-z]/gu, (letter) => meant[lookAlikes.indexOf(letter)] ?? letter),
		)
		.replace(/ου/g, 'ou')
		.replace(/\p{Letter}/gu, (letter) => latin[letter] ?? letter)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '') || 'a-name-of-letters-and-digits';
