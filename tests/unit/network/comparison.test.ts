import { describe, expect, test } from 'vitest';
import { compareDays, comparisonInWords, happenedBetween } from '../../../src/network/comparison.ts';
import { addDays } from '../../../src/network/time.ts';
import { idsOf, networkOf } from './content.ts';

const network = networkOf(
	{
		members: {
			serbia: { name: 'Serbia', joined: { date: '2016-05-26', how: 'Signed.' } },
			bulgaria: { name: 'Bulgaria', joined: { date: '2016-05-26', how: 'Signed.' } },
			hungary: { name: 'Hungary', joined: { date: '2017-03', how: 'Signed.' } },
		},
		offices: {
			belgrade: { country: 'serbia' },
			first: { country: 'bulgaria' },
			second: { country: 'bulgaria', since: '2022-09' },
		},
		meetings: {
			one: { number: 1, dates: '2016-05-26', mode: 'online' },
			two: { number: 2, dates: '2018-06-28/2018-06-30', place: { city: 'Belgrade', country: 'serbia' } },
			three: { number: 3, dates: '2020-06-01', place: { city: 'Sofia', country: 'bulgaria' } },
			board: { body: 'executive-board', dates: '2020-11' },
		},
		secretariat: {
			serbian: { country: 'serbia', office: 'belgrade', from: '2017-10-12', until: '2021-10-31' },
			bulgarian: { country: 'bulgaria', office: 'first', from: '2021-12-06', until: '2022-08' },
			again: { country: 'bulgaria', office: 'second', from: '2022-09-01', statedLength: 'one year' },
		},
		documents: { plan: { date: '2023-02' } },
		network: { boardRule: { text: 'Four seats.', size: 4, establishedAt: 'two' } },
	},
	'2024-06-15',
);
const answers = (then: string, later: string) => compareDays(network, then, later).answers;
const inWords = (then: string, later: string) =>
	comparisonInWords(compareDays(network, then, later), { start: then, end: later });

test.each([
	['2017-03', '2017-02-28', '2017-03-31', 'yes'],
	['2017-03', '2017-02-28', '2017-03-30', 'maybe'],
	['2017-03', '2017-03-01', '2017-03-31', 'maybe'],
	['2017-03', '2017-03-31', '2017-04-30', 'no'],
	['2017-03', '2016-01-01', '2017-02-28', 'no'],
	['2018-06-28/2018-06-30', '2018-06-27', '2018-06-29', 'maybe'],
] as const)('an event dated %s happened between %s and %s: %s', (date, then, later, answer) => {
	expect(happenedBetween(date, then, later)).toBe(answer);
});

describe('the comparison of two days', () => {
	test('has no change from a day to the next on which nothing is recorded', () => {
		expect(new Set(Object.values(answers('2019-01-01', '2019-12-31')))).toEqual(new Set(['no']));
		expect(inWords('2019-01-01', '2019-12-31')).toBe(
			'The record shows no change in members, chair, Board or offices between 2019-01-01 and 2019-12-31.',
		);
	});

	test('has a certain change only if the event surely happened between the days', () => {
		expect(answers('2016-05-26', '2017-03-15').members).toBe('maybe');
		expect(answers('2016-05-26', '2017-03-31').members).toBe('yes');
		expect(answers('2017-03-15', '2017-03-31').members).toBe('maybe');
		expect(answers('2022-08-01', '2022-09-15').offices).toBe('maybe');
	});

	test('names the parts that changed, and the parts that may have changed', () => {
		expect(inWords('2019-01-01', '2021-12-06')).toBe(
			'The chair and the Board changed between 2019-01-01 and 2021-12-06.',
		);
		expect(inWords('2022-08-15', '2022-09-15')).toContain(
			'It is not known for certain whether the offices changed',
		);
	});

	test('has the disputes about the meetings that it names', () => {
		const doubted = networkOf({
			meetings: {
				first: { number: 1, dates: '2020-01-01' },
				board: { body: 'executive-board', dates: '2020-11-12' },
			},
			disputes: {
				first: { about: [{ record: 'meetings/first', field: 'dates' }] },
				board: { about: [{ record: 'meetings/board', field: 'dates' }] },
				notes: { about: [{ record: 'meetings/board', field: 'notes' }] },
			},
		});
		const { disputesOf } = compareDays(doubted, '2020-12-01', '2021-12-01');
		expect(idsOf(disputesOf('boardMeetings'))).toEqual(['board']);
		expect(idsOf(disputesOf('meetings'))).toEqual(['first']);
		expect(disputesOf('members')).toEqual([]);
	});

	test('does not call it a change if the chair is only no longer stated', () => {
		expect(compareDays(network, '2022-10-01', network.today).later.chair.is).toBe('not-stated');
		expect(answers('2022-10-01', network.today).chair).toBe('maybe');
		expect(inWords('2022-10-01', network.today)).toContain(
			'It is not known for certain whether the chair or the Board changed',
		);
	});

	test('has the country in the chair on the Board, and the turns of the hosts', () => {
		expect(answers('2019-01-01', '2020-06-01').board).toBe('yes');
		expect(answers('2021-01-01', '2021-12-06').board).toBe('yes');
		// Another office of the same country takes the chair.
		expect(answers('2022-07-31', '2022-09-15')).toMatchObject({ chair: 'yes', board: 'no' });
	});

	test('does not call the end of a known list of Board members a change', () => {
		const listed = networkOf({
			members: { greece: {} },
			board: { list: { period: '2021/2022', periodNote: 'The source has no date.' } },
		});
		expect(compareDays(listed, '2020-06-01', '2023-06-01').answers.board).toBe('maybe');
		expect(compareDays(listed, '2023-01-01', '2023-06-01').answers.board).toBe('no');
	});

	test('has the meetings and documents between the days', () => {
		const { held, answers: found } = compareDays(network, '2016-05-26', '2020-11-15');
		expect(held.meetings.map(({ record }) => record.id)).toEqual(['two', 'three']);
		expect(found).toMatchObject({ meetings: 'yes', boardMeetings: 'maybe', documents: 'no' });
		expect(answers('2023-01-31', '2023-02-28').documents).toBe('yes');
	});

	test('is certain of no change that is uncertain, on every pair of neighbouring days', () => {
		for (let day = '2016-05-01'; day < '2023-12-31'; day = addDays(day)) {
			const { members, documents } = answers(day, addDays(day));
			// If only the month of a change is known, it never certainly happened on a particular day.
			if (day.startsWith('2017-03')) expect(members).not.toBe('yes');
			if (day.startsWith('2023-02')) expect(documents).not.toBe('yes');
		}
	});
});
