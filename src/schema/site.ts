import * as z from 'zod/mini';
import { ownSources, sourcedName, sources, statement } from './citation.ts';
import {
	date,
	group,
	groups,
	list,
	memberCountry,
	ours,
	recordAddress,
	reference,
	text,
	webAddress,
	wholeNumber,
} from './fields.ts';

/** The schema of `content/site.yaml`, which contains the site's settings. */
export const siteSchema = group('Site', 'Settings for publishing the site.', {
	name: text('Name', 'The name of the site, as shown at the end of every page title.'),
	description: text('Description', 'A short description of the site for search engines.'),
	repository: webAddress(
		'Repository',
		'The GitHub repository of the record. Without a repository, the site has no links for editing or reporting.',
		['https://github.com/example/pcocp-history'],
	).apply(z.optional),
	licence: group('Licence', 'The licence of the record.', {
		name: text('Name', 'The name of the licence.'),
		identifier: text('Identifier', 'The SPDX identifier of the licence, for programs.', ['CC-BY-4.0']).apply(
			z.optional,
		),
		url: webAddress('Address', 'The address of the licence text.'),
	}).apply(z.optional),
	publisher: text(
		'Publisher',
		'The institution or group that publishes this copy of the record, never a person.',
		['Archive of Judicial Networks'],
	).apply(z.optional),
	contact: webAddress('Contact', 'A page where readers can contact the editors.', [
		'https://example.org/contact',
	]).apply(z.optional),
	places: groups(
		'Places',
		'Place',
		'Cities that readers may search for. The names of cities in other languages are in the "languages" folder.',
		{
			name: text('Name', 'The name of the city, as written in records.', ['Athens']),
			country: memberCountry(
				'The member country in which the city is located. Search shows this member if no record mentions the city.',
				['greece'],
			),
		},
	).apply(z.optional),
	lacking: groups(
		'Missing subjects',
		'Missing subject',
		'Search words that no source mentions, each with the most closely related record.',
		{
			words: list(
				'Words',
				'Words that readers search for.',
				text('Word', 'A word or a phrase.', ['cocaine']),
			).check(z.minLength(1)),
			nearest: recordAddress('Nearest record', 'The record that search suggests instead.', [
				'themes/organized-crime-trends',
			]),
		},
	).apply(z.optional),
});

/** The schema of `content/network.yaml`, which describes the network as a whole. */
export const networkSchema = group('Network', 'The network as a whole.', {
	name: text('Name', 'The name of the network.'),
	abbreviation: text('Abbreviation', 'The abbreviation of the name.'),
	website: ours(webAddress('Website', 'The website of the network.', ['https://example.org'])).apply(
		z.optional,
	),
	alsoCalled: list(
		'Other names',
		'Other names in English.',
		statement('Name', 'Another name in English.', ['SEE PCOCP']),
	).apply(z.optional),
	nativeNames: list(
		'Names in other languages',
		'Names in other languages that sources use.',
		sourcedName,
	).apply(z.optional),
	summary: text('Summary', 'One or two sentences about the network.'),
	account: list(
		'Account',
		'The history of the network in a few paragraphs.',
		statement('Paragraph', 'One paragraph of the history.'),
	),
	aims: list('Aims', 'The aims of the network.', statement('Aim', 'One aim of the network.')),
	workings: groups(
		'Workings',
		'Part',
		'How joining, the meetings, the Executive Board and the Secretariat work.',
		{
			title: text('Title', 'The name of a part or procedure of the network.', ['Joining']),
			text: text('Text', 'How this part works.'),
			sources: ownSources,
		},
	),
	boardRule: group('Rule of the Executive Board', 'The rule for the members of the Executive Board.', {
		text: text('Rule', 'The text of the rule.'),
		size: wholeNumber('Size', 'The number of seats.', [4]),
		establishedAt: reference(
			'meetings',
			'Founding meeting',
			'The meeting that set up the Board. From this meeting on, the site works out the Board’s seats.',
			['fourth-meeting'],
		).apply(z.optional),
		sources: ownSources,
	}),
	secretariat: group('Secretariat', 'When the Secretariat was set up.', {
		establishedAt: reference(
			'meetings',
			'Founding meeting',
			'The meeting that set up the Secretariat. For days before this meeting, the site says that the Secretariat was not yet set up.',
			['third-meeting'],
		),
		sources: ownSources,
	}).apply(z.optional),
	counts: groups('Counts', 'Count', 'Numbers of countries and offices, as stated by sources.', {
		date: date('Date', 'The date of the count.', ['2021-12']).apply(z.optional),
		dateNote: ours(text('Note on the date', 'Explains the date if the source has none.')).apply(z.optional),
		countries: wholeNumber('Countries', 'The number of countries.', [13]).apply(z.optional),
		offices: wholeNumber('Offices', 'The number of offices.', [14]).apply(z.optional),
		note: text('Note', "The source's own words.").apply(z.optional),
		sources,
	}),
	openQuestions: ours(
		groups('Open questions', 'Open question', 'Open questions that do not belong to any single record.', {
			question: text('Question', 'A question that none of our sources answers.'),
			about: list(
				'Records',
				'The records that the question is about.',
				recordAddress('Record', 'A record that the question is about.', ['meetings/ninth-meeting']),
			).apply(z.optional),
		}),
	).apply(z.optional),
	sources,
});
