import type { Draft } from '../records/content.ts';
import type { Field } from '../schema/field-tree.ts';
import { recordFields } from '../schema/index.ts';
import { quote } from '../schema/quote.ts';
import type { Mistake } from '../schema/rules.ts';
import type { Report } from './check.ts';
import { valuesOf } from './values.ts';

const titleKeys = new Set(['title', 'name', 'term', 'question']);
const longestTitle = 200;

// Titles of sources can be longer, because they are exactly as published.
const ofSources = new Set<Field>(recordFields.sources);
const longestSourceTitle = 400;

// Titles that the editors write in English. Other records have a field for the name in another language.
const inEnglish = new Set<Field>(
	(['meetings', 'milestones', 'projects', 'themes'] as const).flatMap((kind) =>
		recordFields[kind].filter(({ key }) => titleKeys.has(key)),
	),
);

// Titles that often come before a person's name, in English and in other languages of the network. "General" and "Justice" are missing
// because names of institutions often begin with them.
const titles =
	'Ambasador|Ambasciatore|Ambasciatrice|Ambassador|Attorney General|Avv.|Botschafter|Captain|Colonel|Director|Dott.|Dott.ssa|Excellency|Frau|Gospodin|Gospođa|Herr|Inspector|Judge|Lady|Lord|Madame|Minister|Ministar|Ministro|Ministru|Monsieur|President|Professor|Prosecutor|Prosecutor General|Secretary|Secretary General|Signor|Signora|Sir|Sudija|Tužilac|Tužilja|г-жа|г-н|господин|госпожа|министър|κ.|κα';

// Words after a title that is part of an institution's name, as in "Prosecutor General's Office".
const institutions =
	'Affairs|Anti|Board|Chamber|Committee|Conference|Council|Deputy|Directorate|Forum|General|Group|Justice|Meeting|Ministry|Network|Offices?|Republic|Service|State';

/** Matches a title and a capitalized word after it, which is probably a person's name. */
const titledPerson = new RegExp(
	String.raw`(?<!\p{L})(?:${titles.replaceAll('.', String.raw`\.`)})(?: (?!(?:${institutions})(?!\p{L}))\p{Lu}[\p{L}’'-]+)+`,
	'u',
);

/** Warns about texts that are valid but probably wrong, such as a very long title or the name of a person. */
function ensureTextsArePlausible(draft: Draft, report: Report): void {
	const members = new Set(draft.records.members.map(({ data }) => data.name));
	for (const { at, path, value, field } of valuesOf(draft)) {
		if (field.type !== 'text' || typeof value !== 'string') continue;
		const slip = slipIn(field, value, members);
		if (slip) report(at, path, slip.rule, slip);
	}
}

/** Returns the first likely mistake in a text. */
function slipIn(field: Field, value: string, members: ReadonlySet<string>): Mistake | undefined {
	const { length } = Array.from(value);
	const most = ofSources.has(field) ? longestSourceTitle : longestTitle;
	if (titleKeys.has(field.key) && length > most) {
		return {
			rule: 'long-title',
			message: `This title has ${String(length)} characters, which is too long for lists and links.`,
			hint: `Shorten it to ${String(most)} characters or fewer, and put the rest in a note.`,
		};
	}
	const isQuote = field.key === 'quote';
	const [emoji] = /\p{Emoji_Presentation}/u.exec(value) ?? [];
	// Quotes have exactly the same words as their source.
	if (emoji !== undefined && !isQuote)
		return {
			rule: 'emoji',
			message: `This text contains the emoji ${emoji}.`,
			hint: 'Delete it, or use words.',
		};
	const [person] = titledPerson.exec(value) ?? [];
	if (person !== undefined) {
		return {
			rule: 'titled-person',
			message: `${quote(person)} may be the name of a person, but this site names only offices and institutions.`,
			hint: isQuote
				? 'Replace the name with […].'
				: 'Name the office instead, such as "the Minister of Justice".',
		};
	}
	const city = field.key === 'city' ? slipInCity(value, members) : undefined;
	if (city) return city;
	const isEnglish = field.key === 'city' || inEnglish.has(field);
	return isEnglish && /[^\p{Script=Latin}\p{Script=Common}\p{Mark}]/u.test(value)
		? {
				rule: 'script',
				message: `${quote(value)} is not written in Latin letters.`,
				hint: 'Write the English name.',
			}
		: undefined;
}

function slipInCity(value: string, members: ReadonlySet<string>): Mistake | undefined {
	const [city = '', ...rest] = value.split(/\s*[,(/]\s*/);
	const slip = (is: string, hint: string): Mistake => ({
		rule: 'city',
		message: `${quote(value)} ${is}.`,
		hint,
	});
	if (rest.length > 0)
		return slip('is more than the name of a city', `Write "${city}". The country has its own field.`);
	return members.has(value) ? slip('is a country, not a city', 'Write the name of the city.') : undefined;
}

export default [ensureTextsArePlausible];
