import * as z from 'zod/mini';
import {
	aliases,
	date,
	group,
	groups,
	inEnglishText,
	language,
	list,
	memberCountry,
	ours,
	reference,
	searchWords,
	text,
} from './fields.ts';
import { defineKind } from './kind.ts';
import { capitalized } from './words.ts';

/** The English texts of the page “The network in figures”. Every language has the same keys. */
export const english = {
	page: {
		title: 'The network in figures',
		lead: 'The Permanent Conference of Organized Crime Prosecutors (PCOCP) is a network of prosecution offices that fight organized crime. This page shows its members, its meetings, the chair of its Secretariat and its Executive Board, according to public sources.',
		state: 'Translated by the editors of this site; not yet read by a native speaker.',
		fullRecord: 'The full record, with a source for every statement, is in English.',
		readInEnglish: 'Read in English',
		otherLanguages: 'In other languages',
		edition: 'Date of the edition',
		licence: 'Licence',
		report: 'Report a mistake',
		skip: 'Skip to the content',
		nameNote: 'The name of the network is our own translation.',
	},
	headings: {
		members: 'Members',
		meetings: 'Meetings',
		chair: 'Chair of the Secretariat',
		board: 'Executive Board',
		reading: 'How to read this page',
	},
	figures: {
		memberCountries: 'Member countries',
		joined: 'Date of joining',
		offices: 'Prosecution offices, according to the network',
		meetings: 'Meetings of the network',
		boardMeetings: 'Meetings of the Executive Board on record',
		lastMeeting: 'Last meeting',
		seats: 'Seats by rule',
		named: 'Countries named',
	},
	values: {
		inPerson: 'in person',
		online: 'online',
		tookPart: 'took part',
		notStated: 'not stated in the sources',
		derived: 'derived',
		differ: 'sources differ',
		lastStated: 'as last stated',
		endNotStated: 'end not stated',
	},
	explained: {
		derived:
			'Derived: this site worked it out from the record, for example by counting; no source states it.',
		notStated: 'Not stated: we found no source for it. That does not mean it did not happen.',
		differ: 'Sources differ: all versions are in the full record in English.',
		dates:
			'Dates are never more exact than the sources. If the sources give only the month, the page shows only the month.',
		themes: 'The themes are our own grouping of the agenda items.',
		format: 'If a meeting has a place, we conclude that it was held in person (derived).',
	},
} as const;

type Texts = Readonly<Record<string, string>>;

const inWords = (key: string): string =>
	capitalized(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

/** A group with a translation of each English text. */
const translations = <T extends Texts>(title: string, texts: T) =>
	ours(
		group(
			title,
			'The texts of this part of the page.',
			Object.fromEntries(
				Object.entries(texts).map(([key, each]) => [key, text(`${inWords(key)} text`, inEnglishText(each))]),
			) as Record<keyof T & string, ReturnType<typeof text>>,
		),
	);

/** English search words. Other languages list their own words for each English word. */
export const searchedFor = {
	members: 'members',
	meetings: 'meetings',
	chair: 'chair',
	secretariat: 'Secretariat',
	board: 'Board',
	declaration: 'Declaration of Intent',
} as const;

const searchList = (title: string, description: string) =>
	list(title, description, text('Search word', 'One or more words.', ['Mitglieder', 'чланице']));

const name = text('Name', 'The name in this language.');

export const languageKind = defineKind({
	one: 'Language',
	many: 'Languages',
	description:
		'The texts of the “In figures” page in one language. The name of the file is its language tag.',
	list: '/in-figures/',
	folder: '/',
	hasOwnPage: true,
	title: (record) => record.name,
	order: (record) => record.name,
	schema: z.strictObject({
		name: ours(text('Name', 'The name of the language in the language itself.', ['Deutsch', 'српски'])),
		locale: ours(
			language(
				'Locale',
				'The language tag for formatting dates, naming countries and sorting lists, with the script if necessary.',
				['de-AT', 'sr-Cyrl-RS'],
			),
		),
		letters: ours(
			text(
				'Letters',
				'The lower-case letters of the language, without spaces. The texts must not use other letters.',
				['abcčćdđefghijklmnoprsštuvzž'],
			),
		),
		networkName: ours(
			text(
				'Name of the network',
				'Our translation of the name of the network. Leave this field empty if network.yaml has a name from a source.',
				['Stalna konferencija tužitelja za organizirani kriminalitet'],
			),
		).apply(z.optional),
		read: ours(
			group(
				'Read by a native speaker',
				'Fill this in once a native speaker has read the texts. Without this entry, the page says that no native speaker has read it.',
				{
					date: date('Date', 'The day on which a native speaker read the texts.', ['2027-03-02']),
					texts: text(
						'Texts',
						'A code for the version of the texts that was read. The check shows this code.',
						['1f3a9c02'],
					),
				},
			),
		).apply(z.optional),
		page: translations('Texts of the page', english.page),
		headings: translations('Headings', english.headings),
		figures: translations('Figures', english.figures),
		values: translations('Values', english.values),
		explained: translations('Explanations', english.explained),
		search: ours(
			group('Search', 'Words that readers of this language search for. Pages do not show these words.', {
				...(Object.fromEntries(
					Object.entries(searchedFor).map(([key, english]) => [
						key,
						searchList(capitalized(english), inEnglishText(english)),
					]),
				) as Record<keyof typeof searchedFor, ReturnType<typeof searchList>>),
				question: searchList(
					'Question words',
					'Question words that the search ignores, such as “who”, “when” and “the” in English.',
				),
			}),
		),
		themes: ours(
			groups('Themes', 'Theme', 'The names of the themes.', {
				theme: reference('themes', 'Theme', 'A theme of this site.', ['money-laundering']),
				name,
				searchWords: searchWords(['Geldwäscherei']),
			}),
		),
		meetings: ours(
			groups('Meetings', 'Meeting', 'The names of meetings without a number.', {
				meeting: reference('meetings', 'Meeting', 'A meeting without a number.', ['networking-meeting-2025']),
				name,
			}),
		).apply(z.optional),
		cities: ours(
			groups('Cities', 'City', 'The names of the cities.', {
				city: text('City', 'The name of the city in English, as written in records.', ['Vienna']),
				name,
				searchWords: searchWords(['Agram']),
			}),
		),
		countries: ours(
			groups('Countries', 'Country', 'Names of member countries, if they differ from the usual names.', {
				country: memberCountry('The member country.'),
				name,
			}),
		).apply(z.optional),
		aliases,
	}),
});

const besidesTexts = new Set(['id', 'kind', 'read', 'aliases', 'locale', 'letters', 'search', 'searchWords']);

/** Returns a code that changes whenever a text in a language or its English version changes. */
export function codeOfTexts(language: z.output<typeof languageKind.schema>): string {
	const texts = JSON.stringify([english, language], (key, value: unknown) =>
		besidesTexts.has(key) ? undefined : value,
	);
	// Uses the hash function FNV-1a, because it also runs in the browser.
	let hash = 0x811c9dc5;
	for (const letter of texts) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}
