import * as z from 'zod';
import { countryCodes } from './countries.ts';
import { mendDate, readingsOf } from './date-slips.ts';
import { dateForms, dayBounds, intervalForms } from './edtf.ts';
import { isKind, kinds, type Kind } from './kinds.ts';
import { explainUnsafe, quote, unsafeCharacter } from './quote.ts';
import type { Mistake, Rule } from './rules.ts';

/*
 * The fields that several kinds share. Each takes the words an editor reads about it, so that they are written once: here or in
 * the schema of the kind. A refinement's message says what is wrong and what is expected; its hint says how to mend it.
 */

/** What every field tells its editor, and what else it may; the examples are values that pass. */
export type FieldHelp = [
	title: string,
	description: string,
	more?: { examples?: (string | number)[]; ours?: true } | undefined,
];

/** What a refinement of ours says of a value. */
export interface Refusal extends Mistake {
	/** The part of the text that is wrong, where it is not the whole. */
	found?: string;
}

/** Adds to Zod's issues what the report makes a problem of (see `records/validate.ts`). */
export function refuse(context: z.RefinementCtx, refusal: Refusal | undefined): void {
	if (refusal) context.addIssue({ code: 'custom', message: refusal.message, params: { ...refusal } });
}

const told = ([title, description, more]: FieldHelp, own: z.GlobalMeta = {}): z.GlobalMeta => ({
	title,
	description,
	...more,
	...own,
});

/** What is wrong with a value: how a sentence goes on after it, how to mend it, and of which part that is said, if not of all. */
type Slip = readonly [is: string, hint: string, part?: string];

const refusing =
	(rule: Rule, slipOf: (value: string) => Slip | undefined) =>
	(value: string, context: z.RefinementCtx): void => {
		const slip = slipOf(value);
		if (!slip) return;
		const [is, hint, part = value] = slip;
		refuse(context, { rule, message: `${quote(part)} ${is}`, hint });
	};

/** A text of which a rule of ours says what is wrong with it. */
const ruled = (help: FieldHelp, own: z.GlobalMeta, rule: Rule, slipOf: (value: string) => Slip | undefined) =>
	z.string().superRefine(refusing(rule, slipOf)).meta(told(help, own));

/** Several values of one field, each as `each` says. */
export const list = <E extends z.ZodType>(title: string, description: string, each: E, more?: FieldHelp[2]) =>
	z.array(each).meta(told([title, description, more]));

/** Several keys that belong together. */
export const group = <S extends z.core.$ZodLooseShape>(
	title: string,
	description: string,
	keys: S,
	more?: FieldHelp[2],
) => z.strictObject(keys).meta(told([title, description, more]));

/**
 * A list of groups with the same keys.
 *
 * @param one the title of an entry
 */
export const groups = <S extends z.core.$ZodLooseShape>(
	title: string,
	one: string,
	description: string,
	keys: S,
	more?: FieldHelp[2],
) => list(title, description, z.strictObject(keys).meta({ title: one }), more);

/** One of a few values. */
export const choice = <const C extends readonly string[]>(choices: C, ...help: FieldHelp) =>
	z.enum(choices).meta(told(help));

/** Something that is said of a record by a mark of the editors, or is not. */
export const mark = (...help: FieldHelp) =>
	z
		.literal(true)
		.meta(told(help, { ours: true }))
		.optional();

/** A key that may be left out, but that records usually have, so that a new one begins with it. */
export const usual = <S extends z.ZodType>(field: S) => field.meta({ usual: true }).optional();

/** The choices of a field, in their order, from what each is called. */
export const keysOf = <K extends string>(names: Readonly<Record<K, string>>): K[] =>
	Object.keys(names) as K[];

