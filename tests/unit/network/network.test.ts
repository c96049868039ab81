import { describe, expect, test } from 'vitest';
import { recordsCiting } from '../../../src/network/evidence.ts';
import { addressOf, disputesAbout, find, findAt } from '../../../src/network/network.ts';
import { idsOf, networkOf } from './content.ts';

describe('the network', () => {
	test('has dated records in order of date: by the earliest day, then by the latest', () => {
		const { entries } = networkOf({
			meetings: {
				year: { dates: '2018' },
				late: { dates: '2018-06-28' },
				month: { dates: '2018-06' },
				days: { dates: '2018-06-28/2018-06-30' },
				early: { dates: '2017-12' },
				january: { dates: '2018-01' },
			},
		});
		expect(idsOf(entries.meetings)).toEqual(['early', 'january', 'year', 'month', 'late', 'days']);
	});

	test('has all other records in order of name without regard to case, then of id', () => {
		const { entries } = networkOf({
			themes: {
				b: { name: 'terrorism' },
				d: { name: 'Cybercrime' },
				c: { name: 'Terrorism' },
				a: { name: 'firearms' },
			},
		});
		expect(idsOf(entries.themes)).toEqual(['d', 'a', 'b', 'c']);
	});

	test('has the offices of a country in the order in which they belonged', () => {
		const { entries } = networkOf({
			members: { bulgaria: {}, albania: {} },
			offices: {
				later: { country: 'bulgaria', since: '2022-07' },
				first: { country: 'bulgaria', since: '2016-05', until: '2022-07' },
				other: { country: 'albania', since: '2023' },
			},
		});
		expect(idsOf(entries.offices)).toEqual(['other', 'first', 'later']);
	});

	test('does not depend on the order in which files were read', () => {
		const one = networkOf({ meetings: { a: {}, b: {} }, themes: { x: {}, y: {} } });
		const other = networkOf({ themes: { y: {}, x: {} }, meetings: { b: {}, a: {} } });
		expect(other.entries).toEqual(one.entries);
		expect([...other.byAddress.keys()]).toEqual([...one.byAddress.keys()]);
	});

	test('finds a record by kind and id and by address, and names a missing one', () => {
		const network = networkOf({ members: { greece: {} }, themes: { greece: {} } });
		expect(find(network, 'members', 'greece').kind).toBe('members');
		expect(find(network, 'themes', 'greece').kind).toBe('themes');
		expect(addressOf(findAt(network, 'themes/greece'))).toBe('themes/greece');
		expect(() => find(network, 'members', 'atlantis')).toThrow(
			new RangeError('The record has no members/atlantis.'),
		);
	});
});

describe('the sources of a record', () => {
	test('have all records that cite them, each once', () => {
		const network = networkOf({
			sources: { other: {} },
			themes: { both: { sources: ['account', 'other'] }, one: {} },
			meetings: {
				meeting: {
					agenda: [{ id: 'item', title: 'Item', wording: 'published', themes: [], sources: ['account'] }],
				},
			},
		});
		expect(recordsCiting(network, 'account').map(addressOf)).toEqual([
			'meetings/meeting',
			'themes/both',
			'themes/one',
		]);
		expect(recordsCiting(network, 'other').map(addressOf)).toEqual(['themes/both']);
	});
});

describe('the disputes about a record', () => {
	const network = networkOf({
		members: { austria: {}, greece: {} },
		disputes: {
			joining: {
				about: [
					{ record: 'members/austria', field: 'joined' },
					{ record: 'members/austria', field: 'name' },
				],
			},
			whole: { about: [{ record: 'members/austria' }] },
			other: { about: [{ record: 'members/greece', field: 'joined' }] },
		},
	});
	const austria = find(network, 'members', 'austria');

	test('are all that refer to it, each once', () => {
		expect(idsOf(disputesAbout(network, austria))).toEqual(['joining', 'whole']);
	});

	test('can be limited to a field', () => {
		expect(idsOf(disputesAbout(network, austria, 'joined'))).toEqual(['joining']);
		expect(disputesAbout(network, austria, 'code')).toEqual([]);
	});
});
