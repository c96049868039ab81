import { describe, expect, test } from 'vitest';
import { type Term, understanding } from '../../../src/components/search/meant.ts';
import { slips } from '../../../src/schema/letters.ts';
import { sound } from '../../../src/outputs/search/sound.ts';
import type { SearchWords } from '../../../src/outputs/search/words.ts';

const nearest = {
	asked: ['drugs', 'drug trafficking'],
	url: '/themes/trends/',
	title: 'Trends',
	label: 'Theme',
};

const termsOf = understanding({
	words:
		'conference board terrorism laundering firearms money chair trafficking cooperation österreich belgrade serbia ' +
		'north macedonia 2023 ftf boards nova parallel november economic montenegro greece',
	nameWords: 'conference board terrorism laundering firearms money chair north macedonia change montenegro',
	fillers: 'charge people',
	names: [
		['Serbia', ['Србија', 'Srbija']],
		['Belgrade', ['Београд', 'Βελιγράδι']],
		['North Macedonia', ['Северна Македонија']],
		['Montenegro', ['Mal i Zi']],
		['Romania', ['Rumänien']],
	],
	languages: [
		{
			url: '/sr/',
			title: 'српски',
			tag: 'sr',
			names: [
				['Money laundering', ['прање новца']],
				['chair', ['председава']],
			],
			question: ['ко', 'је'],
		},
		{
			url: '/hr/',
			title: 'hrvatski',
			tag: 'hr',
			names: [['Money laundering', ['pranje novca']]],
			question: ['tko'],
		},
	],
	lacking: [nearest],
	questions: [{ topic: 'next', has: ['next upcoming'], may: '' }],
} satisfies Partial<SearchWords> as unknown as SearchWords);

/** Summarizes how the search understands a query. */
function meantBy(query: string) {
	const terms = termsOf(query);
	const isLacking = ({ words }: Term): boolean => words.length === 0;
	return {
		words: terms.flatMap(({ words }) => words),
		isOther: terms.some(({ isOther }) => isOther === true),
		lacking: terms
			.filter(isLacking)
			.map(({ typed, nearest: near }) => (near ? { typed, nearest: near } : { typed })),
	};
}

describe('function words are ignored', () => {
	test.each([
		['When did Greece join?', ['Greece', 'join?']],
		['who  chairs now in 2023', ['chairs', '2023']],
		['who was it?', ['who', 'was', 'it?']],
		['Mal i Zi in Belgrade', ['Mal i Zi', 'Belgrade']],
		['', []],
	])('%j searches for %j', (query, searched) => {
		expect(termsOf(query).map(({ typed }) => typed)).toEqual(searched);
	});

	test('a question word that the record lacks is no missing subject', () => {
		expect(termsOf('next').map(({ isFiller }) => isFiller)).toEqual([true]);
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
	])('%s for %s', (typed, word, count) => {
		expect(slips(typed, word, 9)).toBe(count);
	});
});

describe('a known word stays unchanged', () => {
	test.each(['firearms', 'fire', 'Osterreich', 'FTF', 'laundering money', 'nova', 'boards'])(
		'%s',
		(query) => {
			expect(meantBy(query)).toMatchObject({ isOther: false, lacking: [] });
			expect(meantBy(query).words).toHaveLength(query.split(' ').length);
		},
	);

	test('a different ending is no correction', () => {
		expect(meantBy('chaired')).toEqual({ words: ['chair'], isOther: false, lacking: [] });
	});
});

describe('a misspelt or foreign word is corrected', () => {
	test.each([
		['firearns', 'firearms'],
		['laundring money', 'laundering money'],
		['Србија', 'Serbia'],
		['Srbja', 'Serbia'],
		['Северна Македонија', 'North Macedonia'],
		['Veligradi', 'Belgrade'],
		['moneylaundering', 'money laundering'],
		['bxard', 'board'],
		['Rumaenien', 'Romania'],
		['Rumanien', 'Romania'],
	])('%s to %s', (query, words) => {
		expect(meantBy(query)).toEqual({ words: words.split(' '), isOther: true, lacking: [] });
	});
});

describe('a word is not replaced by a different word', () => {
	test.each([
		['of up to four letters', 'mony'],
		['of up to four letters', 'novm'],
		['of another language', 'parave'],
		['in another script', 'новца'],
		['that is only the beginning of a similar word', 'lanude'],
		['with another first letter', 'short'],
		['that is no name', 'novenber'],
		['for an ordinary word', 'charge'],
	])('%s: %s', (_, query) => {
		expect(meantBy(query)).toEqual({ words: [], isOther: false, lacking: [{ typed: query }] });
	});

	test('a correction is marked as a guess, and a translation is not', () => {
		expect(termsOf('firearns Србија').map(({ isGuess = false }) => isGuess)).toEqual([true, false]);
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

describe('a name in the language of a member', () => {
	const pagesOf = (query: string) => termsOf(query).flatMap(({ pages = [] }) => pages.map(({ url }) => url));

	test.each(['прање новца', 'Pranje novca', 'прање новац', 'прањ'])('%s', (query) => {
		expect(meantBy(query)).toMatchObject({ words: ['Money', 'laundering'], isOther: true, lacking: [] });
	});

	test('leads to the pages in the languages that have it, also in another script', () => {
		expect(pagesOf('pranje novca')).toEqual(['/sr/', '/hr/']);
		expect(pagesOf('ko predsedava')).toEqual(['/sr/']);
		expect(pagesOf('money laundering')).toEqual([]);
	});

	test('comes without the question words of its language', () => {
		expect(meantBy('ко је председава')).toEqual({ words: ['chair'], isOther: true, lacking: [] });
		expect(meantBy('ko money')).toMatchObject({ words: ['money'], lacking: [{ typed: 'ko' }] });
	});
});
