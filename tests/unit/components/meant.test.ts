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

describe('the words of a question are passed over', () => {
	test.each([
		['When did Greece join?', 'Greece join?'],
		['who  chaired in 2020', 'chaired 2020'],
		['who was it?', 'who was it?'],
		['', ''],
	])('of %j, %j is searched', (query, searched) => {
		expect(withoutQuestionWords(query).join(' ')).toBe(searched);
	});
});

describe('a name sounds the same in each of its scripts', () => {
	test.each([
		['София', 'Sofija', 'Sofiya'],
		['Скопје', 'Skopje', 'Скопие'],
		['Αθήνα', 'Athina', 'Атина'],
		['Загреб', 'Zagreb', 'ZAGREB'],
	])('%s, %s, %s', (...spellings) => {
		expect(new Set(spellings.map(sound)).size).toBe(1);
	});
});

describe('letters added, dropped, changed and swapped are slips', () => {
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

describe('what is known is searched as it is', () => {
	test.each(['firearms', 'fire', 'Osterreich', 'FTF', 'laundering money'])('%s', (query) => {
		expect(meantBy(query)).toMatchObject({ isOther: false, lacking: [] });
		expect(meantBy(query).words).toHaveLength(query.split(' ').length);
	});

	test('so is a word that differs by its ending only', () => {
		expect(meantBy('chaired')).toEqual({ words: ['chair'], isOther: false, lacking: [] });
	});
});

describe('another word is meant', () => {
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
	])('by %s: %s', (query, words) => {
		expect(meantBy(query)).toEqual({ words: words.split(' '), isOther: true, lacking: [] });
	});
});

describe('subjects that the record lacks are reported separately', () => {
	test.each(['drugs', 'Drugs', 'drgus', 'drug trafficking'])('%s, with what is nearest', (query) => {
		expect(meantBy(query)).toEqual({ words: [], isOther: false, lacking: [{ typed: query, nearest }] });
	});

	test.each(['zzzzzzzz', '2024', 'FTG'])('%s, to which nothing is near', (query) => {
		expect(meantBy(query)).toEqual({ words: [], isOther: false, lacking: [{ typed: query }] });
	});

	test('and the rest of the query is searched', () => {
		expect(meantBy('drugs in Serbia')).toMatchObject({ words: ['Serbia'], lacking: [{ typed: 'drugs' }] });
	});
});
