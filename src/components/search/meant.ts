import type { Nearest, SearchWords } from '../../outputs/search/words.ts';
import { bare, inLatin } from '../../schema/letters.ts';

export interface Term {
	typed: string;
	/** The words to search for: full words or prefixes from the index. Empty if the index has no such word. */
	words: readonly string[];
	/** Whether the words differ from the query by more than accents or endings. */
	isOther?: boolean;
	/** Whether the words are only the most similar spelling. */
	isGuess?: boolean;
	/** Whether the word belongs to a question and is not in the index. */
	isFiller?: boolean;
	/** The closest match for a subject without a record. */
	nearest?: Nearest;
	/** Words with a similar spelling, if the word was not found. They are too different to count as corrections. */
	near?: readonly string[];
}

const functionWords = new Set(
	(
		'a actually all also an about and any are as at be been between by came can could currently dealt did do does during ever for from ' +
		'had has have how i in is it its list me my not now nowadays of often on one or please presently show should so tell that the their ' +
		'then there these they this those to today until up was we were what when where which who whom whose why will with would you your'
	).split(' '),
);

/** Returns whether to leave a word out of the search. A record must contain all other words. */
const isFunctionWord = (word: string): boolean => functionWords.has(bare(word));

/** Combinations of Greek letters that stand for one sound, and letters that sound different from their spelling in Latin letters. */
const together: readonly (readonly [pattern: RegExp, sound: string])[] = [
	[/ου/g, 'u'],
	[/μπ/g, 'b'],
	[/ντ/g, 'd'],
	[/γκ/g, 'g'],
	[/χ/g, 'h'],
	[/ь/g, ''],
];
const alike: readonly (readonly [pattern: RegExp, sound: string])[] = [
	// Germans write "oe" for "ö" if the keyboard has no umlauts.
	[/([aou])e/g, '$1'],
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

export const rootsOf = (text: string): string[] =>
	text
		.split(/\s+/)
		.map((word) => root(bare(word)))
		.filter((word) => word !== '');

/** Returns the maximum number of typing errors in a word. Short words are never corrected, because they are easily confused. */
const reach = ({ length }: string): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * Counts the letters that were added, dropped, changed or swapped when a word was typed.
 *
 * @returns `Infinity` if the maximum is exceeded
 */
export function slips(typed: string, word: string, most = typed.length + word.length): number {
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

/** The meaning of a word or phrase: a word from the index, a name from a record, or the closest match. */
type Target = { readonly name: string } | { readonly nearest: Nearest };

interface Candidate {
	readonly sounds: string;
	readonly isLatin: boolean;
	readonly isName: boolean;
	readonly target: Target;
}

const isLatin = (word: string): boolean => /^[a-z\d]*$/.test(bare(word));

/** Returns a function that interprets queries, using the words in the search index. */
export function understanding({ words, names, lacking, questions }: SearchWords): (query: string) => Term[] {
	const written = words.split(' ');
	const byBare = new Map<string, string>();
	const byRoot = new Map<string, string>();
	for (const word of written) {
		if (!byBare.has(bare(word))) byBare.set(bare(word), word);
		if (!byRoot.has(root(bare(word)))) byRoot.set(root(bare(word)), word);
	}
	const bares = [...byBare.keys()];
	const ofQuestions = new Set(questions.flatMap(({ has, may }) => rootsOf([...has, may].join(' '))));
	const phraseSound = (phrase: string): string =>
		phrase
			.split(/[\s-]+/)
			.map(sound)
			.join(' ');
	const named: (readonly [called: string, target: Target])[] = [
		...names.flatMap(([name, others]) => others.map((other) => [other, { name }] as const)),
		...lacking.flatMap((nearest) => nearest.asked.map((asked) => [asked, { nearest }] as const)),
	];
	const byName = new Map(named.map(([called, target]) => [bare(called), target]));
	const candidateOf = (called: string, target: Target, isName: boolean): Candidate => ({
		sounds: phraseSound(called),
		isLatin: isLatin(called),
		isName,
		target,
	});
	const candidates = [
		...[...byBare].map(([key, name]) => candidateOf(key, { name }, false)),
		...named.map(([called, target]) => candidateOf(called, target, true)),
	];
	// If a name and a word sound the same, the name takes precedence.
	const bySound = new Map(candidates.map((candidate) => [candidate.sounds, candidate]));

	/** Returns the word or name with the most similar spelling in the same script. */
	function nearestTo(word: string): Target | undefined {
		const [typed, most] = [sound(word), reach(bare(word))];
		let best: Target | undefined;
		let least = most + 0.75;
		for (const { sounds, target, isLatin: isSameScript } of most === 0 ? [] : candidates) {
			if (isSameScript !== isLatin(word) || sounds.length < 3) continue;
			const other = sounds.startsWith(typed.charAt(0)) ? 0 : 0.4;
			const count = slips(typed, sounds, most) + other;
			if (count < least) [best, least] = [target, count];
		}
		return best;
	}

	/** Returns the word or name that sounds the same. A short word only matches names in another script. */
	function soundingLike(word: string): Target | undefined {
		const found = bySound.get(sound(word));
		const isShort = reach(bare(word)) === 0;
		return isShort && !(found?.isName && found.isLatin !== isLatin(word)) ? undefined : found?.target;
	}

	/** Returns the words that share most of their letters with a word. */
	const wordsNear = (word: string): string[] =>
		(word.length < 5 ? [] : bares)
			.map((known) => ({ known, count: slips(word, known, Math.floor(word.length * 0.4)) }))
			.filter(({ count }) => count < Infinity)
			.sort((a, b) => a.count - b.count)
			.slice(0, 5)
			.map(({ known }) => byBare.get(known) ?? known);

	function parted(typed: string): string | undefined {
		for (let at = 3; at <= typed.length - 3; at++) {
			const [one, other] = [byBare.get(typed.slice(0, at)), byBare.get(typed.slice(at))];
			if (one !== undefined && other !== undefined) return `${one} ${other}`;
		}
		return undefined;
	}

	const termFor = (typed: string, target: Target, isGuess = false): Term =>
		'name' in target
			? { typed, words: target.name.split(' '), isOther: true, isGuess }
			: { typed, words: [], nearest: target.nearest };

	function meantBy(word: string): Term {
		const typed = bare(word);
		const exact = byBare.get(typed);
		// Prefer the English name, because foreign names appear only in quotes.
		const called = byName.get(typed) ?? (exact === undefined ? soundingLike(word) : undefined);
		if (called && !('name' in called && bare(called.name) === typed)) return termFor(word, called);
		if (exact !== undefined) return { typed: word, words: [exact === word.toLowerCase() ? word : exact] };
		if (bares.some((known) => known.startsWith(typed))) return { typed: word, words: [word] };
		if (ofQuestions.has(root(typed))) return { typed: word, words: [], isFiller: true };
		if (/\d/.test(typed)) return { typed: word, words: [] };
		const inflected = byRoot.get(root(typed));
		if (inflected !== undefined) return { typed: word, words: [inflected] };
		const guess = nearestTo(word);
		if (guess) return termFor(word, guess, true);
		const parts = parted(typed);
		return parts === undefined
			? { typed: word, words: [], near: wordsNear(typed) }
			: termFor(word, { name: parts });
	}

	return (query) => {
		const terms: Term[] = [];
		const typed = query.split(/\s+/).filter((word) => bare(word) !== '');
		const isOnlyFunctionWords = typed.every(isFunctionWord);
		for (let at = 0; at < typed.length;) {
			const phrase = [3, 2]
				.map((length) => typed.slice(at, at + length))
				.map((span) => ({
					span,
					target: span.length > 1 ? bySound.get(phraseSound(span.join(' ')))?.target : undefined,
				}))
				.find(({ target }) => target);
			const span = phrase?.span ?? typed.slice(at, at + 1);
			const [word = ''] = span;
			if (phrase?.target) terms.push(termFor(span.join(' '), phrase.target));
			else if (isOnlyFunctionWords || !isFunctionWord(word)) terms.push(meantBy(word));
			at += span.length;
		}
		return terms;
	};
}
