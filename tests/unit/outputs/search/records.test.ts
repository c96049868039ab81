import { describe, expect, test } from 'vitest';
import { agendaItems } from '../../../../src/network/meetings.ts';
import { addressOf, type Entry } from '../../../../src/network/network.ts';
import { agendaItemPath, pathOf } from '../../../../src/site/paths.ts';
import { searchRecords, type SearchRecord } from '../../../../src/outputs/search/records.ts';
import { kindOf } from '../../../../src/schema/index.ts';
import { kinds } from '../../../../src/schema/kinds.ts';
import { networkOf, oneOfEach } from '../../network/content.ts';

const network = networkOf(
	{
		...oneOfEach,
		network: { abbreviation: 'TNN' },
		members: {
			austria: { name: 'Austria', code: 'AT' },
			greece: { name: 'Greece', code: 'GR' },
			'north-macedonia': { name: 'North Macedonia', code: 'MK', searchWords: ['Macedonia', 'FYROM'] },
			serbia: { name: 'Serbia', code: 'RS' },
		},
		offices: { belgrade: { country: 'serbia', name: 'Office for Organized Crime', abbreviation: 'OOC' } },
		meetings: {
			'second-meeting': {
				number: 2,
				title: 'Second meeting',
				dates: '2023-02-22/2023-02-23',
				place: { city: 'Belgrade', country: 'serbia' },
				host: { country: 'serbia' },
				hostFirstPlanned: { country: 'north-macedonia' },
				participants: { countries: ['greece'] },
				searchWords: ['Београд'],
				agenda: [
					{
						id: 'firearms',
						title: 'Trafficking in firearms',
						wording: 'published',
						themes: ['firearms', 'money'],
					},
				],
			},
		},
		board: { composition: { period: '2023', members: [{ country: 'greece' }] } },
		secretariat: {
			serbian: { country: 'serbia', office: 'belgrade', from: '2017-10', until: '2021-10' },
			greek: { country: 'greece', office: 'belgrade', from: '2022-09', statedLength: 'two years' },
		},
		themes: {
			firearms: { name: 'Firearms', searchWords: ['guns'] },
			money: { name: 'Virtual assets', searchWords: ['crypto', 'cryptocurrency', 'e-money'] },
		},
		glossary: { ftf: { term: 'FTF', expansion: 'Foreign Terrorist Fighters' } },
	},
	'2026-01-01',
);
const records = searchRecords(network);

function at(url: string, among: readonly SearchRecord[] = records): SearchRecord {
	const found = among.find((record) => record.url === url);
	if (!found) throw new Error(`There is no search record for ${url}.`);
	return found;
}

const wordsOf = ({ names }: SearchRecord): string[] => names.split(' ');

test('every record of every kind except languages is found exactly once, at its address', () => {
	const entries = kinds
		.filter((kind) => kind !== 'languages')
		.flatMap((kind): readonly Entry[] => network.entries[kind]);
	const missing = entries.filter((entry) => records.filter(({ url }) => url === pathOf(entry)).length !== 1);
	expect(missing.map(addressOf)).toEqual([]);
});

test('every agenda item is found under its title, at its own anchor', () => {
	for (const { meeting, item } of agendaItems(network)) {
		const record = at(agendaItemPath(meeting, item.id));
		expect(record.url).toMatch(/^\/meetings\/[a-z0-9-]+\/#[a-z0-9-]+$/);
		expect(record.title).toBe(item.title);
		expect(record.filters.kind).toEqual(['Agenda item']);
	}
});

test('every page that lists records is found, and no address appears twice', () => {
	for (const kind of kinds) expect(at(kindOf(kind).list).filters.kind).toEqual(['Page']);
	const urls = records.map(({ url }) => url);
	expect(new Set(urls).size).toBe(urls.length);
});

test('every result has a label and a text', () => {
	for (const { url, title, label, content: text } of records) {
		expect(title, url).toMatch(/[\p{L}\p{N}]/u);
		expect(label, url).toMatch(/^\p{Lu}/u);
		expect(text, url).toMatch(/[\p{L}\p{N}]/u);
	}
});

describe('readers’ own words find', () => {
	test.each([
		['Macedonia', '/members/north-macedonia/'],
		['Београд', '/meetings/second-meeting/'],
		['2nd', '/meetings/second-meeting/'],
		['e-money', '/themes/money/'],
		['Terrorist', '/glossary/#ftf'],
		['presidency', '/secretariat/'],
		['OOC', '/members/serbia/#belgrade'],
		['TNN', '/'],
	])('%s: %s', (word, url) => {
		expect(wordsOf(at(url))).toContain(word);
	});
});

test('a meeting is called by the name of its city', () => {
	expect(at('/meetings/second-meeting/').called).toBe('Belgrade');
});

test('the everyday words of its themes find an agenda item', () => {
	expect(at('/meetings/second-meeting/#firearms').topics.split(' ')).toContain('guns');
});

test('a word that another word of the record begins with is left out, because it would count twice', () => {
	expect(wordsOf(at('/themes/money/'))).toEqual(['Virtual', 'assets', 'cryptocurrency', 'e-money']);
});

describe('the filters', () => {
	test('have kinds, years, themes, countries and bodies as text', () => {
		expect(at('/meetings/second-meeting/#firearms').filters).toEqual({
			kind: ['Agenda item'],
			year: ['2023'],
			theme: ['Firearms', 'Virtual assets'],
			country: ['Serbia'],
			body: ['Whole network'],
		});
	});

	test('find the meetings that a country hosted, was to host or took part in', () => {
		expect(at('/meetings/second-meeting/').filters.country).toEqual(['Serbia', 'North Macedonia', 'Greece']);
	});

	test('find a Secretariat term in each of its years, and a term without a stated end as long as the chair is known', () => {
		expect(at('/secretariat/#serbian').filters.year).toEqual(['2017', '2018', '2019', '2020', '2021']);
		expect(at('/secretariat/#greek').filters.year).toEqual(['2022', '2023', '2024']);
	});

	test('find a future Secretariat term in its first year', () => {
		const coming = networkOf(
			{ members: { greece: {} }, offices: { office: {} }, secretariat: { coming: { from: '2028-10' } } },
			'2026-01-01',
		);
		expect(at('/secretariat/#coming', searchRecords(coming)).filters.year).toEqual(['2028']);
	});

	test('have no duplicate values and are never empty', () => {
		for (const { url, filters } of records) {
			for (const values of Object.values(filters)) {
				expect(new Set(values).size, url).toBe(values.length);
				expect(values, url).not.toEqual([]);
			}
		}
	});
});

test('missing facts are left out', () => {
	for (const { url, title, label, content: text } of records) {
		expect(`${title} ${label} ${text}`, url).not.toMatch(/undefined|null|NaN|\[object|, ,|\.\.(?!\.)/);
	}
});

test('hostile text stays text', () => {
	const hostile = '<img src=x onerror=alert(1) {{ url }} & </script';
	const changed = [
		...searchRecords(networkOf({ themes: { hostile: { name: hostile, description: hostile } } })),
	];
	const record = at('/themes/hostile/', changed);
	expect(record.title).toBe(hostile);
	expect(record.content.startsWith(`${hostile}.`)).toBe(true);
	expect(record.filters.theme).toEqual([hostile]);
});
