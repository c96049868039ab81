import { describe, expect, test } from 'vitest';
import {
	periodInWords,
	turningPointOn,
	turningPoints,
	turningPointYears,
} from '../../../src/network/turning-points.ts';
import { idsOf, networkOf } from './content.ts';

const network = networkOf({
	members: {
		italy: { joined: { date: '2016-05-26', how: 'Signed.' } },
		hungary: { joined: { date: '2017-03', how: 'Signed.' } },
		greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed.', meeting: 'fifth' } },
	},
	offices: { rome: { country: 'italy', since: '2016-05-26' }, undated: { country: 'greece' } },
	meetings: {
		first: { number: 1, title: 'First meeting', dates: '2016-05-26', mode: 'online' },
		second: { number: 2, dates: '2018-06', mode: 'online' },
		fifth: { number: 5, dates: '2019-06-04/2019-06-05', mode: 'online' },
		turn: { number: 6, dates: '2020-02-01/2020-02-02', host: { country: 'greece' } },
	},
	secretariat: { italian: { country: 'italy', office: 'rome', from: '2017-10', until: '2021' } },
	board: { named: { period: '2020-02-01/2020-03', members: [{ country: 'italy' }] } },
});
const points = turningPoints(network);
const changesOn = (id: string): string[] =>
	points
		.find((point) => point.id === id)
		?.changes.map(
			({ before, links, after, rest }) =>
				before + links.map(({ label }) => label).join() + after + (rest?.words ?? ''),
		) ?? [];

describe('the turning points', () => {
	test('are the dates on which members, chair or Board changed, in order of their last day', () => {
		expect(points.map(({ date }) => date)).toEqual([
			'2016-05-26',
			'2017-03',
			'2017-10',
			'2019-06-04/2019-06-05',
			'2020-02-01',
			'2020-02-01/2020-02-02',
			'2020-03',
			'2021',
		]);
	});

	test('have their first day, month or year as their id, and both ends if that is taken', () => {
		expect(points.map(({ id }) => id)).toEqual([
			'2016-05-26',
			'2017-03',
			'2017-10',
			'2019-06-04',
			'2020-02-01',
			'2020-02-01--2020-02-02',
			'2020-03',
			'2021',
		]);
	});

	test('include the meetings and offices of the same date', () => {
		expect(changesOn('2016-05-26')).toEqual([
			'First meeting of the conference, held online.',
			'italy joined.',
			'Offices in the network from then on: rome (italy).',
		]);
	});

	test('show that Greece joined at the fifth meeting, within the stated month', () => {
		expect(changesOn('2019-06-04')).toContain('Greece joined.');
	});

	test('cover every day from their own last day on', () => {
		expect(turningPointOn(network, '2016-05-25')).toBeUndefined();
		expect(turningPointOn(network, '2017-03-30')?.id).toBe('2016-05-26');
		expect(turningPointOn(network, '2017-03-31')?.id).toBe('2017-03');
		expect(turningPointOn(network, '2018-06-30')?.id).toBe('2017-10');
	});
});

describe('the page of a turning point', () => {
	const periods = points.map(periodInWords);

	test('has the first and the last day of its state', () => {
		expect(periods[0]).toBe('from 26 May 2016 until 30 March 2017');
		expect(periods[4]).toBe('on 1 February 2020');
		expect(periods.at(-1)).toBe('from 31 December 2021 on');
	});

	test('covers every day from the first change, and no day twice', () => {
		const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
		for (const [index, point] of points.slice(1).entries())
			expect(points[index]?.until).toBe(dayBefore(point.day));
	});
});

test('every year from the first change until today has the turning point before it', () => {
	const years = turningPointYears(network);
	expect(years.map(({ year }) => year).slice(0, 4)).toEqual(['2016', '2017', '2018', '2019']);
	expect(years.at(-1)?.year).toBe(network.today.slice(0, 4));
	expect(years[0]?.before).toBeUndefined();
	expect(years[2]).toMatchObject({ before: { id: '2017-10' }, points: [] });
});

test('a change is described in words: who joined, who took or gave up the chair, and the seats', () => {
	expect(changesOn('2017-10')).toEqual(['Chair of the Secretariat from then on: italy (rome).']);
	expect(changesOn('2021')).toEqual(['Chair of the Secretariat until then: italy (rome).']);
	expect(changesOn('2020-02-01--2020-02-02')).toContainEqual(
		'Hosts on the Executive Board from this meeting on, according to the rule: Greece (current host).',
	);
});

