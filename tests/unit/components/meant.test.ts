import { describe, expect, test } from 'vitest';
import { slips, sound, understanding, withoutQuestionWords } from '../../../src/components/search/meant.ts';

const nearest = {
	asked: ['drugs', 'drug trafficking'],
	url: '/themes/trends/',
	title: 'Trends',
	label: 'Theme',
};

const meantBy = understanding({
	weights: {},
	words:
		'conference board terrorism laundering firearms money chair trafficking cooperation österreich belgrade serbia ' +
		'north macedonia 2023 ftf boards',
	names: [
		['Serbia', ['Србија', 'Srbija']],
		['Belgrade', ['Београд', 'Βελιγράδι']],
		['North Macedonia', ['Северна Македонија']],
	],
	lacking: [nearest],
});

describe('question words are ignored', () => {
	test.each([
		['When did Greece join?', 'Greece join?'],
		['who  chaired in 2020', 'chaired 2020'],
		['who was it?', 'who was it?'],
		['', ''],
	])('%j searches for %j', (query, searched) => {
		expect(withoutQuestionWords(query).join(' ')).toBe(searched);
	});
});

describe('a name sounds the same in all scripts', () => {
	test.each([
		['София', 'Sofija', 'Sofiya'],
		['Скопје', 'Skopje', 'Скопие'],
		['Αθήνα', 'Athina', 'Атина'],
		['Загреб', 'Zagreb', 'ZAGREB'],
	])('%s, %s, %s', (...spellings) => {
		expect(new Set(spellings.map(sound)).size).toBe(1);
	});
});

describe('added, dropped, changed and swapped letters count as typing errors', () => {
	test.each([
		['terrorism', 'terrorism', 0],
		['terorism', 'terrorism', 1],
		['terrrorism', 'terrorism', 1],
		['terrorizm', 'terrorism', 1],
		['terrorims', 'terrorism', 1],
		['terror', 'terrorism', 0.5],
	])('%s for %s', (typed, word, count) => {
		expect(slips(typed, word)).toBe(count);
	});
});

describe('a known word stays unchanged', () => {
	test.each(['firearms', 'fire', 'Osterreich', 'FTF', 'laundering money'])('%s', (query) => {
		expect(meantBy(query)).toMatchObject({ isOther: false, lacking: [] });
		expect(meantBy(query).words).toHaveLength(query.split(' ').length);
	});

	test('a different ending is no correction', () => {
		expect(meantBy('chaired')).toEqual({ words: ['chair'], isOther: false, lacking: [] });
	});
});

describe('a misspelt or foreign word is corrected', () => {
	test.each([
		['firearns', 'firearms'],
		['laundring mony', 'laundering money'],
		['lanude', 'laundering'],
		['Србија', 'Serbia'],
		['Srbja', 'Serbia'],
		['Северна Македонија', 'North Macedonia'],
		['Veligradi', 'Belgrade'],
		['moneylaundering', 'money laundering'],
		['bxard', 'board'],
	])('%s to %s', (query, words) => {
		expect(meantBy(query)).toEqual({ words: words.split(' '), isOther: true, lacking: [] });
	});
});

describe('subjects that the record lacks are reported separately', () => {
	test.each(['drugs', 'Drugs', 'drgus', 'drug trafficking'])('%s, with the nearest subject', (query) => {
		expect(meantBy(query)).toEqual({ words: [], isOther: false, lacking: [{ typed: query, nearest }] });
	});

	test.each(['zzzzzzzz', '2024', 'FTG'])('%s, without a nearest subject', (query) => {
		expect(meantBy(query)).toEqual({ words: [], isOther: false, lacking: [{ typed: query }] });
	});

	test('the rest of the query is searched', () => {
		expect(meantBy('drugs in Serbia')).toMatchObject({ words: ['Serbia'], lacking: [{ typed: 'drugs' }] });
	});
});
