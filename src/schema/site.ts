import { ownSources, sourcedName, sources, statement } from './citation.ts';
import {
	date,
	group,
	groups,
	list,
	memberCountry,
	recordAddress,
	reference,
	searchWords,
	text,
	webAddress,
	wholeNumber,
} from './fields.ts';

/** `content/site.yaml`: the publication itself. */
export const siteSchema = group('Site', 'The publication itself.', {
	name: text('Name', "The site's name, in every page's title."),
	description: text('Description', 'What the site is, in one sentence, for search engines.'),
	repository: webAddress(
		'Repository',
		'Where the record is edited; without it, links to edit and report are not shown.',
		{ examples: ['https://github.com/example/pcocp-history'] },
	).optional(),
	licence: group('Licence', 'Under which the record may be used.', {
		name: text('Name', "The licence's name."),
		url: webAddress('Address', "The licence's text."),
	}).optional(),
	publisher: text(
		'Publisher',
		'Who publishes this copy of the record; an institution or a group, never a person.',
		{ examples: ['Archive of Judicial Networks'] },
	).optional(),
	contact: webAddress(
		'Contact',
		'A page by which readers reach the editors; without it, and without a repository, no way is shown.',
		{ examples: ['https://example.org/contact'] },
	).optional(),
	places: groups(
		'Places',
		'Place',
		'What cities are called in the languages of the members; searched, not shown.',
		{
			name: text('Name', 'The city, as records write it.', { examples: ['Athens'] }),
			country: memberCountry(
				'The member that it lies in; readers are led there while no record names the city.',
				['greece'],
			),
			searchWords: searchWords(['Αθήνα', 'Atene']),
		},
	).optional(),
	lacking: groups(
		'What the record lacks',
		'Missing subject',
		'Words that readers search for and no source speaks of, with the record that is nearest; a word that a record has by now counts no longer.',
		{
			words: list(
				'Words',
				'What readers ask for.',
				text('Word', 'A word or words.', { examples: ['cocaine'] }),
			).min(1),
			nearest: recordAddress('Nearest record', 'What the record has instead.', {
				examples: ['themes/organized-crime-trends'],
			}),
		},
	).optional(),
});

/** `content/network.yaml`: the account of the network. */
export const networkSchema = group('Network', 'The account of the network.', {
	name: text('Name', "The network's name."),
	abbreviation: text('Abbreviation', 'Its abbreviation.'),
	website: webAddress('Website', "The network's own site.", {
		examples: ['https://example.org'],
		ours: true,
	}).optional(),
	alsoCalled: list(
		'Other names',
		'Other names in English.',
		statement('Name', 'Another name in English.', { examples: ['SEE PCOCP'] }),
	).optional(),
	nativeNames: list('Names in other languages', 'Names that sources use.', sourcedName).optional(),
	summary: text('Summary', 'What the network is, in one or two sentences.'),
	account: list(
		'Account',
		'The history of the network in a few paragraphs.',
		statement('Paragraph', 'A paragraph of the account.'),
	),
	aims: list('Aims', 'What the network is for.', statement('Aim', 'One aim.')),
	workings: groups('Workings', 'Working', 'Joining, meetings, Executive Board, Secretariat.', {
		title: text('Title', 'The part of the network or the procedure.', { examples: ['Joining'] }),
		text: text('Text', 'How it works.'),
		sources: ownSources,
	}),
	boardRule: group('Rule of the Executive Board', 'How the Board is composed.', {
		text: text('Rule', 'The rule in words.'),
		size: wholeNumber('Size', 'The number of seats.', { examples: [4] }),
		establishedAt: reference(
			'meetings',
			'Founding meeting',
			'The meeting that set up the Board; its seats are derived from then on.',
			{ examples: ['fourth-meeting'] },
		).optional(),
		sources: ownSources,
	}),
	counts: groups('Counts', 'Count', 'How many countries and offices the network had, as sources state it.', {
		date: date('Date', 'When the count held.', { examples: ['2021-12'] }).optional(),
		dateNote: text('Note on the date', 'Where the source is undated.', { ours: true }).optional(),
		countries: wholeNumber('Countries', 'The number stated.', { examples: [13] }).optional(),
		offices: wholeNumber('Offices', 'The number stated.', { examples: [14] }).optional(),
		note: text('Note', 'How the source puts it.').optional(),
		sources,
	}),
	openQuestions: list(
		'Open questions',
		'What is not known and belongs to no single record.',
		text('Question', 'A question that no source found answers.'),
		{ ours: true },
	).optional(),
	sources,
});
