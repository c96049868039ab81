import { describe, expect, test } from 'vitest';
import { growth, memberEvents, officesOf } from '../../../src/network/members.ts';
import { find } from '../../../src/network/network.ts';
import { idsOf, networkOf } from './content.ts';

const joining = (date: string) => ({ joined: { date, how: 'Signed the Declaration of Intent.' } });

const network = networkOf({
	members: {
		serbia: joining('2016-05'),
		albania: joining('2016-05'),
		hungary: joining('2017-03'),
		greece: joining('2019-06-04'),
	},
	offices: { one: { country: 'serbia' }, two: { country: 'greece' } },
	meetings: {
		hosted: {
			dates: '2023-02-22/2023-02-23',
			host: { country: 'serbia' },
			hostFirstPlanned: { country: 'hungary' },
			participants: { countries: ['serbia', 'greece'] },
		},
		placed: { dates: '2019-06', place: { city: 'Belgrade', country: 'serbia' } },
		elsewhere: { dates: '2018-06', host: { country: 'greece' } },
	},
	secretariat: { term: { country: 'serbia', office: 'one', from: '2017-10', until: '2021-10' } },
	board: { composition: { period: '2020', members: [{ country: 'serbia', seat: 'secretariat' }] } },
	documents: { declaration: { date: '2016-05', signatories: [{ country: 'serbia', date: '2016-05' }] } },
});

describe('the growth of the network', () => {
	test('is counted for each date on which a country joined', () => {
		expect(growth(network).map(({ date, joined, total }) => [date, idsOf(joined), total])).toEqual([
			['2016-05', ['albania', 'serbia'], 2],
			['2017-03', ['hungary'], 3],
			['2019-06-04', ['greece'], 4],
		]);
	});

	test('ends with all members', () => {
		expect(growth(network).at(-1)?.total).toBe(network.entries.members.length);
		expect(growth(networkOf({}))).toEqual([]);
	});
});

describe('a member', () => {
	const eventsOf = (id: string): string[] =>
		memberEvents(network, id).map(({ date, entry }) => `${date} ${entry?.id ?? ''}`.trim());

	test('has its own offices', () => {
		expect(idsOf(officesOf(network, find(network, 'members', 'serbia')))).toEqual(['one']);
		expect(officesOf(network, find(network, 'members', 'hungary'))).toEqual([]);
	});

	test('has its events in order of date: it signed, chaired, sat on the Board, hosted', () => {
		const [...events] = eventsOf('serbia');
		for (const event of [
			'2016-05 declaration',
			'2017-10 term',
			'2020 composition',
			'2023-02-22/2023-02-23 hosted',
		]) {
			expect(events).toContain(event);
		}
		expect(events).toEqual([...events].sort());
	});

	test('that hosted a meeting has no second event for taking part', () => {
		expect(eventsOf('serbia').filter((event) => event.endsWith(' hosted'))).toHaveLength(1);
	});

	test('hosted the meetings in its country without a stated host (derived)', () => {
		const events = memberEvents(network, 'serbia');
		const hosted = events.filter(({ what }) => what === 'Hosted');
		expect(hosted.map(({ entry, derived }) => [entry?.id, derived])).toEqual([
			['placed', 'host derived from the place'],
			['hosted', undefined],
		]);
	});

	test('has no event for a meeting without it, and one if it was only planned as host', () => {
		expect(eventsOf('albania').filter((event) => /hosted|elsewhere/.test(event))).toEqual([]);
		const [planned] = memberEvents(network, 'hungary').filter(({ entry }) => entry?.id === 'hosted');
		expect(planned?.what).toBe('Was first planned as host of');
	});
});

