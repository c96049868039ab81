/**
 * Tests queries with typing errors and everyday words in several languages, using the index of a small network. The search rules were
 * written without these queries, so they show how the rules treat new words.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Find, openSearch } from '../../../../src/components/search/find.ts';
import { buildSearchIndex } from '../../../../src/integrations/search-index.ts';
import { searchRecords } from '../../../../src/outputs/search/records.ts';
import { searchWordsOf } from '../../../../src/outputs/search/words.ts';
import { networkOf } from '../../network/content.ts';

const countries = {
	AL: 'Albania',
	AT: 'Austria',
	BA: 'Bosnia and Herzegovina',
	BG: 'Bulgaria',
	GR: 'Greece',
	HR: 'Croatia',
	HU: 'Hungary',
	IT: 'Italy',
	ME: 'Montenegro',
	MK: 'North Macedonia',
	RO: 'Romania',
	RS: 'Serbia',
	SI: 'Slovenia',
};
const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const network = networkOf({
	site: {
		places: [
			{ name: 'Athens', country: 'greece' },
			{ name: 'Ljubljana', country: 'slovenia' },
			{ name: 'Rome', country: 'italy' },
			{ name: 'Skopje', country: 'north-macedonia' },
			{
				name: 'Vienna',
				country: 'austria',
			},
		],
		lacking: [{ words: ['drugs', 'cocaine'], nearest: 'themes/trends' }],
	},
	languages: {
		mt: {
			cities: [
				{ city: 'Athens', name: 'Athens', searchWords: ['Αθήνα', 'Афины', 'Atina', 'Atene'] },
				{ city: 'Ljubljana', name: 'Ljubljana', searchWords: ['Любляна', 'Lubiana'] },
				{ city: 'Rome', name: 'Rome', searchWords: ['Roma', 'Рим', 'Ρώμη'] },
				{ city: 'Skopje', name: 'Skopje', searchWords: ['Скопје', 'Skoplje', 'Shkup', 'Σκόπια'] },
				{ city: 'Vienna', name: 'Vienna', searchWords: ['Wien', 'Виена', 'Beč', 'Dunaj', 'Bécs', 'Βιέννη'] },
			],
		},
	},
	members: Object.fromEntries(Object.entries(countries).map(([code, name]) => [idOf(name), { name, code }])),
	offices: {
		uskok: {
			country: 'croatia',
			name: 'Office for the Suppression of Corruption and Organized Crime',
			abbreviation: 'USKOK',
		},
		spak: { country: 'albania', name: 'Special Prosecution against Corruption', abbreviation: 'SPAK' },
		sofia: {
			country: 'bulgaria',
			name: 'Appellate Prosecution Office',
			nativeNames: [{ name: 'Апелативна прокуратура', language: 'bg' }],
		},
	},
	meetings: {
		'third-meeting': {
			number: 3,
			title: 'Third meeting',
			dates: '2017-10-12',
			place: { city: 'Rome', country: 'italy' },
		},
		'fourth-meeting': {
			number: 4,
			title: 'Fourth meeting',
			dates: '2018-06-28',
			place: { city: 'Skopje', country: 'north-macedonia' },
			agenda: [
				{ id: 'firearms', title: 'Trafficking in firearms', wording: 'published', themes: ['firearms'] },
				{ id: 'assets', title: 'Confiscation of proceeds', wording: 'published', themes: ['confiscation'] },
			],
		},
		'fifth-meeting': {
			number: 5,
			title: 'Fifth meeting',
			dates: '2024-02-01',
			place: { city: 'Vienna', country: 'austria' },
		},
	},
	documents: { intent: { title: 'Declaration of Intent' } },
	themes: {
		confiscation: { name: 'Confiscation and asset recovery' },
		cybercrime: { name: 'Cybercrime and the dark web' },
		evidence: { name: 'Electronic evidence' },
		firearms: { name: 'Trafficking in firearms', searchWords: ['weapons', 'guns'] },
		intelligence: { name: 'Artificial intelligence', searchWords: ['AI'] },
		laundering: { name: 'Money laundering' },
		smuggling: { name: 'Human smuggling', searchWords: ['migrants', 'human trafficking'] },
		terrorism: { name: 'Terrorism' },
		trends: { name: 'Trends in organized crime' },
		'virtual-assets': { name: 'Virtual assets', searchWords: ['cryptocurrency', 'bitcoin'] },
	},
	glossary: {
		eurojust: { term: 'Eurojust', expansion: 'European Union Agency for Criminal Justice Cooperation' },
		interpol: { term: 'INTERPOL', expansion: 'International Criminal Police Organization' },
	},
});

let folder: string;
let find: Find;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'search-'));
	const records = searchRecords(network);
	const words = Buffer.from(JSON.stringify(searchWordsOf(network, records)));
	for (const [path, content] of [...(await buildSearchIndex(records)), ['words.json', words] as const]) {
		const file = join(folder, 'pagefind', path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
	}
	// In a browser, these files come from the site.
	vi.stubGlobal('fetch', async (address: string) => {
		const file = new URL(address);
		file.search = '';
		return new Response(await readFile(file));
	});
	find = openSearch(`${pathToFileURL(folder).href}/pagefind/`, { counts: true });
});

afterAll(async () => {
	vi.unstubAllGlobals();
	await rm(folder, { recursive: true, force: true });
});

/** Returns the paths of the first three results of a query. Records that are similar to missing subjects come first. */
async function answersTo(query: string): Promise<string[]> {
	const { related, hits } = await find(query);
	const start = pathToFileURL(folder).pathname;
	const found = [...related, ...(await hits(0, 3))].map(({ url }) => url);
	return found.slice(0, 3).map((url) => url.slice(url.indexOf(start) + start.length));
}

