import { phraseSound, sound } from '../../outputs/search/sound.ts';
import type { Nearest, SearchWords } from '../../outputs/search/words.ts';
import { bare, slips } from '../../schema/letters.ts';
import type { Link } from './answer.ts';

export interface Term {
	typed: string;
	/** The words to search for: words from the index, or prefixes of such words. The list is empty if nothing matches. */
	words: readonly string[];
	/** Whether the words differ from the query by more than accents or endings. */
	isOther?: boolean;
	/** Whether the words are only a guess, based on their spelling. */
	isGuess?: boolean;
	/** Whether the word is only part of a question. If no record has all words of a query, such words are dropped first. */
	isFiller?: boolean;
	/** The closest match, if there is no record about the subject. */
	nearest?: Nearest;
	/** The foreign name that the reader typed or meant. */
	called?: string | undefined;
	/** The pages in all languages that use this name. */
	pages?: readonly Link[];
	/** Words similar to one that was not found, but too different to count as corrections. */
	near?: readonly string[];
}

const functionWords = new Set(
	(
		'a actually after all also an about and any are as at be been between by came can could currently dealt did does during ever for from ' +
		'had has have how i in is it its list me my not now nowadays of on one or please presently show should so tell that the their ' +
		'then there these they this those to today until up was we were what when where which who whom whose why will with would you your'
	).split(' '),
);

/** Returns whether the search ignores a word, such as "the". Results must contain all other words in the query. */
const isFunctionWord = (word: string): boolean => functionWords.has(bare(word));

/** Returns the approximate stem of a word, such as "chair" for "chaired" and "chairs". */
const root = (word: string): string => word.replace(/(?<=.{4})(?:e?s|e?d|ings?)$/, '');

export const rootsOf = (text: string): string[] =>
	text
		.split(/\s+/)
		.map((word) => root(bare(word)))
		.filter((word) => word !== '');

/**
 * Returns how many typing errors in a word can be corrected. Short words are never corrected, because they are too similar to each other.
 */
const reach = ({ length }: string): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** The meaning of a word or phrase: a word from the index, a name from a record, or a similar record. */
type Target = { readonly name: string; readonly called?: string } | { readonly nearest: Nearest };

interface Candidate {
	readonly sounds: string;
	readonly isLatin: boolean;
	readonly isName: boolean;
	/** Whether the name is only used in languages other than English. */
	readonly isForeign: boolean;
	readonly target: Target;
}

const isLatin = (word: string): boolean => /^[a-z\d]*$/.test(bare(word));

/** Returns a function that interprets queries, based on the words in the search index. */
export function understanding({
	words,
	nameWords,
	names,
	languages,
	lacking,
	questions,
	fillers,
}: SearchWords): (query: string) => Term[] {
	const written = words.split(' ');
	const byBare = new Map<string, string>();
	const byRoot = new Map<string, string>();
	for (const word of written) {
		if (!byBare.has(bare(word))) byBare.set(bare(word), word);
		if (!byRoot.has(root(bare(word)))) byRoot.set(root(bare(word)), word);
	}
	const bares = [...byBare.keys()];
	const correct = new Set(
		nameWords
			.split(' ')
			.map(bare)
			.filter((word) => reach(word) > 0),
	);
	const isFiller = (word: string): boolean => fillerRoots.has(root(word));
	const fillerRoots = new Set(rootsOf(fillers));
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
		for (const { sounds, target, isName, isForeign, isLatin: isSameScript } of most === 0 ? [] : candidates) {
			if (isForeign !== isAbroad || isSameScript !== isLatin(word) || sounds.length < 4) continue;
			if (!isName && !('name' in target && correct.has(bare(target.name)))) continue;
			// A different first letter usually makes a different word, such as "short" and "north".
			const other = sounds.startsWith(typed.charAt(0)) ? 0 : isName ? 0.4 : most;
			const count = slips(typed, sounds, most) + other;
			if (count < least) [best, least] = [target, count];
		}
		return best;
	}

	/** Returns the word or name that sounds the same. A short word only matches names in another script. */
	function soundingLike(word: string): Target | undefined {
		const found = bySound.get(sound(word));
		const isShort = reach(bare(word)) === 0 || (found?.sounds.length ?? 0) < 4;
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
			const parts = [typed.slice(0, at), typed.slice(at)];
			if (parts.every((part) => byBare.has(part) && !isFunctionWord(part)))
				return parts.map((part) => byBare.get(part)).join(' ');
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
		// Searches for the English name, because foreign names only appear in quotes.
		const called = byName.get(typed) ?? (exact === undefined ? soundingLike(word) : undefined);
		if (called && !('name' in called && bare(called.name) === typed)) return termFor(word, called);
		if (exact !== undefined)
			return {
				typed: word,
				words: [exact === word.toLowerCase() ? word : exact],
				...(isFiller(typed) && { isFiller: true }),
			};
		if (bares.some((known) => known.startsWith(typed))) return { typed: word, words: [word] };
		if (ofQuestions.has(root(typed)) || isFiller(typed)) return { typed: word, words: [], isFiller: true };
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

	/** Returns the meaning of several words together. In foreign names, each word can have a different ending or a typing error. */
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

	/** Finds a foreign name in the last words of a query, even if the reader is still typing the name or has added an ending. */
	function begunWith(rest: readonly string[]): Term | undefined {
		const typed = rest.join(' ');
		const sounds = phraseSound(typed);
		const found =
			sounds.length < (isLatin(typed) ? 6 : 4)
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

	/**
	 * Guesses the reader's language from foreign names. Adds links to the pages in that language, and removes its question words from the
	 * query.
	 */
	function inLanguages(terms: readonly Term[]): Term[] {
		// A name that sounds the same in English does not identify the reader's language, unless it is written in another script.
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
			const phrase = [9, 8, 7, 6, 5, 4, 3, 2]
				.filter((length) => at + length <= typed.length)
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
