import * as z from 'zod';
import { ofEveryRecord, sourcedName } from './citation.ts';
import { choice, date, list, mark, reference, searchWords, text, usual, webAddress } from './fields.ts';
import { defineKind } from './kind.ts';

export const officeKind = defineKind({
	one: 'Office',
	many: 'Offices',
	description: 'A prosecution office of a member country.',
	list: '/members/',
	page: ({ country }) => `/members/${country}/`,
	title: ({ name }) => name,
	order: ({ country, since = '', until = '9999', name }) => `${country} ${since} ${until} ${name}`,
	dates: ({ since, until }) => ({ since, until }),
	schema: z.strictObject({
		country: reference('members', 'Country', 'The member country.', { examples: ['bulgaria'], ours: true }),
		name: text('Name', 'The name in English.', { examples: ["Prosecutor's Office for Organized Crime"] }),
		nameIsOurTranslation: mark(
			'Mark “our translation”',
			'Set to true when no source gives the name in English.',
		),
		nativeNames: usual(list('Native names', 'The name in the languages of the country.', sourcedName)),
		abbreviation: text('Abbreviation', 'As the office uses it.', { examples: ['USKOK'] }).optional(),
		seat: text('Seat', 'The city the office is in.', { examples: ['Zagreb'] }).optional(),
		website: usual(
			webAddress('Website', "The office's own site, or its service's.", {
				examples: ['https://uskok.hr'],
				ours: true,
			}),
		),
		membership: choice(
			['stated', 'named'],
			'Membership',
			'"stated" when a source says that this office belongs to the network; "named" when sources name it, or its type, without saying so.',
			{ ours: true },
		),
		membershipNote: text(
			'Note on the membership',
			'What the sources say that ties this office to the network.',
			{ examples: ['Named among the founding offices.'] },
		),
		since: date('Start in the network', 'As stated by a source.', { examples: ['2016-05'] }).optional(),
		until: date('End in the network', 'As stated by a source, for example when the office was closed.', {
			examples: ['2022-07'],
		}).optional(),
		searchWords: searchWords(['DNAA', 'anti-mafia']),
		...ofEveryRecord,
	}),
});
