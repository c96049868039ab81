import * as z from 'zod/mini';
import { countryCodes, countryName } from './countries.ts';
import { hintForDate, languages, readingsOf, whyImpossible } from './date-slips.ts';
import { dateForms, dayBounds, intervalForms } from './edtf.ts';
import { isKind, kinds, type Kind } from './kinds.ts';
import { nearest } from './nearest.ts';
import { codePoint, explainUnsafe, quote, unsafeCharacter } from './quote.ts';
import type { Mistake, Rule } from './rules.ts';
import { inSeries } from './words.ts';

/*
 * Functions that create fields. Each function takes the title and description that editors see in forms, in the guide and in editing tools.
 * Every error has a message that says what is wrong, and a hint that says how to fix it.
 */

/** The title and description of a field for editors, followed by examples of valid values. */
export type FieldHelp = [title: string, description: string, examples?: (string | number)[]];

/** An error reported by one of this project's own Zod refinements. */
export interface FieldMistake extends Mistake {
	/** The wrong part of the value, if the rest is correct. */
	found?: string;
}

/** Adds an error to Zod's issues. The position in the file is added by `records/validate.ts`. */
export function reject(context: z.core.$RefinementCtx, mistake: FieldMistake | undefined): void {
	if (mistake) context.addIssue({ code: 'custom', message: mistake.message, params: { ...mistake } });
}

/** Adds properties for the field tree to a schema. */
export const withMeta = <S extends z.ZodMiniType>(schema: S, meta: z.core.GlobalMeta): S => {
	const copy = schema.clone(schema.def, { parent: true });
	z.globalRegistry.add(copy, meta);
	return copy;
};

const described = <S extends z.ZodMiniType>(
	schema: S,
	[title, description, examples]: FieldHelp,
	own: z.core.GlobalMeta = {},
): S => withMeta(schema, { title, description, ...(examples && { examples }), ...own });

/** An error in a value. Its message is the value (or the wrong `part` of the value), followed by the words in `is`. */
type Fault = readonly [is: string, hint: string, part?: string];

const rejecting =
	(rule: Rule, faultOf: (value: string) => Fault | undefined) =>
	(value: string, context: z.core.$RefinementCtx): void => {
		const fault = faultOf(value);
		if (!fault) return;
		const [is, hint, part = value] = fault;
		reject(context, { rule, message: `${quote(part)} ${is}`, hint });
	};

const ruled = (
	help: FieldHelp,
	own: z.core.GlobalMeta,
	rule: Rule,
	faultOf: (value: string) => Fault | undefined,
) =>
	z
		.string()
		.check(z.superRefine(rejecting(rule, faultOf)))
		.apply(described, help, own);

export const list = <E extends z.ZodMiniType>(title: string, description: string, each: E) =>
	withMeta(z.array(each), { title, description });

export const group = <S extends z.core.$ZodLooseShape>(title: string, description: string, keys: S) =>
	withMeta(z.strictObject(keys), { title, description });

/** A list of groups with the same keys. The parameter `one` is the title of a single entry. */
export const groups = <S extends z.core.$ZodLooseShape>(
	title: string,
	one: string,
	description: string,
	keys: S,
) => list(title, description, withMeta(z.strictObject(keys), { title: one }));

export const choice = <const C extends readonly string[]>(choices: C, ...help: FieldHelp) =>
	described(z.enum(choices), help);

/** A field that is either `true` or missing, like a checkbox. */
export const mark = (...help: FieldHelp) => z.optional(described(z.literal(true), help, { ours: true }));

/** A field that needs no source, because the value is the editors' own choice. */
export const ours = <S extends z.ZodMiniType>(field: S) => withMeta(field, { ours: true });

/** An optional field that templates include, because most records have it. */
export const usual = <S extends z.ZodMiniType>(field: S) => z.optional(withMeta(field, { usual: true }));

/** Returns the keys of an object with labels, which are the choices of a field. */
export const keysOf = <K extends string>(names: Readonly<Record<K, string>>): K[] =>
	Object.keys(names) as K[];

