import * as z from 'zod/mini';
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
	ours,
	reference,
	searchWords,
	text,
	usual,
	wholeNumber,
} from './fields.ts';
import { defineKind, placeInTime } from './kind.ts';

export const bodyNames = { conference: 'Whole network', 'executive-board': 'Executive Board' } as const;

export const agendaItemSchema = group('Agenda item', 'A topic of the meeting.', {
	id: localId('Id', "The item's anchor on the meeting page. Never change a published anchor.", [
		'money-laundering',
	]),
	title: text('Title', 'The published title word for word, or the topic in your own words.', [
		'The fight against money laundering',
	]),
	wording: ours(
		choice(
			['published', 'restated'],
			'Wording',
			'Use "published" if the title comes from the source, or "restated" if you wrote it yourself.',
		),
	),
	under: text('Heading', "The source's own heading for this and neighbouring items.", [
		'Three agreed topics',
	]).apply(z.optional),
	themes: ours(
		list(
			'Themes',
			'The themes of the item, chosen by the editors of this site.',
			reference('themes', 'Theme', 'The id of a file in content/themes.', ['money-laundering']),
		),
	),
	aliases,
	sources: ownSources,
});

export const meetingKind = defineKind({
	one: 'Meeting',
	many: 'Meetings',
	description: 'A meeting of the whole network or of its Executive Board.',
	list: '/meetings/',
	hasOwnPage: true,
	title: ({ title }) => title,
	order: ({ dates }) => placeInTime(dates),
	dates: ({ dates }) => ({ dates }),
	facts: { Name: ['title', 'body', 'number'] },
	schema: z.strictObject({
		body: choice(keysOf(bodyNames), 'Body', 'The body that held the meeting.'),
		number: usual(wholeNumber('Number', "The meeting's number within its body, as stated by a source.", [9])),
		title: text('Title', 'The name of the meeting.', ['Ninth meeting']),
		alsoCalled: list(
			'Other names',
			'Other names that sources use.',
			statement('Name', 'Another name.', ['Tenth Annual General Meeting of the PCOCP']),
		).apply(z.optional),
		dates: dateOrInterval(
			'Dates',
			'The day, days or month of the meeting, as precisely as the source states it.',
			['2021-04-27', '2018-06-28/2018-06-30', '2023-11'],
		),
		mode: choice(
			['in-person', 'online'],
			'Mode',
			'The format of the meeting, if a source states it. If no source states it, a meeting with a place is taken to have been held in person (derived).',
		).apply(z.optional),
		place: usual(
			group('Place', 'Where the meeting took place. Leave the place empty for online meetings.', {
				city: text('City', 'The English name of the city.', ['Skopje']),
				country: memberCountry('The member country in which the city is located.'),
				venue: text('Venue', 'The building where the meeting took place.', ['Hofburg']).apply(z.optional),
				sources: ownSources,
			}),
		),
		host: usual(
			group(
				'Host',
				'The host, if a source names one. Without a stated host, the site derives the host country from the place of the meeting.',
				{
					country: memberCountry(
						'The member country that hosted the meeting. For a host outside the network, use "Institution" instead.',
					).apply(z.optional),
					institution: text('Institution', 'The institution that hosted the meeting.', [
						'OSCE Transnational Threats Department',
					]).apply(z.optional),
					office: reference('offices', 'Office', 'The prosecution office that hosted the meeting.', [
						'bulgaria-sofia-appellate-prosecution-office',
					]).apply(z.optional),
					notes,
					sources: ownSources,
				},
			),
		),
		hostFirstPlanned: group(
			'Host first planned',
			'The host that was originally planned, if the meeting had another host.',
			{
				country: memberCountry('The country that was originally going to host the meeting.'),
				notes,
				sources: ownSources,
			},
		).apply(z.optional),
		organizers: list(
			'Organizers',
			'Institutions that organized the meeting.',
			statement('Organizer', 'An institution that organized the meeting.', ['OSCE Mission to Serbia']),
		).apply(z.optional),
		partOf: reference(
			'meetings',
			'Larger meeting',
			'The larger meeting that included this one as a session.',
			['networking-meeting-2025'],
		).apply(z.optional),
		agenda: usual(
			list('Agenda', 'The topics of the meeting, in the same order as in the source.', agendaItemSchema),
		),
		participants: group('Participants', 'Who took part, according to the sources.', {
			count: text('Count', 'The number of participants, in the words of the source.', [
				'more than 30',
				'25 prosecutors',
			]).apply(z.optional),
			countries: list(
				'Countries',
				'Participating countries that are members today.',
				memberCountry('A participating country that is a member today.'),
			).apply(z.optional),
			otherCountries: list(
				'Other countries',
				'Countries outside the network that took part.',
				countryCode('Country', 'The two-letter code of the country (ISO 3166-1 alpha-2).', ['DE']),
			).apply(z.optional),
			others: list(
				'Other participants',
				'Institutions and offices that took part.',
				statement('Participant', 'An institution or office, never a person.', ['Eurojust']),
			).apply(z.optional),
			notes,
			sources: ownSources,
		}).apply(z.optional),
		decisions: list(
			'Decisions',
			'The decisions of the meeting.',
			statement('Decision', 'A decision of the meeting.', ['Created the Executive Board.']),
		).apply(z.optional),
		outcomes: list(
			'Outcomes',
			'Other results of the meeting.',
			statement('Outcome', 'A result of the meeting.', ['Greece signed the Declaration of Intent.']),
		).apply(z.optional),
		support: groups('Support', 'Form of support', 'Help and funding for the meeting.', {
			text: text('Support', 'Who supported the meeting, and how.', ['Supported by the OSCE.']),
			project: ours(
				reference('projects', 'Project', 'The project that gave the support.', [
					'asset-recovery-south-eastern-europe',
				]),
			).apply(z.optional),
			sources: ownSources,
		}).apply(z.optional),
		searchWords: searchWords(['Скопје', 'Beograd']),
		...ofEveryRecord,
	}),
});

export type Meeting = z.output<typeof meetingKind.schema>;
export type AgendaItem = z.output<typeof agendaItemSchema>;
export type MeetingBody = keyof typeof bodyNames;

/**
 * Returns the member country that hosted a meeting. If no source names a host, returns the country where the meeting took place (derived).
 *
 * @returns `undefined` if an organization hosted the meeting, or if neither the host nor the place is known
 */
export function hostCountryOf({
	host: { country, institution, office } = {},
	place,
}: Pick<Meeting, 'host' | 'place'>): { country: string; derived: boolean } | undefined {
	if (country !== undefined) return { country, derived: false };
	if (institution !== undefined || office !== undefined) return undefined;
	return place && { country: place.country, derived: true };
}

/**
 * Returns the country whose turn it was to host a conference meeting. If the meeting was moved, this is the country that was first planned
 * as host. Online meetings and meetings that an organization hosted are nobody's turn.
 *
 * No source explains how the Board's rule applies to moved or online meetings, so this reading of the rule is our own (see
 * `network/rotation.ts`).
 */
export function hostTurn(
	meeting: Pick<Meeting, 'body' | 'mode' | 'place' | 'host' | 'hostFirstPlanned'>,
): string | undefined {
	const { body, mode, hostFirstPlanned } = meeting;
	if (body !== 'conference' || mode === 'online') return undefined;
	return hostFirstPlanned?.country ?? hostCountryOf(meeting)?.country;
}
