import { describe, expect, test } from 'vitest';
import { searchRecords } from '../../../../src/outputs/search/records.ts';
import { searchWordsOf } from '../../../../src/outputs/search/words.ts';
import { type Changes, networkOf } from '../../network/content.ts';

const content: Changes = {
	site: {
		places: [
			{ name: 'Athens', country: 'greece' },
			{ name: 'Belgrade', country: 'serbia' },
		],
		lacking: [{ words: ['drugs', 'guns'], nearest: 'themes/firearms' }],
	},
	members: {
		austria: { name: 'Austria', code: 'AT' },
		greece: { name: 'Greece', code: 'GR' },
		serbia: { name: 'Serbia', code: 'RS' },
	},
	meetings: {
		'first-meeting': {
			number: 1,
			title: 'First meeting',
			dates: '2018-06-01',
			place: { city: 'Belgrade', country: 'serbia' },
		},
	},
	languages: {
		el: { cities: [{ city: 'Athens', name: 'Αθήνα' }] },
		sr: {
			locale: 'sr-Cyrl-RS',
			networkName: 'Мрежа тужилаца',
			cities: [{ city: 'Belgrade', name: 'Београд' }],
			themes: [{ theme: 'firearms', name: 'ватрено оружје' }],
		},
		de: { themes: [{ theme: 'firearms', name: 'Gunns', searchWords: ['Waffen'] }] },
	},
	themes: { firearms: { name: 'Firearms', searchWords: ['guns'] } },
};

const network = networkOf(content, '2020-01-01');
const words = searchWordsOf(network, searchRecords(network));
const names = new Map(words.names);

test('all words of the records are known, with the names of records first', () => {
	const known = words.words.split(' ');
	expect(known).toEqual(expect.arrayContaining(['belgrade', 'firearms', 'guns', '2018']));
	expect(known.indexOf('serbia')).toBeLessThan(known.indexOf('joined'));
	expect(new Set(known).size).toBe(known.length);
});

test('a country has its names in the languages and scripts of all members', () => {
	expect(names.get('Serbia')).toEqual(expect.arrayContaining(['Serbien', 'Σερβία', 'Србија', 'Srbija']));
	expect(names.get('Austria')).toContain('Österreich');
});

describe('a language', () => {
	const languageOf = (id: string) => words.languages.find(({ tag }) => tag === id);

	test('has the names of cities, countries and themes in its words', () => {
		const serbian = new Map(languageOf('sr')?.names);
		expect(serbian.get('Belgrade')).toEqual(['Београд']);
		expect(serbian.get('Greece')).toEqual(['Грчка']);
		expect(serbian.get('Firearms')).toEqual(['ватрено оружје']);
	});

	test('has the name of the network', () => {
		const others = languageOf('sr')?.names.flatMap(([, others]) => others);
		expect(others).toContain('Мрежа тужилаца');
	});

	test('leaves out names that sound like English words', () => {
		expect(new Map(languageOf('de')?.names).get('Firearms')).toEqual(['Waffen']);
	});
});

describe('a name that no record contains', () => {
	const nearestTo = (word: string): string | undefined =>
		words.lacking.find(({ asked }) => asked.includes(word))?.url;

	test('has a nearest record, which is the country for a city', () => {
		expect(nearestTo('Αθήνα')).toBe('/members/greece/');
		expect(nearestTo('drugs')).toBe('/themes/firearms/');
	});

	test('is no longer missing once a record contains it', () => {
		expect(nearestTo('guns')).toBeUndefined();
		expect(nearestTo('Београд')).toBeUndefined();
	});
});
