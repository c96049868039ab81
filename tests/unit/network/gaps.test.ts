import { describe, expect, test } from 'vitest';
import { gapsByKind, missingIn } from '../../../src/network/gaps.ts';
import { find, type Network } from '../../../src/network/network.ts';
import type { RecordData } from '../../../src/schema/index.ts';
import { networkOf } from './content.ts';

const missingInMeeting = (changes: Partial<RecordData<'meetings'>>): string[] => {
	const network = networkOf({ meetings: { meeting: changes } });
	return missingIn(network, find(network, 'meetings', 'meeting'));
};

const gapsIn = (network: Network) => gapsByKind(network).flatMap(({ gaps }) => gaps);

describe('the missing facts', () => {
	test('of a meeting with only a date are all questions', () => {
		expect(missingInMeeting({})).toEqual([
			'place',
			'host',
			'agenda',
			'participating countries',
			'decisions or outcomes',
		]);
	});

	test('of a complete meeting are none', () => {
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

	test('include the host institution, except for online meetings', () => {
		expect(missingInMeeting({ host: { country: 'serbia' } })).toContain('host institution');
		expect(missingInMeeting({ host: { country: 'serbia', office: 'office' } })).not.toContain(
			'host institution',
		);
		expect(missingInMeeting({ host: { country: 'serbia' }, mode: 'online' })).not.toContain(
			'host institution',
		);
		const missing = missingInMeeting({ place: { city: 'Skopje', country: 'north-macedonia' } });
		expect(missing).toContain('host institution');
		expect(missing).not.toContain('host');
	});

	test('of a term include the chair after it, if no source names one', () => {
		const missingAfter = (until: string): string[] => {
			const network = networkOf({
				members: { greece: {} },
				offices: { office: {} },
				secretariat: { first: { from: '2017-10', until }, second: { from: '2021-12' } },
			});
			return missingIn(network, find(network, 'secretariat', 'first'));
		};
		expect(missingAfter('2021-10')).toEqual(['chair between this term and the next']);
		expect(missingAfter('2021-12')).toEqual([]);
	});

	test('of a member include its office, until an office refers to it', () => {
		const network = networkOf({
			members: { greece: {}, austria: {} },
			offices: {
				office: { country: 'greece', seat: 'Athens', website: 'https://www.example.org/' },
				named: { country: 'greece', membership: 'named' },
			},
		});
		expect(gapsIn(network).map(({ entry, missing }) => [entry.id, missing])).toEqual([
			['austria', ['member office']],
			['named', ['membership of this office', 'seat', 'website']],
			['account', ['date of publication']],
		]);
	});

	test('of a Board include the seats, while one is unknown', () => {
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
		expect(gapsByKind(network).find(({ kind }) => kind === 'board')?.gaps).toMatchObject([
			{ entry: { id: 'half' } },
		]);
	});

	test('depend on the kind: terms, documents, projects and sources have their own questions', () => {
		const network = networkOf({
			members: { greece: {} },
			offices: { office: {} },
			secretariat: { ended: { until: '2021-12' }, open: { from: '2021-12' } },
			meetings: { first: {} },
			documents: {
				found: { meeting: 'first', textAddress: 'https://www.example.org/' },
				reported: { content: [{ text: 'It says so.' }] },
				named: {},
			},
			projects: { project: {} },
			sources: { dated: { published: '2021' } },
		});
		const gaps = gapsIn(network).map(({ entry, missing }) => [entry.id, missing]);
		expect(Object.fromEntries(gaps)).toMatchObject({
			open: ['end of the term'],
			reported: ['meeting at which it was adopted', 'text'],
			named: ['meeting at which it was adopted', 'text', 'contents'],
			project: ['dates', 'organization in charge', 'funders', 'beneficiaries'],
			account: ['date of publication'],
		});
		for (const known of ['ended', 'found', 'dated'])
			expect(Object.fromEntries(gaps)).not.toHaveProperty(known);
	});

	test('do not exist for themes and glossary terms', () => {
		const network = networkOf({ themes: { theme: {} }, glossary: { term: {} } });
		const kinds = gapsByKind(network).map(({ kind }) => kind);
		expect(kinds).not.toContain('themes');
		expect(kinds).not.toContain('glossary');
	});
});

test('organizers count as a host, and decisions count as an outcome', () => {
	const missing = missingInMeeting({
		organizers: [{ text: 'The OSCE' }],
		decisions: [{ text: 'It was decided.' }],
	});
	expect(missing).not.toContain('host');
	expect(missing).not.toContain('decisions or outcomes');
});
