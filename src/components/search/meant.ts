import { phraseSound, sound } from '../../outputs/search/sound.ts';
import type { Nearest, SearchWords } from '../../outputs/search/words.ts';
import { bare } from '../../schema/letters.ts';
import type { Link } from './answer.ts';

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
	/** The name in another language that the reader typed or meant. */
	called?: string | undefined;
	/** The pages in the languages that have this name. */
	pages?: readonly Link[];
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
type Target = { readonly name: string; readonly called?: string } | { readonly nearest: Nearest };

interface Candidate {
	readonly sounds: string;
	readonly isLatin: boolean;
	readonly isName: boolean;
	/** Whether only texts in other languages have the name. */
	readonly isForeign: boolean;
	readonly target: Target;
}

const isLatin = (word: string): boolean => /^[a-z\d]*$/.test(bare(word));

/** Returns a function that interprets queries, using the words in the search index. */
export function understanding({
	words,
	names,
	languages,
	lacking,
	questions,
}: SearchWords): (query: string) => Term[] {
	const written = words.split(' ');
	const byBare = new Map<string, string>();
	const byRoot = new Map<string, string>();
	for (const word of written) {
		if (!byBare.has(bare(word))) byBare.set(bare(word), word);
		if (!byRoot.has(root(bare(word)))) byRoot.set(root(bare(word)), word);
	}
	const bares = [...byBare.keys()];
	const ofQuestions = new Set(questions.flatMap(({ has, may }) => rootsOf([...has, may].join(' '))));
	const targetsOf = (all: SearchWords['names']) =>
		all.flatMap(([name, others]) => others.map((called) => [called, { name, called }] as const));
	const foreign = languages.flatMap((language) => targetsOf(language.names));
	const named: (readonly [called: string, target: Target])[] = [
		...targetsOf(names),
		...lacking.flatMap((nearest) => nearest.asked.map((asked) => [asked, { nearest }] as const)),
	];
	const byName = new Map([...foreign, ...named].map(([called, target]) => [bare(called), target]));
	const candidateOf = (called: string, target: Target, isName = true, isForeign = false): Candidate => ({
		sounds: phraseSound(called),
		isLatin: isLatin(called),
		isName,
		isForeign,
		target,
	});
	const candidates = [
		...[...byBare].map(([key, name]) => candidateOf(key, { name }, false)),
		...foreign.map(([called, target]) => candidateOf(called, target, true, true)),
		...named.map(([called, target]) => candidateOf(called, target)),
	];
	// If a name and a word sound the same, the name takes precedence.
	const bySound = new Map(candidates.map((candidate) => [candidate.sounds, candidate]));

	/** Returns the word or name with the most similar spelling in the same script. */
	function nearestTo(word: string, isAbroad = false): Target | undefined {
		const [typed, most] = [sound(word), reach(bare(word))];
		let best: Target | undefined;
		let least = most + 0.75;
		for (const { sounds, target, isForeign, isLatin: isSameScript } of most === 0 ? [] : candidates) {
			if (isForeign !== isAbroad || isSameScript !== isLatin(word) || sounds.length < 3) continue;
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
			? { typed, words: target.name.split(' '), isOther: true, isGuess, called: target.called }
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

	/** Returns the meaning of several words. Each word of a name in another language may have another ending or a typing error. */
	function meantTogether(span: readonly string[]): Target | undefined {
		const sounds = span.map(sound);
		const exact = bySound.get(sounds.join(' '))?.target;
		if (exact ?? span.every((word) => byBare.has(bare(word)) || isFunctionWord(word))) return exact;
		return candidates.find((each) => {
			const others = each.isForeign ? each.sounds.split(' ') : [];
			return (
				others.length === sounds.length &&
				others.every((other, at) => slips(sounds[at] ?? '', other, reach(other)) <= reach(other))
			);
		})?.target;
	}

	/** Returns the name in another language that the last words of a query begin or lengthen. The reader may still be typing it. */
	function begunWith(rest: readonly string[]): Term | undefined {
		const typed = rest.join(' ');
		const sounds = phraseSound(typed);
		const found =
			sounds.length < 4
				? undefined
				: candidates.find(
						(each) =>
							each.isForeign &&
							(each.sounds.startsWith(sounds) || (each.sounds.length > 5 && sounds.startsWith(each.sounds))),
					);
		return found && termFor(typed, found.target);
	}

	const prepared = languages.map((language) => ({
		page: language,
		sounds: new Set(language.names.flatMap(([, others]) => others.map(phraseSound))),
		question: new Set(language.question.map(sound)),
	}));

	/** Adds the pages in the languages that the reader may use. Leaves out their question words. */
	function inLanguages(terms: readonly Term[]): Term[] {
		// A name that sounds like its English name does not show the language, unless it is in another script.
		const nameIn = ({ sounds }: (typeof prepared)[number], { typed, called, words }: Term) =>
			called !== undefined &&
			sounds.has(phraseSound(called)) &&
			!(isLatin(typed) && phraseSound(called) === phraseSound(words.join(' ')));
		const used = prepared.filter((language) => terms.some((term) => nameIn(language, term)));
		return terms
			.filter(
				(term) =>
					used.some((language) => nameIn(language, term)) ||
					!used.some(({ question }) => question.has(sound(term.typed))),
			)
			.map((term) => {
				const pages = used.filter((language) => nameIn(language, term)).map(({ page }) => page);
				return pages.length > 0 ? { ...term, pages } : term;
			});
	}

	return (query) => {
		const terms: Term[] = [];
		const typed = query.split(/\s+/).filter((word) => bare(word) !== '');
		const isOnlyFunctionWords = typed.every(isFunctionWord);
		for (let at = 0; at < typed.length;) {
			const phrase = [6, 5, 4, 3, 2]
				.map((length) => typed.slice(at, at + length))
				.map((span) => ({
					span,
					target: span.length > 1 ? meantTogether(span) : undefined,
				}))
				.find(({ target }) => target);
			const span = phrase?.span ?? typed.slice(at, at + 1);
			const [word = ''] = span;
			if (phrase?.target) terms.push(termFor(span.join(' '), phrase.target));
			else if (isOnlyFunctionWords || !isFunctionWord(word)) {
				const term = meantBy(word);
				const isUnknown = term.words.length === 0 && !term.isFiller && !term.nearest;
				const begun = isUnknown ? begunWith(typed.slice(at)) : undefined;
				const guess = isUnknown ? nearestTo(word, true) : undefined;
				terms.push(begun ?? (guess ? termFor(word, guess, true) : term));
				if (begun) break;
			}
			at += span.length;
		}
		return inLanguages(terms);
	};
}
