import * as z from 'zod/mini';
import { ofEveryRecord, sourcedName } from './citation.ts';
import { choice, date, list, mark, ours, reference, searchWords, text, usual, webAddress } from './fields.ts';
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
	facts: { Name: ['name', 'nameIsOurTranslation'], Membership: ['membership', 'membershipNote'] },
	schema: z.strictObject({
		country: ours(reference('members', 'Country', 'The member country.', ['bulgaria'])),
		name: text('Name', 'The English name of the office.', ["Prosecutor's Office for Organized Crime"]),
		nameIsOurTranslation: mark(
			'Mark “our translation”',
			'Set this to true if no source has an English name.',
		),
		nativeNames: usual(
			list('Native names', 'The office’s name in each of the country’s languages.', sourcedName),
		),
		abbreviation: text('Abbreviation', 'The abbreviation that the office uses.', ['USKOK']).apply(z.optional),
		seat: text('Seat', 'The city where the office is located.', ['Zagreb']).apply(z.optional),
		website: usual(
			ours(
				webAddress('Website', 'The website of the office or of the prosecution service.', [
					'https://uskok.hr',
				]),
			),
		),
		membership: ours(
			choice(
				['stated', 'named'],
				'Membership',
				'Use "stated" if a source says that this office belongs to the network, or "named" if sources only mention the office or its type.',
			),
		),
		membershipNote: text(
			'Note on the membership',
			'The connection between the office and the network, according to the sources.',
			['Named among the founding offices.'],
		),
		since: date('In the network since', 'When the office joined the network, if a source states it.', [
			'2016-05',
		]).apply(z.optional),
		until: date(
			'In the network until',
			'When the office left the network or closed, if a source states it.',
			['2022-07'],
		).apply(z.optional),
		searchWords: searchWords(['DNAA', 'anti-mafia']),
		...ofEveryRecord,
	}),
});
