import { inLatin } from '../schema/letters.ts';

/** Cyrillic and Greek letters that look like Latin letters, and are typing errors in a Latin word. */
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
		.replace(/\p{Letter}/gu, (letter) => inLatin[letter] ?? letter)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '') || 'a-name-of-letters-and-digits';