test('a change has its citations and disputes', () => {
	const doubted = networkOf({
		sources: { press: {} },
		members: {
			greece: {
				joined: { date: '2016-05', how: 'Signed.', order: 1 },
				sources: [{ id: 'press', states: ['joined'] }, 'account'],
			},
		},
		offices: { office: {} },
		secretariat: { term: { from: '2017-10', until: '2021' } },
		disputes: {
			joined: { about: [{ record: 'members/greece', field: 'joined' }] },
			from: { about: [{ record: 'secretariat/term', field: 'from' }] },
			until: { about: [{ record: 'secretariat/term', field: 'until' }] },
			office: { about: [{ record: 'secretariat/term', field: 'office' }] },
			note: { about: [{ record: 'secretariat/term', field: 'notes' }] },
		},
	});
	const changes = turningPoints(doubted).map(({ changes: [change] }) => change);
	expect(changes.map((change) => idsOf(change?.disputes ?? []).sort())).toEqual([
		['joined'],
		['from', 'office'],
		['office', 'until'],
	]);
	expect(changes.map((change) => idsOf(change?.citations ?? []))).toEqual([
		['press'],
		['account'],
		['account'],
	]);
});

test('meetings and offices on a turning point are marked with their disputes', () => {
	const about = (record: string, field: string) => ({ about: [{ record, field }] });
	const doubted = networkOf({
		members: { greece: {}, serbia: { joined: { date: '2018-06', how: 'Signed.' } } },
		offices: { office: { since: '2018-06', name: 'The Office' } },
		meetings: {
			meeting: { title: 'Workshop', dates: '2018-06', place: { city: 'Athens', country: 'greece' } },
			board: { title: 'Meeting of the Executive Board', body: 'executive-board', dates: '2018-06' },
			plain: { title: 'Retreat', body: 'executive-board', dates: '2018-06', mode: 'online' },
		},
		disputes: {
			title: about('meetings/meeting', 'title'),
			body: about('meetings/meeting', 'body'),
			dates: about('meetings/meeting', 'dates'),
			place: about('meetings/meeting', 'place'),
			mode: about('meetings/meeting', 'mode'),
			agenda: about('meetings/meeting', 'agenda'),
			since: about('offices/office', 'since'),
			name: about('offices/office', 'name'),
			until: about('offices/office', 'until'),
		},
	});
	const [point] = turningPoints(doubted).filter(({ date }) => date === '2018-06');
	const changes = (point?.changes ?? []).map(({ before, links, after, rest, citations, disputes }) => [
		before + links.map(({ label }) => label).join() + after + (rest?.words ?? ''),
		idsOf(citations).join(),
		idsOf(disputes).sort().join(),
	]);
	expect(changes).toEqual(
		expect.arrayContaining([
			['Workshop of the conference, held in Athens, greece.', 'account', 'body,dates,mode,place,title'],
			['Meeting of the Executive Board, held.', 'account', ''],
			['Retreat of the Executive Board, held online.', 'account', ''],
			['Offices in the network from then on: The Office (greece).', 'account', 'name,since'],
		]),
	);
});

test('each part of a change has its own citations', () => {
	const points = turningPoints(
		networkOf({
			members: { italy: {} },
			offices: { rome: { country: 'italy' } },
			meetings: {
				first: {
					dates: '2016-05-26',
					mode: 'online',
					sources: [{ id: 'embassy', states: ['mode'] }, 'account'],
				},
			},
			secretariat: {
				italian: {
					country: 'italy',
					office: 'rome',
					from: '2016-05-26',
					until: '2021',
					sources: [{ id: 'press', states: ['office'] }, { id: 'release', states: ['until'] }, 'account'],
				},
			},
			sources: { account: {}, embassy: {}, press: {}, release: {} },
		}),
	).flatMap(({ changes }) => changes);
	const marked = (words: RegExp) =>
		points
			.filter(({ before, after }) => words.test(before + after))
			.map(({ citations, rest }) => [idsOf(citations), idsOf(rest?.citations ?? [])]);
	expect(marked(/of the conference/)).toEqual([[['account'], ['embassy']]]);
	expect(marked(/^Chair of the Secretariat from/)).toEqual([[['account'], ['press']]]);
	expect(marked(/until then/)).toEqual([[['release'], ['press']]]);
});
