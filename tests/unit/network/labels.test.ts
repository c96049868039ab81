import { describe, expect, test } from 'vitest';
import { languageName, sourceLine, sourceName, titleOf } from '../../../src/network/labels.ts';
import { find } from '../../../src/network/network.ts';
import { countryName } from '../../../src/schema/countries.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { counted, inSeries } from '../../../src/schema/words.ts';
import { entryOf, networkOf } from './content.ts';

test('languages and countries outside the network have English names', () => {
	expect(languageName('sr-Latn')).toBe('Serbian (Latin)');
	expect(countryName('DE')).toBe('Germany');
});

describe('the title of a record', () => {
	const network = networkOf({
		members: { serbia: { name: 'Serbia' } },
		secretariat: {
			ended: { country: 'serbia', from: '2017-10', until: '2021-10' },
			open: { country: 'serbia', from: '2022-07' },
		},
		board: { composition: { period: '2023-11/2024-12' } },
	});

	test('of a term is the chair with the dates', () => {
		const titleOfTerm = (id: string) => titleOf(network, find(network, 'secretariat', id));
		expect(titleOfTerm('ended')).toMatch(/^Serbia\b.*, October 2017 – October 2021$/);
		expect(titleOfTerm('open')).toMatch(/^Serbia\b.*, July 2022 – end not stated$/);
	});

	test('of a Board is its stated period', () => {
		expect(titleOf(network, find(network, 'board', 'composition'))).toBe(
			'Executive Board, November 2023 – December 2024',
		);
	});

	test.each(kinds.filter((kind) => kind !== 'board' && kind !== 'secretariat'))(
		'of one of the %s is its name',
		(kind) => {
			expect(titleOf(network, entryOf(kind))).toBe('this');
		},
	);
});

test('the line of a source leaves out usual values', () => {
	expect(sourceLine(entryOf('sources', { publisher: 'OSCE' }))).toBe('OSCE.');
	expect(
		sourceLine(
			entryOf('sources', { publisher: 'Nova', published: '2021-12-07', language: 'bg', copyRead: 'part' }),
		),
	).toBe('Nova, 7 December 2021, in Bulgarian, translated by us, read in part.');
});

test('the names of sources with the same publisher and date have enough words of their titles', () => {
	const source = (title: string, more = {}) => ({ publisher: 'OSCE', title, ...more });
	const network = networkOf({
		sources: {
			one: source('OSCE supports the sixth meeting in Rome'),
			two: source('OSCE supports the sixth conference'),
			three: source('Who we are'),
			dated: source('Who we are', { published: '2021-12-07' }),
		},
	});
	const nameOf = (id: string) => sourceName(network, find(network, 'sources', id));
	expect(nameOf('one')).toBe('OSCE, “OSCE supports the sixth meeting…”, undated');
	expect(nameOf('two')).toBe('OSCE, “OSCE supports the sixth conference”, undated');
	expect(nameOf('three')).toBe('OSCE, “Who we are”, undated');
	expect(nameOf('dated')).toBe('OSCE, 7 December 2021');
});

test('counts and series are English', () => {
	expect(counted(1, 'meeting')).toBe('1 meeting');
	expect(counted(0, 'meeting')).toBe('0 meetings');
	expect(counted(13, 'country', 'countries')).toBe('13 countries');
	expect(inSeries(['Albania'])).toBe('Albania');
	expect(inSeries(['Albania', 'Bulgaria', 'Croatia'])).toBe('Albania, Bulgaria and Croatia');
});