/** File names, ids and anchors: lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const sayNothing = 'Write the text, or delete the line: what no source states is left out.';
const published = 'text is published as it is written, so readers would see these signs.';

/** What plain text is not, how that is said of what is found, and how to mend it. */
const notPlainText: readonly (readonly [RegExp, Rule, is: string, hint: string])[] = [
	[
		/^[^\p{L}\p{N}]+$|^(?:unknown|unclear|none|n\/a|not (?:known|stated|available|applicable)|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined))\.?$/iu,
		'empty-text',
		'says nothing; words of a source, or ours, are expected.',
		sayNothing,
	],
	[
		/<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i,
		'markup',
		`is HTML; ${published}`,
		'Write the words alone.',
	],
	[
		/\[[^[\]]*\]\([^()]*\)|\*\*[^*]+\*\*|__[^_]+__|`[^`]+`/,
		'markup',
		`is Markdown; ${published}`,
		'Write the words alone; a web address belongs in a source, to which "sources" leads.',
	],
	[
		/\b(?:Mr|Mrs|Ms|Miss|Mme|Dr|Prof)\.? \p{Lu}\p{L}+/u,
		'person',
		'looks like the name of a person; this site names countries, offices and institutions only.',
		'Name the office instead; in the words of a source, write […] in place of the name.',
	],
];

function faultOfText(value: string): Refusal | undefined {
	if (value === '')
		return { rule: 'empty-text', message: 'This text is empty; words are expected.', hint: sayNothing };
	const [unsafe] = unsafeCharacter.exec(value) ?? [];
	if (unsafe !== undefined) {
		const { what, hint } = explainUnsafe(unsafe);
		return { rule: 'unsafe-character', message: `This text holds ${what}.`, hint, found: unsafe };
	}
	for (const [form, rule, is, hint] of notPlainText) {
		const [found] = form.exec(value) ?? [];
		if (found !== undefined) return { rule, message: `${quote(found)} ${is}`, hint, found };
	}
	return undefined;
}

/** Plain text: something visible that says something, without markup or characters that cannot be seen. */
export const text = (...help: FieldHelp) =>
	z
		.string()
		.trim()
		.superRefine((value, context) => {
			refuse(context, faultOfText(value));
		})
		.meta(told(help, { type: 'text', expected: 'text' }));

/** An id given inside a record, such as an agenda item's: the item's anchor on the page. */
export const localId = (...help: FieldHelp) => {
	const expected = 'an id (lower-case letters and digits joined by hyphens)';
	return ruled(help, { type: 'id', expected, pattern: idPattern.source, ours: true }, 'id', (value) => {
		if (idPattern.test(value)) return undefined;
		return [
			'is not an id; lower-case letters a–z and digits joined by hyphens are expected.',
			'Write it in small letters, with a hyphen in the place of each space.',
		];
	});
};

/** A count, or a place that is counted from 1. */
export const wholeNumber = (...help: FieldHelp) => z.int().min(1).meta(told(help));

/** The id of another record; that the record exists is checked between records (`checks/references.ts`). */
export const reference = (kind: Kind, ...help: FieldHelp) =>
	z.string().meta(
		told(help, {
			type: 'reference',
			expected: `the id of a file in the folder "${kind}"`,
			reference: kind,
		}),
	);

/** A country of the network. */
export const memberCountry = (description: string, examples = ['greece', 'north-macedonia']) =>
	reference('members', 'Country', description, { examples });

/** A record of any kind, as its folder and id: `members/greece`. */
export const recordAddress = (...help: FieldHelp) => {
	const expected = 'a record as its folder and id (members/greece)';
	return ruled(help, { type: 'reference', expected, reference: 'any' }, 'record-address', (value) => {
		const [kind = '', id = '', ...rest] = value.split('/');
		if (isKind(kind) && idPattern.test(id) && rest.length === 0) return undefined;
		return [
			'does not name a record; a folder and an id are expected, such as members/greece.',
			`The folders are ${kinds.join(', ')}; the id is the file's name without ".yaml".`,
		];
	});
};

/** What is wrong with a text as a date, or as an interval where the field takes one. */
function slipOfDate(value: string, takesIntervals: boolean, forms: string): Slip | undefined {
	const isInterval = value.includes('/');
	const parts = value.split('/');
	if (dayBounds(value) && (takesIntervals || !isInterval)) {
		const far = parts.find((part) => !/^(?:19|20)/.test(part));
		return far === undefined
			? undefined
			: ['lies outside the years that records speak of, 1900 to 2099.', 'Correct the year.', far];
	}
	const areDates = parts.every((part) => dayBounds(part));
	if (areDates && isInterval && !takesIntervals) {
		return [
			`is an interval; a single date is expected: ${forms}.`,
			'Write the one date that this field is about.',
		];
	}
	if (areDates && parts.length === 2) {
		return [
			'runs backwards; the earlier date is expected before the slash.',
			'Exchange the two dates, or correct the wrong one.',
		];
	}
	const mended = mendDate(value, takesIntervals);
	if (parts.length <= 2 && parts.every((part) => /^\d{4}(-\d{2}){0,2}$/.test(part))) {
		return [
			'does not exist in the calendar; a date that does is expected.',
			`${mended === undefined ? 'Correct' : `${mended} Otherwise correct`} the month or the day; leave out the day where no source states it.`,
		];
	}
	return [
		`${readingsOf(value).length > 1 ? 'is ambiguous, and' : 'is'} not a date as records write it; expected ${forms}.`,
		mended ?? 'Write year, month and day as figures with hyphens, and leave out what no source states.',
	];
}

// YAML reads an unquoted 2022 as a number; an editor means the year.
const dateText = (help: FieldHelp, forms: string, takesIntervals: boolean, pattern: RegExp) =>
	z
		.union([z.string(), z.int()], { error: `A date is expected: ${forms}.` })
		.transform(String)
		.superRefine(refusing('date', (value) => slipOfDate(value, takesIntervals, forms)))
		.meta(
			told(help, {
				type: 'date',
				expected: `a date (${forms})`,
				pattern: pattern.source,
				...(takesIntervals && { interval: true }),
			}),
		);

/** An EDTF date: a year, a month or a day. */
export const date = (...help: FieldHelp) => dateText(help, dateForms, false, /^\d{4}(-\d{2}){0,2}$/);

/** An EDTF date, or an interval of two. */
export const dateOrInterval = (...help: FieldHelp) =>
	dateText(help, intervalForms, true, /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/);

