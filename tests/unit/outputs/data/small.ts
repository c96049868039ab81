import { buildNetwork, type Network } from '../../../../src/network/network.ts';
import { dataFiles } from '../../../../src/outputs/data/files.ts';
import { memoize } from '../../../../src/records/memoize.ts';
import { contentOf, oneOfEach } from '../../network/content.ts';

export const content = contentOf({
	...oneOfEach,
	site: {
		licence: {
			name: 'CC BY 4.0',
			identifier: 'CC-BY-4.0',
			url: 'https://creativecommons.org/licenses/by/4.0/',
		},
	},
	sources: { report: { title: "The host's report", url: 'https://www.example.org/report', type: 'press' } },
	members: {
		greece: {
			name: 'Greece',
			aliases: ['hellas'],
			joined: { date: '2016-05', how: 'Signed.', meeting: 'first' },
		},
		malta: { name: 'Malta', code: 'MT' },
	},
	offices: { office: { nativeNames: [{ name: 'Εισαγγελία', language: 'el', sources: ['report'] }] } },
	themes: { ports: { name: 'Ports' } },
	meetings: {
		first: {
			number: 1,
			title: 'First meeting',
			dates: '2016-05-26/2016-05-27',
			place: { city: 'Athens', country: 'greece', sources: [{ id: 'report', quote: 'met in Athens' }] },
			agenda: [{ id: 'ports', title: `The host's "free" ports`, wording: 'published', themes: ['ports'] }],
			participants: { countries: ['greece', 'malta'], otherCountries: ['DE'] },
			sources: [{ id: 'report', states: ['dates', 'number'], quote: 'on 26 and 27 May' }, 'account'],
		},
		second: { number: 2, title: 'Second meeting', dates: '2018-06', host: { country: 'malta' } },
		online: { number: 3, title: 'Third meeting', dates: '2020', mode: 'online' },
		hosted: {
			number: 4,
			title: 'Fourth meeting',
			dates: '2021-05-04',
			place: { city: 'Athens', country: 'greece' },
			host: { institution: 'An institute' },
			hostFirstPlanned: { country: 'malta' },
		},
		lost: { number: 5, title: 'Fifth meeting', dates: '2022' },
	},
	secretariat: { term: { from: '2016-05', statedLength: 'four years' } },
	board: {
		board: {
			period: '2018-06',
			members: [{ country: 'greece', seat: 'previous-host' }, { country: 'malta' }],
		},
	},
	documents: { plan: { meeting: 'first', signatories: [{ country: 'malta', date: '2016-05-27' }] } },
	projects: { project: { funders: [{ text: 'Italy' }] } },
	milestones: { milestone: { about: ['members/malta', 'meetings/first'] } },
	glossary: { term: { see: ['offices/office'], isOurTranslation: true } },
	disputes: {
		days: {
			question: 'When was the first meeting?',
			about: [{ record: 'meetings/first', field: 'dates' }, { record: 'members/greece' }],
			versions: [
				{ id: 'may', claim: 'In May.', sources: [{ id: 'report', quote: 'on 26 and 27 May' }] },
				{
					id: 'june',
					claim: 'In June.',
					reads: [{ record: 'meetings/first', field: 'dates', as: 'June' }],
					sources: ['account'],
				},
			],
			follows: 'may',
		},
	},
	addresses: {
		published: [
			{ address: '/meetings/zero/', withdrawn: 'It was another network.', instead: 'meetings/first' },
		],
	},
});

export const network = buildNetwork(content, '2024-06-15', {
	changedOn: ({ id }) => (id === 'first' ? '2023-04-05' : undefined),
	edition: { day: '2024-05-06', commit: 'abcdef0123' },
});

/** Returns the full address of a path on a site with a base path. */
const address = (path: string): string => `https://history.example.org/pcocp${path}`;

/** Returns the data files of a network, by path below the data folder. */
export const filesOf = memoize((of: Network): ReadonlyMap<string, string | Uint8Array> => {
	const network = { ...of, address };
	return new Map([...dataFiles(network)].map(([path, make]) => [path, make()]));
});

/** Returns the parsed JSON files of a network, by path. */
export const jsonOf = (of: Network): ReadonlyMap<string, unknown> =>
	new Map(
		[...filesOf(of)]
			.filter(([path]) => path.endsWith('.json'))
			.map(([path, text]) => [path, JSON.parse(String(text)) as unknown]),
	);
