import * as z from 'zod';
import { notes, ofEveryRecord, ownSources, statement } from './citation.ts';
import {
	aliases,
	choice,
	countryCode,
	dateOrInterval,
	group,
	groups,
	keysOf,
	list,
	localId,
	memberCountry,
	reference,
	searchWords,
	text,
	usual,
	wholeNumber,
} from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

/** The bodies that meet, and what each is called. */
export const bodyNames = { conference: 'Conference', 'executive-board': 'Executive Board' } as const;

export const agendaItemSchema = group('Agenda item', 'One subject that the meeting dealt with.', {
	id: localId('Id', "The item's anchor on the meeting's page; it never changes once published.", {
		examples: ['money-laundering'],
	}),
	title: text('Title', 'The published title word for word, or the subject in our own words.', {
		examples: ['The fight against money laundering'],
	}),
	wording: choice(
		['published', 'restated'],
		'Wording',
		'"published" when the title is the source\'s own; "restated" when it is ours.',
		{ ours: true },
	),
	themes: list(
		'Themes',
		'The subjects the item belongs to; chosen by the editors of this site.',
		reference('themes', 'Theme', 'The id of a file in content/themes.', { examples: ['money-laundering'] }),
		{ ours: true },
	),
	aliases,
	sources: ownSources,
});

export const meetingKind = defineKind({
	one: 'Meeting',
	many: 'Meetings',
	description: 'A meeting of the conference or of its Executive Board.',
	list: '/meetings/',
	hasOwnPage: true,
	title: ({ title }) => title,
	order: ({ dates }) => placeInTime(dates),
	dates: ({ dates }) => ({ dates }),
	schema: z.strictObject({
		body: choice(keysOf(bodyNames), 'Body', 'Which body met: the conference itself or its Executive Board.'),
		number: usual(
			wholeNumber('Number', "The meeting's number within its body, where a source states it.", {
				examples: [9],
			}),
		),
		title: text('Title', 'The name of the meeting.', { examples: ['Ninth meeting'] }),
		alsoCalled: list(
			'Other names',
			'Other names that sources give the meeting.',
			statement('Name', 'Another name.', { examples: ['Tenth Annual General Meeting of the PCOCP'] }),
		).optional(),
		dates: dateOrInterval(
			'Dates',
			'The day, the days or the month of the meeting, only as exactly as the followed source states it.',
			{ examples: ['2021-04-27', '2018-06-28/2018-06-30', '2023-11'] },
		),
		mode: choice(
			['in-person', 'online'],
			'Mode',
			'Only where a source states it; a meeting with a place is shown as in person, marked as derived.',
		).optional(),
		place: usual(
			group('Place', 'Where the meeting was held; left out for a meeting online.', {
				city: text('City', 'In English.', { examples: ['Skopje'] }),
				country: memberCountry('The member country in which the city lies.'),
				venue: text('Venue', 'The building.', { examples: ['Hofburg'] }).optional(),
				sources: ownSources,
			}),
		),
		host: group(
			'Host',
			'Only where a source states who hosted; else the country of the place is shown as the host, marked as derived.',
			{
				country: memberCountry(
					'The member country that hosted; a host from outside the network is named under "institution".',
				).optional(),
				institution: text('Institution', 'The institution that hosted.', {
					examples: ['OSCE Transnational Threats Department'],
				}).optional(),
				office: reference('offices', 'Office', 'The prosecution office that hosted.', {
					examples: ['bulgaria-sofia-appellate-prosecution-office'],
				}).optional(),
				notes,
				sources: ownSources,
			},
		).optional(),
		hostFirstPlanned: group('Host first planned', 'The host originally meant, where it differs.', {
			country: memberCountry('The country first planned as the host.'),
			notes,
			sources: ownSources,
		}).optional(),
		organizers: list(
			'Organizers',
			'Institutions that organized the meeting.',
			statement('Organizer', 'An institution.', { examples: ['OSCE Mission to Serbia'] }),
		).optional(),
		partOf: reference('meetings', 'Larger meeting', 'The larger meeting of which this one was a session.', {
			examples: ['networking-meeting-2025'],
		}).optional(),
		agenda: usual(
			list('Agenda', 'What the meeting dealt with, in the order of the source.', agendaItemSchema),
		),
		participants: group('Participants', 'Who took part, as far as a source states it.', {
			count: text('Count', 'As the source puts it.', {
				examples: ['more than 30', '25 prosecutors'],
			}).optional(),
			countries: list(
				'Countries',
				"Today's member countries that a source says took part.",
				memberCountry('A country that is a member today.'),
			).optional(),
			otherCountries: list(
				'Other countries',
				'Countries outside the network that took part.',
				countryCode('Country code', 'ISO 3166-1 alpha-2.', { examples: ['DE'] }),
			).optional(),
			others: list(
				'Other participants',
				'Institutions and offices that took part.',
				statement('Participant', 'An institution or office; never a person.', { examples: ['Eurojust'] }),
			).optional(),
			notes,
			sources: ownSources,
		}).optional(),
		decisions: list(
			'Decisions',
			'What the meeting decided.',
			statement('Decision', 'What the meeting decided.', { examples: ['Created the Executive Board.'] }),
		).optional(),
		outcomes: list(
			'Outcomes',
			'What else came of the meeting.',
			statement('Outcome', 'What else came of it.', {
				examples: ['Greece signed the Declaration of Intent.'],
			}),
		).optional(),
		support: groups('Support', 'Support', 'Help and funding of the meeting.', {
			text: text('Support', 'Who supported the meeting, and how.', { examples: ['Supported by the OSCE.'] }),
			project: reference('projects', 'Project', 'The supporting project.', {
				examples: ['asset-recovery-south-eastern-europe'],
				ours: true,
			}).optional(),
			sources: ownSources,
		}).optional(),
		searchWords: searchWords(['Скопје', 'Beograd']),
		...ofEveryRecord,
	}),
});

export type Meeting = z.output<typeof meetingKind.schema>;
export type AgendaItem = z.output<typeof agendaItemSchema>;
export type MeetingBody = keyof typeof bodyNames;
