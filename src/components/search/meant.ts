import type { Nearest, SearchWords } from '../../outputs/search/words.ts';

export interface Meant {
	/** The words to search for: full words or prefixes from the index. */
	words: string[];
	/** Whether the words differ from the query by more than accents or endings. */
	isOther: boolean;
	/** Words and phrases that are not in the index, each with the closest match. */
	lacking: { typed: string; nearest?: Nearest }[];
}

const questionWords = new Set(
	(
		'a all an about and any are as at be been by can could dealt did do does for from had has have how i in is it its list me ' +
		'my of on one or please show should tell that the their there these they this those to was we were what when where which ' +
		'who whom whose why will with would you your'
	).split(' '),
);

/**
 * Removes question words from a query. Otherwise "when did Greece join" would find nothing, because a record must contain all
 * words. Queries that contain only question words stay unchanged.
 */
export function withoutQuestionWords(query: string): string[] {
	const words = query.split(/\s+/).filter((word) => bare(word) !== '');
	const rest = words.filter((word) => !questionWords.has(bare(word)));
	return rest.length > 0 ? rest : words;
}

const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	đ: 'd',
	ł: 'l',
	ø: 'o',
	æ: 'ae',
	ı: 'i',
	ς: 'σ',
};

/** Returns a word in lower case, without accents or punctuation. */
export const bare = (word: string): string =>
	word
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/[ßđłøæıς]/g, (letter) => letters[letter] ?? letter);

const inLatin: Readonly<Record<string, string>> = Object.fromEntries(
	(
		'аa бb вv гg дd ђd еe жz зz иi јi кk лl љli мm нn њni оo пp рr сs тt ћc уu фf хh цc чc џz шs щst ъa ь ыi эe юiu яia ѕz ' +
		'αa βv γg δd εe ζz ηi θt ιi κk λl μm νn ξx οo πp ρr σs τt υi φf χh ψps ωo'
	)
		.split(' ')
		.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Combinations of Greek letters that stand for one sound. */
const together: readonly (readonly [pattern: RegExp, sound: string])[] = [
	[/ου/g, 'u'],
	[/μπ/g, 'b'],
	[/ντ/g, 'd'],
	[/γκ/g, 'g'],
];
const alike: readonly (readonly [pattern: RegExp, sound: string])[] = [
	[/ph/g, 'f'],
	[/([ckstzg])h/g, '$1'],
	[/dj|gj|dz/g, 'd'],
	[/ts|tz/g, 'c'],
	[/ck/g, 'k'],
	[/ou/g, 'u'],
	[/w/g, 'v'],
	[/[yj]/g, 'i'],
	[/(.)\1+/g, '$1'],
];
const replaced = (word: string, rules: typeof alike): string =>
	rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);

/** Returns a phonetic key for a word. Latin, Cyrillic and Greek spellings of the same word share a key. */
export const sound = (word: string): string =>
	replaced(
		replaced(bare(word), together).replace(/[\u0370-\u052f]/g, (letter) => inLatin[letter] ?? ''),
		alike,
	);

/** Returns the approximate stem of a word, such as "chair" for "chaired" and "chairs". */
const root = (word: string): string => word.replace(/(?<=.{4})(?:e?s|e?d|ings?)$/, '');

/** Returns the maximum number of typing errors in a word. Short words allow fewer errors, because they are easily confused. */
const reach = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/**
 * Counts the letters that were added, dropped, changed or swapped when a word was typed. If the input is only the beginning of
 * the word, adds half an error.
 *
 * @returns `Infinity` if the maximum is exceeded
 */
export function slips(typed: string, word: string, most = typed.length): number {
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
	return Math.min(last[word.length] ?? 0, Math.min(...last) + 0.5);
}

/** The meaning of a word or phrase: a word from the index, a name from a record, or the closest match. */
type Target = { readonly name: string } | { readonly nearest: Nearest };

interface Candidate {
	readonly sounds: string;
	readonly target: Target;
}

/** Returns a function that interprets queries, using the words in the search index. */
export function understanding({ words, names, lacking }: SearchWords): (query: string) => Meant {
	const written = words.split(' ');
	const byBare = new Map<string, string>();
	const byRoot = new Map<string, string>();
	for (const word of written) {
		if (!byBare.has(bare(word))) byBare.set(bare(word), word);
		if (!byRoot.has(root(bare(word)))) byRoot.set(root(bare(word)), word);
	}
	const bares = [...byBare.keys()];
	const phraseSound = (phrase: string): string =>
		phrase
			.split(/[\s-]+/)
			.map(sound)
			.join(' ');
	const named: Candidate[] = [
		...names.flatMap(([name, others]) =>
			others.map((other) => ({ sounds: phraseSound(other), target: { name } })),
		),
		...lacking.flatMap((nearest) =>
			nearest.asked.map((asked) => ({ sounds: phraseSound(asked), target: { nearest } })),
		),
	];
	const bySound = new Map(named.map(({ sounds, target }) => [sounds, target]));
	const candidates: Candidate[] = [
		...[...byBare].map(([key, name]) => ({ sounds: sound(key), target: { name } })),
		...named,
	].filter(({ sounds }) => sounds.length > 2);

	function nearestTo(typed: string): Target | undefined {
		const most = reach(typed);
		let best: Target | undefined;
		let least = most + 0.75;
		for (const { sounds, target } of candidates) {
			if (sounds.length < typed.length - most) continue;
			const other = sounds.startsWith(typed.charAt(0)) ? 0 : 0.4;
			const count = slips(typed, sounds.slice(0, typed.length + most + 1), most) + other;
			if (count < least) [best, least] = [target, count];
		}
		return best;
	}

	/** Splits two words that were typed as one. */
	function parted(typed: string): string | undefined {
		for (let at = 3; at <= typed.length - 3; at++) {
			const [one, other] = [byBare.get(typed.slice(0, at)), byBare.get(typed.slice(at))];
			if (one !== undefined && other !== undefined) return `${one} ${other}`;
		}
		return undefined;
	}

	function meantBy(word: string): string | Target | undefined {
		const typed = bare(word);
		const exact = byBare.get(typed);
		// Prefer the English name, because foreign names appear only in quotes.
		const called = bySound.get(sound(word));
		if (called && !('name' in called && bare(called.name) === typed)) return called;
		if (exact !== undefined) return exact === word.toLowerCase() ? word : exact;
		if (bares.some((known) => known.startsWith(typed))) return word;
		if (/\d/.test(typed)) return undefined;
		const inflected = byRoot.get(root(typed));
		if (inflected !== undefined) return inflected;
		const target = nearestTo(sound(word));
		if (target) return target;
		const parts = parted(typed);
		return parts === undefined ? undefined : { name: parts };
	}

	return (query) => {
		const meant: Meant = { words: [], isOther: false, lacking: [] };
		const typed = withoutQuestionWords(query);
		for (let at = 0; at < typed.length;) {
			const found = [3, 2]
				.map((length) => typed.slice(at, at + length))
				.map((span) => ({
					span,
					target: span.length > 1 ? bySound.get(phraseSound(span.join(' '))) : undefined,
				}))
				.find(({ target }) => target);
			const span = found?.span ?? typed.slice(at, at + 1);
			const target = found?.target ?? meantBy(span[0] ?? '');
			at += span.length;
			if (typeof target === 'string') meant.words.push(target);
			else if (target && 'name' in target) {
				meant.words.push(...target.name.split(' '));
				meant.isOther = true;
			} else meant.lacking.push({ typed: span.join(' '), ...(target && { nearest: target.nearest }) });
		}
		return meant;
	};
}
