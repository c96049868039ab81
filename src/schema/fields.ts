import * as z from 'zod';
import { countryCodes } from './countries.ts';
import { mendDate } from './date-slips.ts';
import { dateForms, dayBounds, intervalForms } from './edtf.ts';
import { isKind, kinds, type Kind } from './kinds.ts';
import { explainUnsafe, quote, unsafeCharacter } from './quote.ts';
import type { Rule } from './rules.ts';

/*
 * The fields that several kinds share. Each takes the words an editor reads about it, so that they are written once: here or in
 * the schema of the kind. A refinement's message says what is wrong and what is expected; its hint says how to mend it.
 */

/** What every field tells its editor; the examples are values that pass. */
export interface FieldHelp {
	title: string;
	description: string;
	examples?: (string | number)[];
	/** On a key that may be left out: that records usually have it. */
	usual?: true;
	/** That the editors of this site choose the value, and no source states it. */
	ours?: true;
}

declare module 'zod' {
	interface GlobalMeta {
		/** On a reference: the kind of record whose id the value is. */
		reference?: Kind;
		/** On a reference to a record of any kind, written `kind/id`. */
		recordAddress?: true;
		/** On a date or an interval. */
		date?: true;
		/** What its values look like, in words: "a date (2022, 2016-05 or 2018-06-28)". */
		form?: string;
		/** On a key that may be left out: that records usually have it, so that a new one begins with it. */
		usual?: true;
		/** That the editors of this site choose the value, so that it rests on no source. */
		ours?: true;
		/** The same as a regular expression, for editors' tools; the refinement beside it decides. */
		pattern?: string;
		/** On the code of a country: the codes there are, for editors' tools. */
		countryCodes?: readonly string[];
	}
}

/** What a refinement of ours adds to Zod's issue, for the report (see `records/validate.ts`). */
export interface RefusalDetails {
	rule: Rule;
	hint: string;
	/** The part of the text that is wrong, where it is not the whole. */
	found?: string;
}

export const refuse = (context: z.RefinementCtx, message: string, details: RefusalDetails): void => {
	context.addIssue({ code: 'custom', message, params: { ...details } });
};

/** The choices of a field, in their order, from what each is called. */
export const keysOf = <K extends string>(names: Readonly<Record<K, string>>): K[] =>
	Object.keys(names) as K[];

/** File names, ids and anchors: lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What plain text is not: each with what is wrong with it, and how to mend it. */
const notPlainText: readonly (readonly [RegExp, (found: string) => string, RefusalDetails])[] = [
	[
		/^$/,
		() => 'This text is empty; words are expected.',
		{ rule: 'empty-text', hint: 'Write the text, or delete the line: what no source states is left out.' },
	],
	[
		/^[^\p{L}\p{N}]+$|^(?:unknown|unclear|none|n\/a|not (?:known|stated|available|applicable)|t\.?b\.?[acd]\.?|to be (?:announced|confirmed|determined))\.?$/iu,
		(found) => `${quote(found)} says nothing; words of a source, or ours, are expected.`,
		{ rule: 'empty-text', hint: 'Write the text, or delete the line: what no source states is left out.' },
	],
	[
		/<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i,
		(found) =>
			`${quote(found)} is HTML; text is published as it is written, so readers would see these signs.`,
		{ rule: 'markup', hint: 'Write the words alone.' },
	],
	[
		/\[[^[\]]*\]\([^()]*\)|\*\*[^*]+\*\*|__[^_]+__|`[^`]+`/,
		(found) =>
			`${quote(found)} is Markdown; text is published as it is written, so readers would see these signs.`,
		{
			rule: 'markup',
			hint: 'Write the words alone; a web address belongs in a source, to which "sources" leads.',
		},
	],
	[
		/\b(?:Mr|Mrs|Ms|Miss|Mme|Dr|Prof)\.? \p{Lu}\p{L}+/u,
		(found) =>
			`${quote(found)} looks like the name of a person; this site names countries, offices and institutions only.`,
		{
			rule: 'person',
			hint: 'Name the office instead; in the words of a source, write […] in place of the name.',
		},
	],
];

/** Plain text: something visible that says something, without markup or characters that cannot be seen. */
export const text = (help: FieldHelp) =>
	z
		.string()
		.trim()
		.superRefine((value, context) => {
			const unsafe = unsafeCharacter.exec(value);
			if (unsafe) {
				const { what, hint } = explainUnsafe(unsafe[0]);
				refuse(context, `This text holds ${what}.`, { rule: 'unsafe-character', hint, found: unsafe[0] });
				return;
			}
			for (const [form, message, details] of notPlainText) {
				const found = form.exec(value);
				if (!found) continue;
				refuse(context, message(found[0]), { ...details, found: found[0] });
				return;
			}
		})
		.meta({ ...help, form: 'text' });

/** An id given inside a record, such as an agenda item's: the item's anchor on the page. */
export const localId = (help: FieldHelp) =>
	z
		.string()
		.superRefine((value, context) => {
			if (idPattern.test(value)) return;
			refuse(
				context,
				`${quote(value)} is not an id; lower-case letters a–z and digits joined by hyphens are expected.`,
				{ rule: 'id', hint: 'Write it in small letters, with a hyphen in the place of each space.' },
			);
		})
		.meta({
			...help,
			form: 'an id (lower-case letters and digits joined by hyphens)',
			pattern: idPattern.source,
			ours: true,
		});

/** A count, or a place that is counted from 1. */
export const wholeNumber = (help: FieldHelp, most?: number) =>
	(most === undefined ? z.int().min(1) : z.int().min(1).max(most)).meta({ ...help });

/** The id of another record; that the record exists is checked between records (`checks/references.ts`). */
export const reference = (kind: Kind, help: FieldHelp) =>
	z.string().meta({ ...help, form: `the id of a file in the folder "${kind}"`, reference: kind });

/** A country of the network. */
export const memberCountry = (description: string, examples = ['greece', 'north-macedonia']) =>
	reference('members', { title: 'Country', description, examples });

/** A record of any kind, as its folder and id: `members/greece`. */
export const recordAddress = (help: FieldHelp) =>
	z
		.string()
		.superRefine((value, context) => {
			const [kind = '', id = '', ...rest] = value.split('/');
			if (isKind(kind) && idPattern.test(id) && rest.length === 0) return;
			refuse(
				context,
				`${quote(value)} does not name a record; a folder and an id are expected, such as members/greece.`,
				{
					rule: 'record-address',
					hint: `The folders are ${kinds.join(', ')}; the id is the file's name without ".yaml".`,
				},
			);
		})
		.meta({ ...help, form: 'a record as its folder and id (members/greece)', recordAddress: true });

