import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/network/network.ts';
import { datedChanges } from '../../../src/network/turning-points.ts';
import { timelineOf, timelineYears, yearsWith } from '../../../src/network/timeline.ts';
import { eventKinds } from '../../../src/schema/kinds.ts';
import { kinds } from '../../../src/schema/kinds.ts';
import { idsOf, networkOf, oneOfEach } from './content.ts';

const network = networkOf({
	members: {
		serbia: { name: 'Serbia', joined: { date: '2016-05', how: 'Signed.' } },
		albania: { name: 'Albania', joined: { date: '2016-05', how: 'Signed.' } },
		greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed at the fifth meeting.' } },
	},
	offices: { office: { name: 'The Office', country: 'serbia' } },
	meetings: {
		fifth: { title: 'Fifth meeting', dates: '2019-06-04/2019-06-05' },
		board: { title: 'Board meeting', body: 'executive-board', dates: '2020-11' },
	},
	secretariat: {
		term: { country: 'serbia', from: '2017-10', until: '2021-10', ended: { how: 'The term was over.' } },
		open: { country: 'serbia', from: '2022' },
	},
	board: { composition: { period: '2019', members: [{ country: 'serbia' }, { country: 'greece' }] } },
	documents: { declaration: { title: 'Declaration', date: '2016-05' } },
	milestones: { closure: { title: 'An office is closed', date: '2022-07' } },
});

const events = timelineOf(network);
const titleOn = (date: string): string[] =>
	events.filter((event) => event.date === date).map(({ title }) => title);