/** Matches ids, file names and anchors, which consist of lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

// Names that Windows reserves for devices. Git cannot check out files with these names on Windows.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
export const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const sayNothing = 'Fill in a value, or delete the line if no source states the value.';
const published = 'but this field is plain text.';

/** Patterns that are not allowed in plain text, each with an error message and a hint. */
const notPlainText: readonly (readonly [RegExp, Rule, is: string, hint: string])[] = [
	[
		/^[^\p{L}\p{N}]+$|^(?:unknown|unclear|none|n\/a|not (?:known|stated|available|applicable)|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined))\.?$/iu,
		'empty-text',
		'is only a placeholder.',
		sayNothing,
	],
	[
		/<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i,
		'markup',
		`is HTML, ${published}`,
		'Remove the HTML code, and keep only the words.',
	],
	[
		/\[[^[\]]*\]\([^()]*\)|\*\*[^*]+\*\*|__[^_]+__|`[^`]+`/,
		'markup',
		`is Markdown, ${published}`,
		'Remove the formatting, and put web addresses in source files.',
	],
	[
		/\b(?:Mr|Mrs|Ms|Miss|Mme|Dr|Prof)\.? \p{Lu}\p{L}+/u,
		'person',
		'looks like the name of a person, but this site names only offices and institutions.',
		'Name the office instead. In a quote, replace the name with […].',
	],
];

// Patterns for the alphabets of the members' languages, and a pattern for all other letters.
const alphabets = {
	Latin: /\p{Script=Latin}/gu,
	Cyrillic: /\p{Script=Cyrillic}/gu,
	Greek: /\p{Script=Greek}/gu,
	foreign: /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/gu,
};

/** Returns the less common of two alphabets in a text, and the first letter from this alphabet. */
function oddLetter(text: string): { alphabet: string; letter: string } | undefined {
	const [odd, ...others] = Object.entries(alphabets)
		.map(([alphabet, letters]) => ({ alphabet, found: text.match(letters) ?? [] }))
		.filter(({ found }) => found.length > 0)
		.sort((a, b) => a.found.length - b.found.length);
	const [letter] = odd?.found ?? [];
	return odd && letter !== undefined && others.length > 0 ? { alphabet: odd.alphabet, letter } : undefined;
}

/** Reports the first word that mixes alphabets, because readers cannot see this mistake and the search cannot find the word. */
function mistakeInAlphabet(value: string): FieldMistake | undefined {
	if (!oddLetter(value)) return undefined;
	for (const [word] of value.matchAll(/[\p{L}\p{M}]+/gu)) {
		const odd = oddLetter(word);
		if (!odd) continue;
		return {
			rule: 'mixed-alphabets',
			message: `${quote(word)} mixes two alphabets: "${odd.letter}" (${codePoint(odd.letter)}) is a ${odd.alphabet} letter.`,
			hint: 'Type the whole word again in one alphabet.',
			found: word,
		};
	}
	return undefined;
}

function mistakeInText(value: string): FieldMistake | undefined {
	if (value === '') return { rule: 'empty-text', message: 'This text is empty.', hint: sayNothing };
	const [unsafe] = unsafeCharacter.exec(value) ?? [];
	if (unsafe !== undefined) {
		const { what, hint } = explainUnsafe(unsafe);
		return { rule: 'unsafe-character', message: `This text contains ${what}.`, hint, found: unsafe };
	}
	for (const [form, rule, is, hint] of notPlainText) {
		const [found] = form.exec(value) ?? [];
		if (found !== undefined) return { rule, message: `${quote(found)} ${is}`, hint, found };
	}
	return mistakeInAlphabet(value);
}

/** A field for meaningful plain text, without markup or invisible characters. */
export const text = (...help: FieldHelp) =>
	z
		.string()
		.check(
			z.trim(),
			// Normalizes text, because Unicode can encode some letters in several ways.
			z.normalize(),
			z.superRefine((value, context) => {
				reject(context, mistakeInText(value));
			}),
		)
		.apply(described, help, { type: 'text', expected: 'text' });

/** Returns the English text of a translation as a sentence for descriptions and messages. */
export const inEnglishText = (english: string): string => `In English: “${english.replace(/\.$/, '')}”.`;

/** An id that is unique within a record. The id of an agenda item is also its anchor on the page. */
export const localId = (...help: FieldHelp) => {
	const expected = 'an id (lower-case letters, digits and hyphens)';
	return ruled(help, { type: 'id', expected, pattern: idPattern.source, ours: true }, 'id', (value) => {
		if (reservedName.test(value)) return ['is a reserved name on Windows.', 'Choose another id.'];
		if (idPattern.test(value)) return undefined;
		return ['is not a valid id.', 'Use only lower-case letters a–z and digits, with hyphens between words.'];
	});
};

/** A count, or a position that starts at 1. */
export const wholeNumber = (...help: FieldHelp) => described(z.int().check(z.minimum(1)), help);

/** The id of another record. `checks/references.ts` checks that the record exists. */
export const reference = (kind: Kind, ...help: FieldHelp) =>
	described(z.string(), help, {
		type: 'reference',
		expected: `the id of a file in the "${kind}" folder`,
		reference: kind,
	});

export const memberCountry = (description: string, examples = ['greece', 'north-macedonia']) =>
	reference('members', 'Country', description, examples);

/** A reference to a record of any kind, such as `members/greece`. */
export const recordAddress = (...help: FieldHelp) => {
	const expected = 'the folder and id of a record (members/greece)';
	return ruled(help, { type: 'reference', expected, reference: 'any' }, 'record-address', (value) => {
		const [kind = '', id = '', ...rest] = value.split('/');
		if (isKind(kind) && idPattern.test(id) && rest.length === 0) return undefined;
		return [
			'is not the address of a record.',
			`Write a folder and an id, such as members/greece. The folders are ${inSeries(kinds)}.`,
		];
	});
};

const hintsForDates: readonly (readonly [RegExp, string])[] = [
	[/ days$/, 'Correct the day, or leave it out if no source states it.'],
	[/ before it begins$/, 'Put the earlier date first, or correct one of the dates.'],
	[/ is a /, 'Correct the day, or delete the weekday.'],
];

function faultOfDate(value: string, takesIntervals: boolean, forms: string): Fault | undefined {
	const isInterval = value.includes('/');
	const parts = value.split('/');
	if (dayBounds(value) && (takesIntervals || !isInterval)) {
		const far = parts.find((part) => !/^(?:19|20)/.test(part));
		return far === undefined ? undefined : ['is outside the years 1900 to 2099.', 'Correct the year.', far];
	}
	const areDates = parts.every((part) => dayBounds(part));
	if (areDates && isInterval && !takesIntervals) {
		return ['is an interval, but this field takes a single date.', `Write it as ${forms}.`];
	}
	if (areDates && parts.length === 2) {
		return ['ends before it begins.', 'Put the earlier date before the slash, or correct one of the dates.'];
	}
	const fix = hintForDate(value, takesIntervals);
	const why = whyImpossible(value);
	if (why !== undefined) {
		const [, hint = `Write it as ${forms}.`] = hintsForDates.find(([reason]) => reason.test(why)) ?? [];
		return [`is not a valid date: ${why}.`, fix ?? hint];
	}
	return [
		readingsOf(value).length > 1 ? 'can mean different dates.' : 'is not a valid date.',
		fix ?? `Write it as ${forms}.`,
	];
}

// Without quotation marks, YAML parses 2022 as a number.
const dateText = (help: FieldHelp, forms: string, takesIntervals: boolean, pattern: RegExp) =>
	z
		.pipe(z.union([z.string(), z.int()], { error: `a date such as ${forms}` }), z.transform(String))
		.check(z.superRefine(rejecting('date', (value) => faultOfDate(value, takesIntervals, forms))))
		.apply(described, help, {
			type: 'date',
			expected: `a date such as ${forms}`,
			pattern: pattern.source,
			...(takesIntervals && { interval: true }),
		});

export const date = (...help: FieldHelp) => dateText(help, dateForms, false, /^\d{4}(-\d{2}){0,2}$/);

export const dateOrInterval = (...help: FieldHelp) =>
	dateText(help, intervalForms, true, /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/);

// Top-level domains that never lead to a public site, and domains that are only used in internal networks.
// https://www.iana.org/assignments/special-use-domain-names
const privateDomain =
	/\.(?:alt|corp|example|home|home\.arpa|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test)\.?$/;

function faultOfAddress(value: string): Fault | undefined {
	const copy = "Copy the full address from the browser's address bar";
	const address = URL.canParse(value) ? new URL(value) : undefined;
	if (!address || !/^https?:\/\/(?!\/)/i.test(value) || /[\s\\]/.test(value) || unsafeCharacter.test(value)) {
		return [
			'is not a web address.',
			/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
				? 'Put https:// before it, and check in the browser that it works.'
				: `${copy}. It begins with https:// or http://.`,
		];
	}
	const site = quote(address.hostname);
	if (address.username || address.password) {
		return [
			`leads to ${site}, because the part before "@" is a user name.`,
			`Delete the part up to "@" if the page is at ${site}, or correct the address.`,
		];
	}
	// A host that ends in a number is an IP address, because top-level domains contain letters.
	if (!/\.[^.]*[^.\d][^.]*\.?$/.test(address.hostname) || privateDomain.test(address.hostname))
		return [`leads to ${site}, which is not a public site.`, `${copy}.`];
	const [, host = ''] = /^https?:\/\/([^/?#]*)/i.exec(value) ?? [];
	if (!oddLetter(host)) return undefined;
	return [
		`mixes letters of different alphabets that look alike, and leads to ${site}.`,
		`${copy}, or begin it with https://${address.hostname} if that is right.`,
	];
}

/** A field for the http or https address of a public site, without lookalike letters. */
export const webAddress = (...help: FieldHelp) => {
	const meta = {
		type: 'web-address',
		expected: 'a web address (https://…)',
		pattern: /^https?:\/\/\S+$/.source,
	} as const;
	return ruled(help, meta, 'web-address', faultOfAddress);
};

/** Finds the code for a misspelt name. Only compares names with the same first letter, to be fast. */
function nearestName(written: string, codes: ReadonlyMap<string, string>): string | undefined {
	const first = written.charAt(0).toUpperCase();
	const names = [...codes.keys()].filter((name) => name.charAt(0).toUpperCase() === first);
	return written.length < 4 ? undefined : codes.get(nearest(written, names) ?? '');
}

export const countryCode = (...help: FieldHelp) => {
	const meta = { type: 'country-code', expected: 'a country code (two capital letters)' } as const;
	return ruled(help, meta, 'country-code', (value) => {
		if (countryCodes.includes(value)) return undefined;
		const upper = value.toUpperCase();
		const near = nearestName(value, new Map(countryCodes.map((code) => [countryName(code), code])));
		return [
			'is not an ISO 3166-1 country code.',
			countryCodes.includes(upper)
				? `Write it in capital letters: ${upper}.`
				: near !== undefined
					? `Did you mean "${near}" for ${countryName(near)}?`
					: 'Look up the two-letter code at https://www.iso.org/obp/ui/#search/code/ (for example, GR for Greece).',
		];
	});
};

const wikidataPattern = /^Q[1-9]\d*$/;

/** A field for the id of the same thing in Wikidata (https://www.wikidata.org/wiki/Wikidata:Identifiers). */
export const wikidataId = (...help: FieldHelp) => {
	const meta = {
		type: 'wikidata-id',
		expected: 'a Wikidata id (Q and a number)',
		pattern: wikidataPattern.source,
		ours: true,
	} as const;
	return ruled(help, meta, 'id', (value) => {
		if (wikidataPattern.test(value)) return undefined;
		const [found] = /(?<![\p{L}\d])Q[1-9]\d*\b/iu.exec(value) ?? [];
		return [
			'is not a Wikidata id.',
			found === undefined
				? 'Write the id from the address of the page on Wikidata, such as Q403.'
				: `Write only the id: ${found.toUpperCase()}.`,
		];
	});
};

const languagePattern = /^[a-z]{2,3}(-[A-Za-z]{2,4})*$/;

// Loaded on first use, because loading the names takes 10 % of the time of a full check.
let inEnglish: Intl.DisplayNames | undefined;
let tagsByName: ReadonlyMap<string, string> | undefined;

/** Returns the English name of a language if `Intl` knows the language. */
export function nameOfLanguage(tag: string): string | undefined {
	inEnglish ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
	try {
		return inEnglish.of(tag);
	} catch {
		// `Intl` rejects language tags with parts in the wrong order.
		return undefined;
	}
}

/** Finds the tag of a language by its name in English or in the language itself. */
export function tagOfLanguage(name: string): string | undefined {
	const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
	tagsByName ??= new Map(
		letters
			.flatMap((first) => letters.map((second) => first + second))
			.flatMap((tag) => {
				const english = nameOfLanguage(tag);
				if (english === undefined) return [];
				const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? english;
				return [english, own].map((each): [string, string] => [each.toLowerCase(), tag]);
			}),
	);
	return tagsByName.get(name.toLowerCase());
}

/** Finds the tag of a language of the network's sources by its misspelt name. */
const tagOfMisspelt = (name: string): string | undefined =>
	nearestName(name, new Map([...(tagsByName ?? [])].filter(([, tag]) => languages.includes(tag))));

/** Corrects a language tag such as `HR` or `sr_Latn`, or returns the main language of a country code. */
function tagInCode(value: string): string | undefined {
	const country = value.toUpperCase();
	try {
		const [tag = ''] = Intl.getCanonicalLocales(value.replaceAll('_', '-'));
		if (nameOfLanguage(tag) !== undefined) return tag;
		return countryCodes.includes(country) ? new Intl.Locale(`und-${country}`).maximize().language : undefined;
	} catch {
		return undefined;
	}
}

/** A BCP 47 language tag that `Intl` recognizes. */
export const language = (...help: FieldHelp) => {
	const expected = 'a language tag such as bg, el or sr-Latn';
	const meta = { type: 'language', expected, pattern: languagePattern.source } as const;
	return ruled(help, meta, 'language', (value) => {
		if (languagePattern.test(value) && nameOfLanguage(value) !== undefined) return undefined;
		const meant = tagOfLanguage(value) ?? tagInCode(value);
		const near = meant ?? tagOfMisspelt(value);
		return [
			'is not a language tag.',
			near === undefined
				? 'Write the two-letter ISO 639-1 code in lower case, such as bg or el.'
				: `${meant === undefined ? 'Did you mean' : 'Use'} "${near}" for ${nameOfLanguage(near) ?? near}${meant === undefined ? '?' : '.'}`,
		];
	});
};

/** A remark without a list of sources, for source records and disagreements. */
export const note = text(
	'Note',
	'A remark for readers, for example about unclear wording in a source.',
).apply(z.optional);

/** Former ids of a record or an agenda item. Old addresses redirect to the current address. */
export const aliases = ours(
	list(
		'Former ids',
		'Former ids, oldest first. Old addresses redirect to the current address.',
		localId('Former id', 'An id that was used before.', ['former-name']),
	),
).apply(z.optional);

export const nativeName = group('Native name', 'A name in another language.', {
	name: text('Name', 'The name in the original language and script.', ['Специализирана прокуратура']),
	language: ours(language('Language', 'The language of the name.', ['bg', 'el', 'sr-Latn'])),
});

/** Words for the search, which pages do not show. */
export const searchWords = (examples: string[]) =>
	ours(
		list(
			'Search words',
			'Other words that readers may search for. Pages do not show these words.',
			text('Search word', 'A word or name.', examples),
		),
	).apply(z.optional);