// YAML reads an unquoted 2022 as a number; an editor means the year.
const dateText = (help: FieldHelp, forms: string, takesIntervals: boolean, pattern: RegExp) =>
	z
		.union([z.string(), z.int()], { error: `A date is expected: ${forms}.` })
		.transform(String)
		.superRefine((value, context) => {
			const isInterval = value.includes('/');
			const parts = value.split('/');
			if (dayBounds(value) && (takesIntervals || !isInterval)) {
				const far = parts.find((part) => !/^(?:19|20)/.test(part));
				if (far !== undefined) {
					refuse(context, `${quote(far)} lies outside the years that records speak of, 1900 to 2099.`, {
						rule: 'date',
						hint: 'Correct the year.',
					});
				}
				return;
			}
			const areDates = parts.every((part) => dayBounds(part));
			const lookRight = parts.every((part) => /^\d{4}(-\d{2}){0,2}$/.test(part));
			const mended = mendDate(value, takesIntervals);
			if (areDates && isInterval && !takesIntervals) {
				refuse(context, `${quote(value)} is an interval; a single date is expected: ${forms}.`, {
					rule: 'date',
					hint: 'Write the one date that this field is about.',
				});
			} else if (areDates && parts.length === 2) {
				refuse(context, `${quote(value)} runs backwards; the earlier date is expected before the slash.`, {
					rule: 'date',
					hint: 'Exchange the two dates, or correct the wrong one.',
				});
			} else if (lookRight && parts.length <= 2) {
				refuse(context, `${quote(value)} does not exist in the calendar; a date that does is expected.`, {
					rule: 'date',
					hint: `${mended ? `${mended.hint} Otherwise correct` : 'Correct'} the month or the day; leave out the day where no source states it.`,
				});
			} else {
				const is = mended?.isAmbiguous ? 'is ambiguous, and' : 'is';
				refuse(context, `${quote(value)} ${is} not a date as records write it; expected ${forms}.`, {
					rule: 'date',
					hint:
						mended?.hint ??
						'Write year, month and day as figures with hyphens, and leave out what no source states.',
				});
			}
		})
		.meta({ ...help, date: true, form: `a date (${forms})`, pattern: pattern.source });

/** An EDTF date: a year, a month or a day. */
export const date = (help: FieldHelp) => dateText(help, dateForms, false, /^\d{4}(-\d{2}){0,2}$/);

/** An EDTF date, or an interval of two. */
export const dateOrInterval = (help: FieldHelp) =>
	dateText(help, intervalForms, true, /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/);

