import * as z from 'zod';
import { notes, ownSources, sources, statements } from './citation.ts';
import {
	aliases,
	countryCode,
	dateOrInterval,
	keysOf,
	localId,
	memberCountry,
	reference,
	searchWords,
	text,
	wholeNumber,
} from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

/** The bodies that meet, and what each is called. */
export const bodyNames = { conference: 'Conference', 'executive-board': 'Executive Board' } as const;

export const agendaItemSchema = z
	.strictObject({
		id: localId({
			title: 'Id',
			description: "The item's anchor on the meeting's page; it never changes once published.",
			examples: ['money-laundering'],
		}),
		title: text({
			title: 'Title',
			description: 'The published title word for word, or the subject in our own words.',
			examples: ['The fight against money laundering'],
		}),
		wording: z.enum(['published', 'restated']).meta({
			title: 'Wording',
			description: '"published" when the title is the source\'s own; "restated" when it is ours.',
			examples: ['published', 'restated'],
			ours: true,
		}),
		themes: z
			.array(
				reference('themes', {
					title: 'Theme',
					description: 'The id of a file in content/themes.',
					examples: ['money-laundering'],
				}),
			)
			.meta({
				title: 'Themes',
				description: 'The subjects the item belongs to; chosen by the editors of this site.',
				ours: true,
			}),
		aliases,
		sources: ownSources,
	})
	.meta({ title: 'Agenda item', description: 'One subject that the meeting dealt with.' });

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
		body: z.enum(keysOf(bodyNames)).meta({
			title: 'Body',
			description: 'Which body met: the conference itself or its Executive Board.',
			examples: ['conference', 'executive-board'],
		}),
		number: wholeNumber({
			title: 'Number',
			description: "The meeting's number within its body, where a source states it.",
			usual: true,
			examples: [9],
		}).optional(),
		title: text({ title: 'Title', description: 'The name of the meeting.', examples: ['Ninth meeting'] }),
		alsoCalled: statements(
			{ title: 'Other names', description: 'Other names that sources give the meeting.' },
			{
				title: 'Name',
				description: 'Another name.',
				examples: ['Tenth Annual General Meeting of the PCOCP'],
			},
		),
		dates: dateOrInterval({
			title: 'Dates',
			description:
				'The day, the days or the month of the meeting, only as exactly as the followed source states it.',
			examples: ['2021-04-27', '2018-06-28/2018-06-30', '2023-11'],
		}),
		mode: z
			.enum(['in-person', 'online'])
			.meta({
				title: 'Mode',
				description:
					'Only where a source states it; a meeting with a place is shown as in person, marked as derived.',
				examples: ['online', 'in-person'],
			})
			.optional(),
		place: z
			.strictObject({
				city: text({ title: 'City', description: 'In English.', examples: ['Skopje'] }),
				country: memberCountry('The member country in which the city lies.'),
				venue: text({ title: 'Venue', description: 'The building.', examples: ['Hofburg'] }).optional(),
				sources: ownSources,
			})
			.meta({
				title: 'Place',
				description: 'Where the meeting was held; left out for a meeting online.',
				usual: true,
			})
			.optional(),
		host: z
			.strictObject({
				country: memberCountry(
					'The member country that hosted; a host from outside the network is named under "institution".',
				).optional(),
				institution: text({
					title: 'Institution',
					description: 'The institution that hosted.',
					examples: ['OSCE Transnational Threats Department'],
				}).optional(),
				office: reference('offices', {
					title: 'Office',
					description: 'The prosecution office that hosted.',
					examples: ['bulgaria-sofia-appellate-prosecution-office'],
				}).optional(),
				notes,
				sources: ownSources,
			})
			.meta({
				title: 'Host',
				description:
					'Only where a source states who hosted; else the country of the place is shown as the host, marked as derived.',
			})
			.optional(),
		hostFirstPlanned: z
			.strictObject({
				country: memberCountry('The country first planned as the host.'),
				notes,
				sources: ownSources,
			})
			.meta({ title: 'Host first planned', description: 'The host originally meant, where it differs.' })
			.optional(),
		organizers: statements(
			{ title: 'Organizers', description: 'Institutions that organized the meeting.' },
			{
				title: 'Organizer',
				description: 'An institution.',
				examples: ['OSCE Mission to Serbia'],
			},
		),
		partOf: reference('meetings', {
			title: 'Larger meeting',
			description: 'The larger meeting of which this one was a session.',
			examples: ['networking-meeting-2025'],
		}).optional(),
		agenda: z
			.array(agendaItemSchema)
			.meta({
				title: 'Agenda',
				description: 'What the meeting dealt with, in the order of the source.',
				usual: true,
			})
			.optional(),
		participants: z
			.strictObject({
				count: text({
					title: 'Count',
					description: 'As the source puts it.',
					examples: ['more than 30', '25 prosecutors'],
				}).optional(),
				countries: z
					.array(memberCountry('A country that is a member today.'))
					.meta({ title: 'Countries', description: "Today's member countries that a source says took part." })
					.optional(),
				otherCountries: z
					.array(countryCode({ title: 'Country code', description: 'ISO 3166-1 alpha-2.', examples: ['DE'] }))
					.meta({ title: 'Other countries', description: 'Countries outside the network that took part.' })
					.optional(),
				others: statements(
					{ title: 'Other participants', description: 'Institutions and offices that took part.' },
					{
						title: 'Participant',
						description: 'An institution or office; never a person.',
						examples: ['Eurojust'],
					},
				),
				notes,
				sources: ownSources,
			})
			.meta({ title: 'Participants', description: 'Who took part, as far as a source states it.' })
			.optional(),
		decisions: statements(
			{ title: 'Decisions', description: 'What the meeting decided.' },
			{
				title: 'Decision',
				description: 'What the meeting decided.',
				examples: ['Created the Executive Board.'],
			},
		),
		outcomes: statements(
			{ title: 'Outcomes', description: 'What else came of the meeting.' },
			{
				title: 'Outcome',
				description: 'What else came of it.',
				examples: ['Greece signed the Declaration of Intent.'],
			},
		),
		support: z
			.array(
				z.strictObject({
					text: text({
						title: 'Support',
						description: 'Who supported the meeting, and how.',
						examples: ['Supported by the OSCE.'],
					}),
					project: reference('projects', {
						title: 'Project',
						description: 'The supporting project.',
						examples: ['asset-recovery-south-eastern-europe'],
						ours: true,
					}).optional(),
					sources: ownSources,
				}),
			)
			.meta({ title: 'Support', description: 'Help and funding of the meeting.' })
			.optional(),
		searchWords: searchWords(['Скопје', 'Beograd']),
		aliases,
		notes,
		sources,
	}),
});

export type Meeting = z.output<typeof meetingKind.schema>;
export type AgendaItem = z.output<typeof agendaItemSchema>;
export type MeetingBody = keyof typeof bodyNames;
