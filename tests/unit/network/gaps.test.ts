import { describe, expect, test } from 'vitest';
import { gapsOf, kindsWithQuestions, missingIn } from '../../../src/network/gaps.ts';
import { find } from '../../../src/network/network.ts';
import type { RecordData } from '../../../src/schema/index.ts';
import { idsOf, networkOf } from './content.ts';

const missingInMeeting = (changes: Partial<RecordData<'meetings'>>): string[] => {
	const network = networkOf({ meetings: { meeting: changes } });
	return missingIn(network, find(network, 'meetings', 'meeting'));
};

describe('what is not known', () => {
	test('of a meeting with nothing but its date is everything one would ask', () => {
		expect(missingInMeeting({})).toEqual([
			'where or how it was held',
			'who hosted it',
			'its agenda',
			'which countries took part',
			'what it decided or what came of it',
		]);
	});

	test('of a meeting that is told whole is nothing', () => {
		expect(
			missingInMeeting({
				place: { city: 'Skopje', country: 'north-macedonia' },
				host: { country: 'north-macedonia', institution: 'The ministry' },
				agenda: [{ id: 'item', title: 'Item', wording: 'published', themes: [] }],
				participants: { countries: ['greece'] },
				outcomes: [{ text: 'It was agreed.' }],
			}),
		).toEqual([]);
	});

	test('of a host is the institution, but not of a meeting online, which needs no house', () => {
		expect(missingInMeeting({ host: { country: 'serbia' } })).toContain('the host institution');
		expect(missingInMeeting({ host: { country: 'serbia', office: 'office' } })).not.toContain(
			'the host institution',
		);
		expect(missingInMeeting({ host: { country: 'serbia' }, mode: 'online' })).not.toContain(
			'the host institution',
		);
		const missing = missingInMeeting({ place: { city: 'Skopje', country: 'north-macedonia' } });
		expect(missing).toContain('the host institution');
		expect(missing).not.toContain('who hosted it');
	});

	test('of a member is its office, as long as no office names it', () => {
		const network = networkOf({
			members: { greece: {}, austria: {} },
			offices: {
				office: { country: 'greece', seat: 'Athens', website: 'https://www.example.org/' },
				named: { country: 'greece', membership: 'named' },
			},
		});
		expect(idsOf(gapsOf(network, 'members').map(({ entry }) => entry))).toEqual(['austria']);
		expect(gapsOf(network, 'offices').map(({ entry, missing }) => [entry.id, missing])).toEqual([
			['named', ['whether this office is the member', 'where its seat is', 'its website']],
		]);
	});

	test('of a Board is who held which seat, as long as one seat is open', () => {
		const network = networkOf({
			members: { greece: {}, serbia: {} },
			board: {
				stated: {
					members: [
						{ country: 'greece', seat: 'current-host' },
						{ country: 'serbia', seat: 'secretariat' },
					],
				},
				half: { members: [{ country: 'greece', seat: 'current-host' }, { country: 'serbia' }] },
			},
		});
		expect(idsOf(gapsOf(network, 'board').map(({ entry }) => entry))).toEqual(['half']);
	});

	test('of a term is its end, of a document where it was adopted and its text, of a project its dates and who had part in it, of a source its date', () => {
		const network = networkOf({
			members: { greece: {} },
			offices: { office: {} },
			secretariat: { ended: { until: '2021-10' }, open: { from: '2021-12' } },
			meetings: { first: {} },
			documents: {
				found: { meeting: 'first', textAddress: 'https://www.example.org/' },
				reported: { content: [{ text: 'It says so.' }] },
				named: {},
			},
			projects: { project: {} },
			sources: { dated: { published: '2021' } },
		});
		const gaps = kindsWithQuestions
			.flatMap((kind) => gapsOf(network, kind))
			.map(({ entry, missing }) => [entry.id, missing]);
		expect(Object.fromEntries(gaps)).toMatchObject({
			open: ['when the term ended'],
			reported: ['at which meeting it was adopted', 'its text'],
			named: ['at which meeting it was adopted', 'its text', 'what it says'],
			project: ['when it ran', 'who ran it', 'who paid for it', 'whom it was for'],
			account: ['when it was published'],
		});
		for (const known of ['ended', 'found', 'dated'])
			expect(Object.fromEntries(gaps)).not.toHaveProperty(known);
	});

	test('is asked of nothing that is words alone', () => {
		const network = networkOf({ themes: { theme: {} }, glossary: { term: {} } });
		expect([...gapsOf(network, 'themes'), ...gapsOf(network, 'glossary')]).toEqual([]);
	});
});

test('a meeting that an organization held has a host, and one with decisions has an outcome', () => {
	const missing = missingInMeeting({
		organizers: [{ text: 'The OSCE' }],
		decisions: [{ text: 'It was decided.' }],
	});
	expect(missing).not.toContain('who hosted it');
	expect(missing).not.toContain('what it decided or what came of it');
});