/** What is wrong with a text as a web address; nothing where it is one. */
function faultOfAddress(value: string): { message: string; hint: string } | undefined {
	const copy = "Copy the address whole from the browser's address bar.";
	const address = URL.canParse(value) ? new URL(value) : undefined;
	if (!address || !/^https?:\/\/(?!\/)/i.test(value) || /[\s\\]/.test(value) || unsafeCharacter.test(value)) {
		return {
			message: 'is not a web address; one that starts with https:// or http:// is expected.',
			hint: /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)
				? 'Write https:// before it, and try in the browser whether it leads there.'
				: copy,
		};
	}
	if (address.username || address.password) {
		return {
			message: `holds a user name; it leads to ${quote(address.hostname)}, not to what stands before the "@".`,
			hint: `Take out the part up to the "@", if the page is at ${quote(address.hostname)}; otherwise correct the address.`,
		};
	}
	// A top-level domain is never of figures alone: that is the number of a computer.
	if (!/\.[^.]*[^.\d][^.]*\.?$/.test(address.hostname))
		return { message: `leads to ${quote(address.hostname)}, which is no public site.`, hint: copy };
	const [, host = ''] = /^https?:\/\/([^/?#]*)/i.exec(value) ?? [];
	if (!scripts.some((script) => script.test(host))) {
		return {
			message: `mixes letters of several scripts before the first "/", which look alike and lead elsewhere; the browser goes to ${quote(address.hostname)}.`,
			hint: `${copy} If it is right, write it as https://${address.hostname}.`,
		};
	}
	return undefined;
}

// The scripts of the languages of the network. All letters of a host belong to one of them.
const scripts = [
	/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u,
	/^[\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
	/^[\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u,
];

/** An http or https address of a public site, which leads where it seems to lead. */
export const webAddress = (help: FieldHelp) =>
	z
		.string()
		.superRefine((value, context) => {
			const fault = faultOfAddress(value);
			if (fault)
				refuse(context, `${quote(value)} ${fault.message}`, { rule: 'web-address', hint: fault.hint });
		})
		.meta({ ...help, form: 'a web address (https://…)', pattern: /^https?:\/\/\S+$/.source });

/** An ISO 3166-1 alpha-2 country code. */
export const countryCode = (help: FieldHelp) =>
	z
		.string()
		.superRefine((value, context) => {
			if (countryCodes.includes(value)) return;
			const upper = value.toUpperCase();
			refuse(
				context,
				`${quote(value)} is not an ISO 3166-1 country code; two capital letters such as GR are expected.`,
				{
					rule: 'country-code',
					hint: countryCodes.includes(upper)
						? `Write it in capitals: ${upper}.`
						: 'Look the code up at https://www.iso.org/obp/ui/#search/code/ (Greece is GR, the United Kingdom GB).',
				},
			);
		})
		.meta({ ...help, form: 'a country code (two capital letters)', countryCodes });

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
export const language = (help: FieldHelp) =>
	z
		.string()
		.superRefine((value, context) => {
			if (languagePattern.test(value) && nameOfLanguage(value) !== undefined) return;
			const meant = tagOfLanguage(value);
			refuse(
				context,
				`${quote(value)} is not the tag of a language; one such as bg, el or sr-Latn is expected.`,
				{
					rule: 'language',
					hint:
						meant === undefined
							? 'Use the two-letter ISO 639-1 code of the language, in lower case.'
							: `Write its tag: ${meant}.`,
				},
			);
		})
		.meta({ ...help, form: 'a language tag (bg, el or sr-Latn)', pattern: languagePattern.source });

/** A remark of the editors on what rests on no source: a source itself, or where sources differ. */
export const note = text({
	title: 'Note',
	description:
		'What a reader must know to read this rightly: a wording of a source, a doubt that is no dispute.',
}).optional();

/** Ids that a record, or an item of an agenda, was published under: their addresses lead on to it. */
export const aliases = z
	.array(
		localId({
			title: 'Former id',
			description: 'An id that it was published under.',
			examples: ['former-name'],
		}),
	)
	.meta({
		title: 'Former ids',
		description:
			'Ids that it had before it was renamed, the oldest first; what was published under them leads here.',
		ours: true,
	})
	.optional();

/** A name in another language. */
export const nativeName = z
	.strictObject({
		name: text({
			title: 'Name',
			description: 'The name in its own language and script.',
			examples: ['Специализирана прокуратура'],
		}),
		language: language({
			title: 'Language',
			description: 'The language of the name.',
			examples: ['bg', 'el', 'sr-Latn'],
			ours: true,
		}),
	})
	.meta({ title: 'Native name', description: 'A name in the language of the country, with that language.' });

/** Words readers may type that appear nowhere else: they are searched, not shown. */
export const searchWords = (examples: string[]) =>
	z
		.array(text({ title: 'Search word', description: 'One word or name.', examples }))
		.meta({
			title: 'Search words',
			description: 'Other names and words that readers use for this; searched, not shown.',
			ours: true,
		})
		.optional();