describe('an event of a member', () => {
	const wordsOf = (id: string) =>
		memberEvents(network, id).map(({ date, what, entry, detail }) =>
			[date, what, entry?.id, detail].filter(Boolean).join(' | '),
		);

	test('has words, with the place and the seat', () => {
		expect(wordsOf('serbia')).toEqual([
			'2016-05 | Joined the network',
			'2016-05 | Signed | declaration',
			'2017-10 | Took the chair with its | term',
			'2019-06 | Hosted | placed | Belgrade, serbia',
			'2020 | Named as a member of the | composition | Host of the Secretariat',
			'2021-10 | End of the term as chair, held by its | term',
			'2023-02-22/2023-02-23 | Hosted | hosted',
		]);
		expect(wordsOf('greece')).toEqual([
			'2018-06 | Hosted | elsewhere',
			'2019-06-04 | Joined the network',
			'2023-02-22/2023-02-23 | Took part in | hosted',
		]);
	});

	test('links to the meeting of joining; a term without a stated end has no end event', () => {
		const small = networkOf({
			members: { greece: { joined: { ...joining('2018-06').joined, meeting: 'meeting' } } },
			offices: { office: {} },
			meetings: { meeting: { dates: '2018-06' } },
			secretariat: { term: { from: '2020' } },
			board: { composition: { period: '2019' } },
		});
		const events = memberEvents(small, 'greece');
		expect(events.map(({ what, entry, detail }) => [what, entry?.id, detail])).toEqual([
			['Joined the network at', 'meeting', undefined],
			['Named as a member of the', 'composition', undefined],
			['Took the chair with its', 'term', undefined],
		]);
	});

	test('has the disputes about the values shown', () => {
		const fields = {
			'members/greece': 'joined',
			'documents/declaration': 'signatories.greece',
			'meetings/meeting': 'host',
			'secretariat/term': 'until',
			'board/composition': 'members.greece',
		};
		const doubted = networkOf({
			members: { greece: {} },
			offices: { office: {} },
			documents: { declaration: { signatories: [{ country: 'greece', date: '2016-05' }] } },
			meetings: { meeting: { dates: '2018-06', host: { country: 'greece' } } },
			secretariat: { term: { from: '2020' } },
			board: { composition: { period: '2019' } },
			disputes: Object.fromEntries(
				Object.entries(fields).map(([record, field]) => [
					field.replace('.greece', ''),
					{ about: [{ record, field }] },
				]),
			),
		});
		const events = memberEvents(doubted, 'greece');
		expect(events.map(({ disputes }) => idsOf(disputes))).toEqual([
			['joined'],
			['signatories'],
			['host'],
			['members'],
			['until'],
		]);
	});

	test('has no disputes about the part of other countries, or about a list as a whole', () => {
		const doubted = networkOf({
			members: { greece: {}, serbia: {} },
			meetings: {
				meeting: { dates: '2018-06', participants: { countries: ['greece', 'serbia'] } },
			},
			disputes: {
				serbia: { about: [{ record: 'meetings/meeting', field: 'participants.countries.serbia' }] },
				whole: { about: [{ record: 'meetings/meeting', field: 'participants' }] },
				place: { about: [{ record: 'meetings/meeting', field: 'place' }] },
			},
		});
		const on = (id: string) => memberEvents(doubted, id).flatMap(({ disputes }) => idsOf(disputes));
		expect(on('greece')).toEqual([]);
		expect(on('serbia')).toEqual(['serbia']);
		const took = memberEvents(doubted, 'greece').find(({ what }) => what === 'Took part in');
		expect(idsOf(took?.doubts ?? [])).toEqual(['place']);
	});

	test('has no dispute about the signature of another country', () => {
		const doubted = networkOf({
			members: { greece: {}, serbia: {} },
			documents: {
				declaration: {
					signatories: ['greece', 'serbia'].map((country) => ({ country, date: '2016-05' })),
				},
			},
			disputes: { signed: { about: [{ record: 'documents/declaration', field: 'signatories.serbia' }] } },
		});
		const signed = (id: string) => memberEvents(doubted, id).find(({ what }) => what === 'Signed');
		expect(idsOf(signed('serbia')?.disputes ?? [])).toEqual(['signed']);
		expect(signed('greece')?.disputes).toEqual([]);
	});
});
