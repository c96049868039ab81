import { describe, expect, test } from 'vitest';
import { isRead, languagesOf, tongueOf } from '../../../src/network/languages.ts';
import { find } from '../../../src/network/network.ts';
import { codeOfTexts } from '../../../src/schema/language.ts';
import { type Changes, networkOf } from './content.ts';

const content: Changes = {
	members: {
		'north-macedonia': { name: 'North Macedonia', code: 'MK' },
		greece: { name: 'Greece', code: 'GR' },
	},
	meetings: { forum: { title: 'Forum', place: { city: 'Vienna', country: 'greece' } } },
	themes: { firearms: { name: 'Firearms' }, harbours: { name: 'Harbours' } },
	languages: {
		hr: { locale: 'hr', name: 'hrvatski' },
		cnr: {
			locale: 'sr-Latn-ME',
			name: 'crnogorski',
			countries: [{ country: 'north-macedonia', name: 'Sjeverna Makedonija' }],
			themes: [{ theme: 'firearms', name: 'Oružje' }],
			cities: [{ city: 'Vienna', name: 'Beč' }],
		},
	},
};
const network = networkOf(content);
const cnr = tongueOf(network, 'cnr');

test('English comes first, and has an address of its own', () => {
	expect(languagesOf(network).map(({ path }) => path)).toEqual(['/in-figures/', '/cnr/', '/hr/']);
});

describe('a name', () => {
	test('of a country comes from the platform, or from the language if that has another', () => {
		expect(cnr.country(find(network, 'members', 'greece'))).toBe('Grčka');
		expect(cnr.country(find(network, 'members', 'north-macedonia'))).toBe('Sjeverna Makedonija');
		expect(tongueOf(network, 'en').country(find(network, 'members', 'greece'))).toBe('Greece');
	});

	test('that the language lacks is in English, and marked so', () => {
		expect(cnr.theme(find(network, 'themes', 'firearms'))).toEqual({ name: 'Oružje' });
		expect(cnr.theme(find(network, 'themes', 'harbours'))).toEqual({ name: 'Harbours', lang: 'en' });
		expect(cnr.city('Vienna')).toEqual({ name: 'Beč' });
		expect(cnr.city('Graz')).toEqual({ name: 'Graz', lang: 'en' });
		expect(cnr.meeting(find(network, 'meetings', 'forum'))).toEqual({ name: 'Forum', lang: 'en' });
	});

	test('of the network comes from a source if one has it, and otherwise from the language', () => {
		const nativeNames = [{ name: 'Conferenza', language: 'cnr', sources: ['account'] }];
		const named = tongueOf(networkOf({ ...content, network: { nativeNames } }), 'cnr');
		expect(named.networkName).toBe('Conferenza');
		expect(named.nameCitations).toHaveLength(1);
		expect(cnr.networkName).toBe('Network');
		expect(cnr.nameCitations).toBeUndefined();
	});
});

describe('a date', () => {
	test.each([
		['2016', '2016.'],
		['2016-05', 'svibanj 2016.'],
		['2016-05-26', '26.\u00a0svibnja 2016.'],
		// `Intl` writes the days of this range as 01 and 02.
		['2025-12-01/2025-12-02', '1.–2.\u00a0prosinca 2025.'],
		['2018-06-28/2018-07-01', '28.\u00a0lipnja 2018.\u00a0– 1.\u00a0srpnja 2018.'],
		['2023-11/2024-12', 'studeni 2023.\u00a0– prosinac 2024.'],
	])('such as %s is as exact as in the record', (date, words) => {
		expect(tongueOf(network, 'hr').date(date)).toBe(words);
	});
});

describe('a language is read', () => {
	const code = codeOfTexts(find(network.verbatim as typeof network, 'languages', 'hr'));
	const withReading = (texts: string, name = 'hrvatski') =>
		networkOf({ languages: { hr: { locale: 'hr', name, read: { date: '2024-01-02', texts } } } });

	test('if a native speaker read its texts as they are now', () => {
		expect(isRead(network, 'hr')).toBe(false);
		expect(isRead(withReading(code), 'hr')).toBe(true);
		expect(isRead(withReading('12ab34cd'), 'hr')).toBe(false);
	});

	test('until a text changes', () => {
		expect(isRead(withReading(code, 'Hrvatski'), 'hr')).toBe(false);
	});
});
