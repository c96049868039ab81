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
		sr: { cities: [{ city: 'Belgrade', name: 'Београд' }] },
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

test('a city of a record has its other names', () => {
	expect(names.get('Belgrade')).toEqual(['Београд']);
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