describe('the timeline', () => {
	test('has all events in order of the earliest day, then of the latest', () => {
		expect(events.map(({ date }) => date)).toEqual([
			'2016-05',
			'2016-05',
			'2017-10',
			'2019',
			'2019-06',
			'2019-06-04/2019-06-05',
			'2020-11',
			'2021-10',
			'2022',
			'2022-07',
		]);
	});

	test.each([network, networkOf(oneOfEach)])('has each record of its kinds: %#', (of) => {
		const shown = new Set(timelineOf(of).flatMap(({ entries }) => entries.map(addressOf)));
		expect([...shown].sort()).toEqual(eventKinds.flatMap((kind) => of.entries[kind].map(addressOf)).sort());
	});

	test('has one event for countries that joined together, and the name of a country that joined alone', () => {
		expect(titleOn('2016-05')).toContain('2 countries join');
		expect(titleOn('2019-06')).toEqual(['Greece joins']);
		const [together] = events.filter(({ title }) => title === '2 countries join');
		expect(together?.text).toBe('Albania and Serbia.');
		const [alone] = events.filter(({ title }) => title === 'Greece joins');
		expect(alone?.text).toBe('Signed at the fifth meeting. The network then had 3 members (derived).');
	});

	test('has the founding of the Board and of the Secretariat, at the meetings that set them up', () => {
		const founded = networkOf({
			meetings: {
				third: { title: 'Third meeting', dates: '2017-10-12' },
				fourth: { title: 'Fourth meeting', dates: '2018-06-28' },
			},
			network: {
				boardRule: { text: 'Four seats.', size: 4, establishedAt: 'fourth' },
				secretariat: { establishedAt: 'third' },
			},
		});
		const foundings = timelineOf(founded).filter(({ kind }) => kind === 'board' || kind === 'secretariat');
		expect(foundings.map(({ date, title, entries }) => [date, title, ...entries.map(addressOf)])).toEqual([
			['2017-10-12', 'The third meeting sets up the Secretariat', 'meetings/third'],
			['2018-06-28', 'The fourth meeting sets up the Executive Board', 'meetings/fourth'],
		]);
		expect(datedChanges(founded).flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual(
			expect.arrayContaining([' set up the Secretariat.', ' set up the Executive Board.']),
		);
	});

	test('has the end of a term only if a source states how it ended', () => {
		expect(titleOn('2017-10')).toEqual(['Serbia takes the chair of the Secretariat']);
		expect(titleOn('2021-10')).toEqual(['End of the term of the The Office']);
		expect(events.filter(({ entries: [{ id }] }) => id === 'open')).toHaveLength(1);
	});
});

describe('the years of the timeline', () => {
	const record = networkOf({
		members: {
			serbia: { joined: { date: '2016-05', how: 'Signed.' } },
			greece: { joined: { date: '2019-06', how: 'Signed.' } },
		},
		offices: { office: { country: 'serbia' } },
		meetings: {
			first: { dates: '2016-05-26/2016-05-27', number: 1 },
			board: { dates: '2018-11-12', body: 'executive-board' },
			second: { dates: '2019-06-04', number: 2 },
		},
		secretariat: { term: { country: 'serbia', from: '2017-10' } },
		milestones: { before: { date: '2013' }, long: { date: '2018-12/2019-02' } },
	});
	const years = timelineYears(record);
	const yearOf = (year: string) => years.find((each) => each.year === year);

	test('are those with events, and all between the first meeting and the last event', () => {
		expect(years.map(({ year, events: { length } }) => `${year}: ${length}`)).toEqual([
			'2013: 1',
			'2016: 2',
			'2017: 1',
			'2018: 2',
			'2019: 2',
		]);
	});

	test('show that no meeting is recorded, after the first meeting', () => {
		expect(years.filter(({ lacksMeeting }) => lacksMeeting).map(({ year }) => year)).toEqual([
			'2017',
			'2018',
		]);
	});

	test('count the members at their end, or today in the current year', () => {
		const words = ['0 countries', '1 country', '1 country', '1 country', '2 countries'];
		expect(years.map(({ members }) => members)).toEqual(words);
		const today = networkOf(
			{ members: { greece: { joined: { date: '2019-06', how: 'Signed.' } } } },
			'2019-05-01',
		);
		expect(timelineYears(today).map(({ members, isOver }) => [members, isOver])).toEqual([
			['0 countries', false],
		]);
	});

	test('have the chairs, and the turning point at their end', () => {
		const chairsIn = (year: string) =>
			yearOf(year)?.chairs.map(({ is, spans }) => [is, ...spans.map(({ term }) => term.id)].join(' '));
		expect(chairsIn('2016')).toEqual(['not-stated']);
		expect(chairsIn('2017')).toEqual(['not-stated', 'uncertain term', 'stated term', 'not-stated']);
		expect(chairsIn('2018')).toEqual(['not-stated']);
		expect(yearOf('2013')?.end).toBeUndefined();
		expect(yearOf('2018')?.end?.id).toBe('2017-11-01');
	});
});

describe('an event', () => {
	test('has the disputes about the values shown, each once', () => {
		const doubtful = networkOf({
			members: {
				serbia: { joined: { date: '2016-05', how: 'Signed.' } },
				albania: { joined: { date: '2016-05', how: 'Signed.' } },
			},
			meetings: { meeting: { dates: '2018' } },
			disputes: {
				day: {
					about: [
						{ record: 'members/serbia', field: 'joined' },
						{ record: 'members/albania', field: 'joined' },
					],
				},
				decision: { about: [{ record: 'meetings/meeting', field: 'decisions' }] },
				whole: { about: [{ record: 'meetings/meeting' }] },
			},
		});
		expect(timelineOf(doubtful).map(({ disputes }) => disputes.map(({ id }) => id))).toEqual([
			['day'],
			['whole'],
		]);
	});
});

describe('the disputes beside an event', () => {
	const fields = {
		'members/greece': ['joined'],
		'meetings/meeting': ['title', 'dates', 'body', 'number', 'place', 'mode'],
		'secretariat/term': ['country', 'office', 'from', 'began', 'until', 'ended'],
		'board/composition': ['members', 'period'],
		'documents/document': ['title', 'date'],
		'milestones/milestone': ['title', 'date', 'text'],
	};
	const questions = Object.entries(fields).flatMap(([record, keys]) =>
		[undefined, ...keys, 'notes'].map((field): [string, { about: { record: string; field?: string }[] }] => [
			`${record.replace('/', '-')}-${field ?? 'whole'}`,
			{ about: [{ record, ...(field !== undefined && { field }) }] },
		]),
	);
	const doubted = networkOf({
		members: { greece: {} },
		offices: { office: {} },
		meetings: { meeting: { dates: '2018-06' } },
		secretariat: { term: { from: '2017-10', until: '2021-10', ended: { how: 'It was over.' } } },
		board: { composition: {} },
		documents: { document: {} },
		milestones: { milestone: {} },
		disputes: Object.fromEntries(questions),
	});
	const askedOf = (record: string) =>
		timelineOf(doubted)
			.filter(({ entries: [entry] }) => addressOf(entry) === record)
			.map(({ disputes }) =>
				idsOf(disputes)
					.map((id) => id.slice(record.length + 1))
					.sort(),
			);

	test('are those about the values shown or the whole record, and no others', () => {
		for (const record of [
			'members/greece',
			'meetings/meeting',
			'board/composition',
			'documents/document',
		] as const)
			expect(askedOf(record), record).toEqual([[...fields[record], 'whole'].sort()]);
		expect(askedOf('milestones/milestone')).toEqual([['date', 'text', 'title', 'whole']]);
	});

	test('differ between the start and the end of a term', () => {
		expect(askedOf('secretariat/term')).toEqual([
			['began', 'country', 'from', 'office', 'whole'],
			['ended', 'office', 'until', 'whole'],
		]);
	});
});

describe('the text of an event', () => {
	const textsOf = (id: string): (string | undefined)[] =>
		events.filter(({ entries: [entry] }) => entry.id === id).map(({ text }) => text);

	test('of a chair has the office, and how the term began and ended', () => {
		expect(textsOf('term')).toEqual(['The Office. Elected.', 'The term was over.']);
		expect(textsOf('open')).toEqual(['The Office. Elected.']);
	});

	test('of a Board has its members and its stated period', () => {
		expect(titleOn('2019')).toEqual(['Board: Serbia and Greece']);
		expect(textsOf('composition')).toEqual(['List of 2019.']);
		const [noted] = timelineOf(
			networkOf({
				members: { greece: {} },
				board: { composition: { periodNote: 'Dated by the photograph.' } },
			}),
		).filter(({ kind }) => kind === 'board');
		expect(noted?.text).toBe('Dated by the photograph.');
	});

	test('of a document has the note on its date', () => {
		expect(textsOf('declaration')).toEqual([undefined]);
		const [noted] = timelineOf(networkOf({ documents: { document: { dateNote: 'Signed later.' } } }));
		expect(noted?.text).toBe('Signed later.');
	});

	test('depends on the kind: meetings of the Board are separate from those of the conference', () => {
		const kindsOf = (id: string) =>
			events.filter(({ entries: [entry] }) => entry.id === id).map(({ kind }) => kind);
		expect(['fifth', 'board', 'composition', 'declaration', 'closure'].flatMap(kindsOf)).toEqual([
			'meetings',
			'board',
			'board',
			'documents',
			'milestones',
		]);
	});
});

test('the timeline of one kind has the years with events of that kind, and only those events', () => {
	expect(
		yearsWith(network, 'board').map(({ year, events: ofYear }) => [year, ofYear.map(({ date }) => date)]),
	).toEqual([
		['2019', ['2019']],
		['2020', ['2020-11']],
	]);
	expect(yearsWith(networkOf({}), 'board')).toEqual([]);
});

test('every kind of record has events on the timeline, except those left out on purpose', () => {
	const leftOut = ['offices', 'projects', 'themes', 'glossary', 'disputes', 'languages', 'sources'];
	const shown = new Set(
		timelineOf(networkOf(oneOfEach)).flatMap(({ entries }) => entries.map(({ kind }) => kind)),
	);
	expect(kinds.filter((kind) => !shown.has(kind))).toEqual(leftOut);
});