/** What is wrong with a text as a web address; nothing where it is one. */
function slipOfAddress(value: string): Slip | undefined {
	const copy = "Copy the address whole from the browser's address bar.";
	const address = URL.canParse(value) ? new URL(value) : undefined;
	if (!address || !/^https?:\/\/(?!\/)/i.test(value) || /[\s\\]/.test(value) || unsafeCharacter.test(value)) {
		return [
			'is not a web address; one that starts with https:// or http:// is expected.',
			/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
				? 'Write https:// before it, and try in the browser whether it leads there.'
				: copy,
		];
	}
	const site = quote(address.hostname);
	if (address.username || address.password) {
		return [
			`holds a user name; it leads to ${site}, not to what stands before the "@".`,
			`Take out the part up to the "@", if the page is at ${site}; otherwise correct the address.`,
		];
	}
	// A top-level domain is never of figures alone: that is the number of a computer.
	if (!/\.[^.]*[^.\d][^.]*\.?$/.test(address.hostname))
		return [`leads to ${site}, which is no public site.`, copy];
	const [, host = ''] = /^https?:\/\/([^/?#]*)/i.exec(value) ?? [];
	if (scripts.some((script) => script.test(host))) return undefined;
	return [
		`mixes letters of several scripts before the first "/", which look alike and lead elsewhere; the browser goes to ${site}.`,
		`${copy} If it is right, write it as https://${address.hostname}.`,
	];
}

// The scripts of the languages of the network. All letters of a host belong to one of them.
const scripts = [
	/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u,
	/^[\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
	/^[\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u,
];

/** An http or https address of a public site, which leads where it seems to lead. */
export const webAddress = (...help: FieldHelp) => {
	const meta = {
		type: 'web-address',
		expected: 'a web address (https://…)',
		pattern: /^https?:\/\/\S+$/.source,
	} as const;
	return ruled(help, meta, 'web-address', slipOfAddress);
};

/** An ISO 3166-1 alpha-2 country code. */
export const countryCode = (...help: FieldHelp) => {
	const meta = { type: 'country-code', expected: 'a country code (two capital letters)' } as const;
	return ruled(help, meta, 'country-code', (value) => {
		if (countryCodes.includes(value)) return undefined;
		const upper = value.toUpperCase();
		return [
			'is not an ISO 3166-1 country code; two capital letters such as GR are expected.',
			countryCodes.includes(upper)
				? `Write it in capitals: ${upper}.`
				: 'Look the code up at https://www.iso.org/obp/ui/#search/code/ (Greece is GR, the United Kingdom GB).',
		];
	});
};

const languagePattern = /^[a-z]{2,3}(-[A-Za-z]{2,4})*$/;

// Made when they are needed first: that costs a tenth of a check.
let inEnglish: Intl.DisplayNames | undefined;
let tagsByName: ReadonlyMap<string, string> | undefined;

/** The English name of a language; nothing where `Intl` knows none. */
function nameOfLanguage(tag: string): string | undefined {
	inEnglish ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
	try {
		return inEnglish.of(tag);
	} catch {
		// It has the letters of a tag, but not the order of its parts.
		return undefined;
	}
}

/** The tag of a language from its name, in English or in the language itself. */
function tagOfLanguage(name: string): string | undefined {
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

/** A BCP 47 language tag that `Intl` can name. */
export const language = (...help: FieldHelp) => {
	const expected = 'a language tag (bg, el or sr-Latn)';
	const meta = { type: 'language', expected, pattern: languagePattern.source } as const;
	return ruled(help, meta, 'language', (value) => {
		if (languagePattern.test(value) && nameOfLanguage(value) !== undefined) return undefined;
		const meant = tagOfLanguage(value);
		return [
			'is not the tag of a language; one such as bg, el or sr-Latn is expected.',
			meant === undefined
				? 'Use the two-letter ISO 639-1 code of the language, in lower case.'
				: `Write its tag: ${meant}.`,
		];
	});
};

/** A remark of the editors on what rests on no source: a source itself, or where sources differ. */
export const note = text(
	'Note',
	'What a reader must know to read this rightly: a wording of a source, a doubt that is no dispute.',
).optional();

/** Ids that a record, or an item of an agenda, was published under: their addresses lead on to it. */
export const aliases = list(
	'Former ids',
	'Ids that it had before it was renamed, the oldest first; what was published under them leads here.',
	localId('Former id', 'An id that it was published under.', { examples: ['former-name'] }),
	{ ours: true },
).optional();

/** A name in another language. */
export const nativeName = group('Native name', 'A name in the language of the country, with that language.', {
	name: text('Name', 'The name in its own language and script.', {
		examples: ['Специализирана прокуратура'],
	}),
	language: language('Language', 'The language of the name.', {
		examples: ['bg', 'el', 'sr-Latn'],
		ours: true,
	}),
});

/** Words readers may type that appear nowhere else: they are searched, not shown. */
export const searchWords = (examples: string[]) =>
	list(
		'Search words',
		'Other names and words that readers use for this; searched, not shown.',
		text('Search word', 'One word or name.', { examples }),
		{ ours: true },
	).optional();
