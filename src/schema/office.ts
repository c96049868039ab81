import * as z from 'zod';
import { notes, sourcedName, sources } from './citation.ts';
import { aliases, date, reference, searchWords, text, webAddress } from './fields.ts';
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
		country: reference('members', {
			title: 'Country',
			description: 'The member country.',
			examples: ['bulgaria'],
			ours: true,
		}),
		name: text({
			title: 'Name',
			description: 'The name in English.',
			examples: ["Prosecutor's Office for Organized Crime"],
		}),
		nameIsOurTranslation: z
			.literal(true)
			.meta({
				title: 'Mark “our translation”',
				description: 'Set to true when no source gives the name in English.',
				ours: true,
			})
			.optional(),
		nativeNames: z
			.array(sourcedName)
			.meta({ title: 'Native names', description: 'The name in the languages of the country.', usual: true })
			.optional(),
		abbreviation: text({
			title: 'Abbreviation',
			description: 'As the office uses it.',
			examples: ['USKOK'],
		}).optional(),
		seat: text({ title: 'Seat', description: 'The city the office is in.', examples: ['Zagreb'] }).optional(),
		website: webAddress({
			title: 'Website',
			description: "The office's own site, or its service's.",
			usual: true,
			examples: ['https://uskok.hr'],
			ours: true,
		}).optional(),
		membership: z.enum(['stated', 'named']).meta({
			title: 'Membership',
			description:
				'"stated" when a source says that this office belongs to the network; "named" when sources name it, or its type, without saying so.',
			examples: ['stated', 'named'],
			ours: true,
		}),
		membershipNote: text({
			title: 'Note on the membership',
			description: 'What the sources say that ties this office to the network.',
			examples: ['Named among the founding offices.'],
		}),
		since: date({
			title: 'Start in the network',
			description: 'As stated by a source.',
			examples: ['2016-05'],
		}).optional(),
		until: date({
			title: 'End in the network',
			description: 'As stated by a source, for example when the office was closed.',
			examples: ['2022-07'],
		}).optional(),
		searchWords: searchWords(['DNAA', 'anti-mafia']),
		aliases,
		notes,
		sources,
	}),
});
