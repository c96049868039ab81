import { describe, expect, test } from 'vitest';
import {
	changeTimeInWords,
	datedChanges,
	disputesWithin,
	nextChangeAfter,
	periodInWords,
	pointBefore,
	stateDaysInWords,
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
const changesOn = (date: string): string[] =>
	datedChanges(network)
		.filter((group) => group.date === date)
		.flatMap(({ changes }) => changes)
		.map(
			({ before, links, after, rest }) =>
				before + links.map(({ label }) => label).join() + after + (rest?.words ?? ''),
		);

describe('the changes', () => {
	test('are grouped by date, in order of their last possible day', () => {
		expect(datedChanges(network).map(({ date }) => date)).toEqual([
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

	test('show that the day of a change is unknown, if no source states it', () => {
		expect(datedChanges(network).map(changeTimeInWords)).toEqual([
			'on 26 May 2016',
			'in March 2017 (day unknown)',
			'in October 2017 (day unknown)',
			'on 4–5 June 2019',
			'on 1 February 2020',
			'on 1–2 February 2020',
			'in March 2020 (day unknown)',
			'in 2021 (day unknown)',
		]);
	});

	test('that come next are stated rather than derived, if both may happen from the same day on', () => {
		const austria = networkOf({
			members: { austria: { joined: { date: '2023-11', how: 'Signed.' } } },
			board: {
				named: { period: '2023-11/2024-12', periodNote: 'Derived.', members: [{ country: 'austria' }] },
			},
		});
		expect(nextChangeAfter(austria, '2023-10-31')).toMatchObject({ date: '2023-11', isDerived: false });
		expect(nextChangeAfter(austria, '2024-12-31')).toBeUndefined();
	});

	test('include the meetings and offices of the same date', () => {
		expect(changesOn('2016-05-26')).toEqual([
			'The first meeting of the network was held online.',
			'italy joined.',
			'One office joined the network: rome (italy).',
		]);
	});

	test('show that Greece joined at the fifth meeting, within the stated month', () => {
		expect(changesOn('2019-06-04/2019-06-05')).toContain('Greece joined.');
	});
});

describe('the periods between changes', () => {
	test('begin where a change may have happened, and again where it certainly has', () => {
		expect(points.map(({ id, day, until }) => [id, day, until])).toEqual([
			['2016-05-26', '2016-05-26', '2017-02-28'],
			['2017-03', '2017-03-01', '2017-03-30'],
			['2017-03-31', '2017-03-31', '2017-09-30'],
			['2017-10', '2017-10-01', '2017-10-30'],
			['2017-10-31', '2017-10-31', '2019-06-03'],
			['2019-06-04', '2019-06-04', '2019-06-04'],
			['2019-06-05', '2019-06-05', '2020-01-31'],
			['2020-02-01', '2020-02-01', '2020-02-01'],
			['2020-02-02', '2020-02-02', '2020-02-29'],
			['2020-03', '2020-03-01', '2020-03-30'],
			['2020-03-31', '2020-03-31', '2020-12-31'],
			['2021', '2021-01-01', '2021-12-30'],
			['2021-12-31', '2021-12-31', undefined],
		]);
	});

	test('are described by the dates of the changes around them, not by days that no source states', () => {
		expect(points.map(periodInWords)).toEqual([
			'between 26 May 2016 and March 2017',
			'in March 2017',
			'between March 2017 and October 2017',
			'in October 2017',
			'between October 2017 and 4 June 2019',
			'on 4–5 June 2019',
			'between 5 June 2019 and 1 February 2020',
			'on 1–2 February 2020',
			'between 2 February 2020 and March 2020',
			'in March 2020',
			'between March 2020 and 2021',
			'in 2021',
			'since 2021',
		]);
	});

	test('have the changes that are certain and those that are only possible', () => {
		const changesOf = (id: string) => {
			const point = points.find((each) => each.id === id);
			return [point?.settled, point?.possible].map((groups) => groups?.map(({ date }) => date));
		};
		expect(changesOf('2017-03')).toEqual([[], ['2017-03']]);
		expect(changesOf('2017-03-31')).toEqual([['2017-03'], []]);
		expect(changesOf('2020-02-01')).toEqual([['2020-02-01'], ['2020-02-01/2020-02-02']]);
	});

	test('are compared with the time before the change was possible', () => {
		const before = (id: string) => {
			const point = points.find((each) => each.id === id);
			return point && pointBefore(network, point)?.id;
		};
		expect(before('2016-05-26')).toBeUndefined();
		expect(before('2017-03')).toBe('2016-05-26');
		expect(before('2017-03-31')).toBe('2016-05-26');
	});

	test('include every day from the first change on, and no day twice', () => {
		expect(turningPointOn(network, '2016-05-25')).toBeUndefined();
		expect(turningPointOn(network, '2017-03-30')?.id).toBe('2017-03');
		expect(turningPointOn(network, '2017-03-31')?.id).toBe('2017-03-31');
		const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
		for (const [index, point] of points.slice(1).entries())
			expect(points[index]?.until).toBe(dayBefore(point.day));
	});

	test('name the start and the end of a month, if changes overlap', () => {
		const overlapping = networkOf({
			members: {
				italy: { joined: { date: '2017', how: 'Signed.' } },
				greece: { joined: { date: '2017-03', how: 'Signed.' } },
			},
		});
		expect(turningPoints(overlapping).map(periodInWords)).toEqual([
			'between the start of 2017 and March 2017',
			'in March 2017',
			'between March 2017 and the end of 2017',
			'since 2017',
		]);
	});

	test('mark derived dates', () => {
		const derived = networkOf({
			members: { greece: {} },
			offices: { office: {} },
			sources: { account: { published: '2019-02-03' } },
			secretariat: { term: { from: '2018-04-05', statedLength: 'two years' } },
			board: { list: { period: '2021/2022', periodNote: 'The source has no date.' } },
		});
		expect(datedChanges(derived).slice(2).map(changeTimeInWords)).toEqual([
			'on 3 February 2019',
			'on 5 April 2020 (derived)',
			'in 2021 (derived)',
			'in 2022 (derived)',
		]);
		expect(turningPoints(derived).slice(3).map(periodInWords)).toEqual([
			'after 3 February 2019, until 5 April 2020 (derived)',
			'after 5 April 2020, until 2021 (derived)',
			'between the start of 2021 and the end of 2022 (derived)',
			'since 2022 (derived)',
		]);
	});
});

test('every year from the first change until today has its changes and the period before it', () => {
	const years = turningPointYears(network);
	expect(years.map(({ year }) => year).slice(0, 4)).toEqual(['2016', '2017', '2018', '2019']);
	expect(years.at(-1)?.year).toBe(network.today.slice(0, 4));
	expect(years[0]?.before).toBeUndefined();
	expect(years[1]?.changes.map(({ date }) => date)).toEqual(['2017-03', '2017-10']);
	expect(years[2]).toMatchObject({ before: { id: '2017-10-31' }, changes: [] });
});

test('a change is described in words: who joined, who took or gave up the chair, and the seats', () => {
	expect(changesOn('2017-10')).toEqual(['italy (rome) became chair of the Secretariat.']);
	expect(changesOn('2021')).toEqual(['italy (rome) stopped chairing the Secretariat.']);
	expect(changesOn('2020-02-01/2020-02-02')).toContainEqual(
		'From this meeting on, the rule gives seats on the Executive Board to Greece (current host).',
	);
});

test('an end that was planned with the length of a term is called planned', () => {
	const lasting = (statedLength: string) =>
		datedChanges(
			networkOf({
				members: { italy: {} },
				offices: { rome: { country: 'italy' } },
				secretariat: {
					term: { country: 'italy', office: 'rome', from: '2017-10', until: '2021-10', statedLength },
				},
			}),
		).flatMap(({ changes }) => changes.flatMap(({ rest }) => rest?.words ?? []));
	expect(lasting('four years')).toContain(' was due to stop chairing the Secretariat.');
	expect(lasting('six years')).toContain(' stopped chairing the Secretariat.');
});

test('a period does not claim the state at the end of the day on which the next one begins', () => {
	const [first, ...later] = turningPoints(network);
	expect(first && stateDaysInWords({ ...first, until: first.day })).toMatch(/ the network at the end of \d/);
	expect(first && stateDaysInWords({ ...first, until: '2099-01-01' })).toContain('until the next change');
	const last = later.at(-1);
	expect(last && stateDaysInWords(last)).toBe('This page shows the network after the last change.');
});

test('a period of a possible change says from which day on the change is certain', () => {
	const on = (day: string) => {
		const point = turningPointOn(network, day);
		return point && stateDaysInWords(point);
	};
	expect(on('2017-03-01')).toBe(
		'The changes below certainly happened by the end of March 2017, perhaps earlier.',
	);
	expect(on('2019-06-04')).toBe(
		'The changes below certainly happened by the end of 5 June 2019, perhaps earlier.',
	);
	expect(on('2017-03-31')).toBe('This page shows the network until the next change.');
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
	const changes = datedChanges(doubted).map(({ changes: [change] }) => change);
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
	const [group] = datedChanges(doubted).filter(({ date }) => date === '2018-06');
	const changes = (group?.changes ?? []).map(({ before, links, after, rest, citations, disputes }) => [
		before + links.map(({ label }) => label).join() + after + (rest?.words ?? ''),
		idsOf(citations).join(),
		idsOf(disputes).sort().join(),
	]);
	expect(changes).toEqual(
		expect.arrayContaining([
			['The Workshop of the network was held in Athens, greece.', 'account', 'body,dates,mode,place,title'],
			['The Meeting of the Executive Board was held.', 'account', ''],
			['The Retreat of the Executive Board was held online.', 'account', ''],
			['One office joined the network: The Office (greece).', 'account', 'name,since'],
		]),
	);
});

test('each part of a change has its own citations', () => {
	const points = datedChanges(
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
			.filter(({ after, rest }) => words.test(after + (rest?.words ?? '')))
			.map(({ citations, rest }) => [idsOf(citations), idsOf(rest?.citations ?? [])]);
	expect(marked(/of the network/)).toEqual([[['account'], ['embassy']]]);
	expect(marked(/became chair/)).toEqual([[['press'], ['account']]]);
	expect(marked(/stopped chairing/)).toEqual([[['press'], ['release']]]);
});

test('a change at a meeting also cites the sources for the days of the meeting', () => {
	const narrowed = networkOf({
		sources: { account: {}, embassy: {}, press: {} },
		members: { italy: { joined: { date: '2016-05', how: 'Signed.', meeting: 'first' } } },
		offices: { rome: { country: 'italy', since: '2016-05', sources: ['press'] } },
		meetings: {
			first: { dates: '2016-05-26/2016-05-27', sources: [{ id: 'embassy', states: ['dates'] }, 'account'] },
		},
		secretariat: {
			term: {
				country: 'italy',
				office: 'rome',
				from: '2016-05',
				began: { how: 'Elected.', meeting: 'first' },
			},
		},
	});
	const changes = datedChanges(narrowed).flatMap(({ changes }) => changes);
	const citedIn = (words: RegExp) =>
		changes
			.filter(({ before, after, rest }) => words.test(before + after + (rest?.words ?? '')))
			.map(({ citations, rest }) => [...new Set(idsOf([...citations, ...(rest?.citations ?? [])]))].sort());
	expect(citedIn(/joined\./)).toEqual([['account', 'embassy']]);
	expect(citedIn(/^One office/)).toEqual([['account', 'embassy', 'press']]);
	expect(citedIn(/became chair/)).toEqual([['account', 'embassy']]);
});

test('an office and a chair are in the network until the end of their exact last day', () => {
	const closed = networkOf({
		members: { greece: {} },
		offices: { office: { since: '2016-05', until: '2022-07-27' } },
		secretariat: { term: { from: '2017-10', until: '2022-07-27' } },
	});
	const last = datedChanges(closed).at(-1);
	expect(last).toMatchObject({ date: '2022-07-27', first: '2022-07-28', settled: '2022-07-28' });
	expect(last?.changes).toHaveLength(2);
	expect(turningPoints(closed).slice(-2).map(periodInWords)).toEqual([
		'between October 2017 and 27 July 2022',
		'after 27 July 2022',
	]);
});

describe('the disputes of a period', () => {
	const about = (record: string, field?: string) => ({ record, ...(field !== undefined && { field }) });
	const versions = (record: string, field: string) => ({
		follows: 'one',
		versions: [
			{ id: 'one', claim: 'It is so.', sources: ['account'] },
			{ id: 'other', claim: 'It is not.', reads: [{ record, field, as: 'later' }], sources: ['account'] },
		],
	});
	const doubted = networkOf({
		members: {
			greece: { joined: { date: '2016-05', how: 'Signed.' } },
			austria: { joined: { date: '2023-11', how: 'Signed.' } },
		},
		offices: { office: {}, second: {} },
		meetings: { board: { body: 'executive-board', dates: '2023-10-26' } },
		secretariat: {
			first: { from: '2021-12-06', until: '2022-07-27' },
			second: { office: 'second', from: '2022-09' },
		},
		disputes: {
			joined: { about: [about('members/austria', 'joined')] },
			attendance: { about: [about('meetings/board', 'participants')] },
			meeting: { about: [about('meetings/board')] },
			start: { about: [about('secretariat/first', 'from')], ...versions('secretariat/first', 'from') },
			before: { about: [about('secretariat/first', 'from')] },
			passage: { about: [about('secretariat/second', 'from')] },
		},
	});
	const on = (day: string) => {
		const point = turningPointOn(doubted, day);
		return point ? idsOf(disputesWithin(doubted, point)).sort() : [];
	};

	test('include those about the next change and about values of its meetings', () => {
		expect(on('2023-06-01')).toEqual(expect.arrayContaining(['attendance', 'joined']));
		expect(on('2023-06-01')).not.toContain('meeting');
		expect(on('2022-01-01')).not.toContain('attendance');
	});

	test('include those about when the country took the chair, even if another of its offices has taken over', () => {
		expect(on('2022-01-01')).toEqual(['before', 'start']);
		expect(on('2022-08-15')).toEqual(expect.arrayContaining(['passage', 'start']));
		expect(on('2022-09-15')).toEqual(['passage', 'start']);
	});
});