describe.each([
	[
		'typing errors',
		{
			Skpoje: '/meetings/fourth-meeting/',
			Viena: '/meetings/fifth-meeting/',
			Romme: '/meetings/third-meeting/',
			Hungray: '/members/hungary/',
			Solvenia: '/members/slovenia/',
			Montengro: '/members/montenegro/',
			'North Macedona': '/members/north-macedonia/',
			Bosna: '/members/bosnia-and-herzegovina/',
			'money laudering': '/themes/laundering/',
			terorrism: '/themes/terrorism/',
			cybercirme: '/themes/cybercrime/',
			cryptocurency: '/themes/virtual-assets/',
			confiscaton: '/themes/confiscation/',
			'electronic evidnce': '/themes/evidence/',
			'artifical inteligence': '/themes/intelligence/',
			eurojsut: '/glossary/#eurojust',
			interpoll: '/glossary/#interpol',
			secretaraiat: '/secretariat/',
			'excutive board': '/board/',
			'declaraton of intnet': '/documents/#intent',
			'human traficking': '/themes/smuggling/',
			'thrid meeting': '/meetings/third-meeting/',
		},
	],
	[
		'names in other languages and scripts',
		{
			Рим: '/meetings/third-meeting/',
			Ρωμη: '/meetings/third-meeting/',
			Bec: '/meetings/fifth-meeting/',
			'Crna Gora': '/members/montenegro/',
			Hrvatska: '/members/croatia/',
			Ungheria: '/members/hungary/',
			Австрия: '/members/austria/',
			Ελλαδα: '/members/greece/',
			Magyarorszag: '/members/hungary/',
			'apelativna prokuratura': '/members/bulgaria/#sofia',
			Skopie: '/meetings/fourth-meeting/',
		},
	],
	[
		'everyday words, and subjects without a source',
		{
			'fire arms': '/themes/firearms/',
			guns: '/themes/firearms/',
			bitcoins: '/themes/virtual-assets/',
			darkweb: '/themes/cybercrime/',
			drugs: '/themes/trends/',
			Athens: '/members/greece/',
			Athina: '/members/greece/',
			Lubiana: '/members/slovenia/',
			Ljubljana: '/members/slovenia/',
		},
	],
])('%s', (_, expected) => {
	test.each(Object.entries(expected))('"%s" finds %s', async (query, path) => {
		expect(await answersTo(query)).toContain(path);
	});
});

test('if no record has all words, the search uses the words that a record has', async () => {
	expect(await find('terrorism Skopje')).toMatchObject({ isPart: true, words: ['terrorism'] });
});

test('several values of one filter match any of them, and do not change the counts', async () => {
	const all = await find('meeting', { kind: ['Meeting'] });
	const some = await find('meeting', { kind: ['Meeting'], year: ['2017', '2018'] });
	expect([all.results.length, some.results.length]).toEqual([3, 2]);
	expect(some.counts.year).toEqual(all.counts.year);
	expect(some.counts.kind?.Meeting).toBe(2);
});

test('two filters match both', async () => {
	const { results } = await find('', { kind: ['Meeting'], country: ['Italy'] });
	expect(results).toHaveLength(1);
});

test.each(['what does XYZ mean', 'abbreviation XYZ', 'XYZ'])(
	'%s: nothing is found, and the glossary is suggested',
	async (query) => {
		const { words, results, browse } = await find(query);
		expect([words, results]).toEqual([[], []]);
		expect(browse.map(({ title }) => title)).toContain('glossary');
	},
);
