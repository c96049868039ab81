import { describe, expect, test } from 'vitest';
import type { Network } from '../../../src/network/network.ts';
import {
	boardPeriods,
	type BoardPeriod,
	boardPeriodsOn,
	hostChain,
	hostSeats,
	seatedHosts,
	turnsOf,
} from '../../../src/network/rotation.ts';
import { hostTurn } from '../../../src/schema/meeting.ts';
import { type Changes, networkOf as build } from './content.ts';

const seatsOf = ({ hosts }: BoardPeriod): (string | undefined)[] =>
	hostSeats.map((seat) => hosts[seat]?.country.id);

const countries = { italy: {}, romania: {}, montenegro: {}, greece: {}, serbia: {}, austria: {} };

/** Returns a small network. By default, its Board was set up at the second meeting. */
const networkOf = (changes: Changes, establishedAt: string | null = 'second'): Network =>
	build({
		members: countries,
		offices: { office: { country: 'serbia' } },
		secretariat: { term: { country: 'serbia', from: '2017' } },
		network: { boardRule: { text: 'Four seats.', size: 4, establishedAt: establishedAt ?? undefined } },
		...changes,
		meetings: {
			first: { dates: '2017-10-12/2017-10-13', host: { country: 'italy' } },
			second: { dates: '2018-06-28/2018-06-30', host: { country: 'romania' } },
			...changes.meetings,
		},
	});

describe('a meeting', () => {
	const conference = { body: 'conference' } as const;

	test('is the turn of the country that hosted it', () => {
		expect(hostTurn({ ...conference, host: { country: 'italy' } })).toBe('italy');
	});

	test('is the turn of the first planned country, if another country hosted it', () => {
		const moved = { host: { country: 'serbia' }, hostFirstPlanned: { country: 'montenegro' } };
		expect(hostTurn({ ...conference, ...moved })).toBe('montenegro');
	});

	test('is the turn of the country of its place, if no source states a host', () => {
		const place = { city: 'Rome', country: 'italy' };
		expect(hostTurn({ ...conference, place })).toBe('italy');
		expect(hostTurn({ ...conference, place, host: { notes: [{ text: 'Nobody says.' }] } })).toBe('italy');
		expect(hostTurn({ ...conference, place, host: { country: 'serbia' } })).toBe('serbia');
		expect(hostTurn({ ...conference, place, hostFirstPlanned: { country: 'greece' } })).toBe('greece');
	});

	test('is no turn if an organization hosted it, wherever it was held', () => {
		const place = { city: 'Vienna', country: 'austria' };
		expect(hostTurn({ ...conference, place, host: { institution: 'OSCE' } })).toBeUndefined();
	});

	test('is no turn if it was online, or if its host is an organization or unknown', () => {
		expect(hostTurn({ ...conference, mode: 'online', host: { country: 'italy' } })).toBeUndefined();
		expect(hostTurn({ ...conference, host: { institution: 'OSCE' } })).toBeUndefined();
		expect(hostTurn(conference)).toBeUndefined();
	});

	test('is no turn if it was a meeting of the Board', () => {
		expect(hostTurn({ body: 'executive-board', host: { country: 'italy' } })).toBeUndefined();
	});
});

describe('the seats of the Board', () => {
	test('begin with the meeting that set up the Board, and move at each turn', () => {
		const network = networkOf({
			meetings: {
				third: { dates: '2021-04-27', mode: 'online' },
				fourth: { dates: '2023-02', host: { country: 'montenegro' } },
			},
		});
		expect(boardPeriods(network).map((period) => [period.meeting.id, ...seatsOf(period)])).toEqual([
			['second', 'italy', 'romania', 'montenegro'],
			['fourth', 'romania', 'montenegro', undefined],
		]);
	});

	test('begin during a turn if the Board was set up at a meeting that is no turn', () => {
		const network = networkOf({ meetings: { third: { dates: '2021-04-27', mode: 'online' } } }, 'third');
		expect(boardPeriods(network).map((period) => [period.meeting.id, ...seatsOf(period)])).toEqual([
			['third', 'italy', 'romania', undefined],
		]);
	});

	test('begin with the first turn if the meeting that set up the Board is unknown', () => {
		expect(boardPeriods(networkOf({}, null)).map(({ meeting }) => meeting.id)).toEqual(['first', 'second']);
	});

	test('have certainly moved after the meeting, and perhaps during it', () => {
		const network = networkOf({});
		expect(boardPeriodsOn(network, '2018-06-27')).toEqual({ current: undefined, possible: undefined });
		expect(boardPeriodsOn(network, '2018-06-29').current).toBeUndefined();
		expect(boardPeriodsOn(network, '2018-06-29').possible?.meeting.id).toBe('second');
		expect(boardPeriodsOn(network, '2018-06-30').current?.meeting.id).toBe('second');
	});
});

describe('a stated composition', () => {
	const stated = (...members: { country: string; seat?: 'future-host' | 'previous-host' }[]) =>
		boardPeriods(networkOf({ board: { composition: { period: '2019', members } } }))[0];

	test('is missing if no source states one', () => {
		const [period] = boardPeriods(networkOf({}));
		expect(period?.verdict).toBe('unstated');
	});

	test('agrees if every country in it has a seat by the rule', () => {
		const period = stated({ country: 'romania' }, { country: 'italy' });
		expect(period?.verdict).toBe('agrees');
		expect(period?.comparisons[0]?.unnamed.map(({ id }) => id)).toEqual(['serbia']);
	});

	test('gives the open seat to the only country without a seat, by elimination', () => {
		const period = stated({ country: 'romania' }, { country: 'greece' });
		expect(period?.hosts['future-host']).toMatchObject({ country: { id: 'greece' }, by: 'elimination' });
		expect(seatedHosts(period?.hosts).at(-1)).toBe('greece (by elimination)');
		expect(period?.verdict).toBe('agrees');
	});

	test('gives no seat to two countries without a seat, and differs', () => {
		const period = stated({ country: 'montenegro' }, { country: 'greece' });
		expect(period?.hosts['future-host']).toBeUndefined();
		expect(period?.verdict).toBe('differs');
		expect(period?.comparisons[0]?.against.map(({ id }) => id)).toEqual(['montenegro', 'greece']);
	});

	test('gives the stated seat, and differs if another country has it by the rule', () => {
		expect(stated({ country: 'greece', seat: 'future-host' })?.hosts['future-host']).toMatchObject({
			country: { id: 'greece' },
			by: 'source',
		});
		expect(stated({ country: 'greece', seat: 'previous-host' })?.verdict).toBe('differs');
	});

	test('gives no seat by elimination if the chair is unknown', () => {
		const [period] = boardPeriods(
			networkOf({
				secretariat: {},
				board: { composition: { period: '2019', members: [{ country: 'greece' }] } },
			}),
		);
		expect(period?.hosts['future-host']).toBeUndefined();
		expect(period?.verdict).toBe('differs');
	});

	test('differs if the country with the Secretariat’s seat is not in the chair', () => {
		const seated = (country: string) =>
			boardPeriods(
				networkOf({
					board: { composition: { period: '2019', members: [{ country, seat: 'secretariat' }] } },
				}),
			)[0];
		expect(seated('serbia')).toMatchObject({ verdict: 'agrees', comparisons: [{ against: [] }] });
		expect(seated('greece')).toMatchObject({
			verdict: 'differs',
			comparisons: [{ against: [{ id: 'greece' }] }],
		});
		expect(seated('greece')?.hosts['future-host']).toBeUndefined();
	});

	test('that differs makes the period differ, even if another one agrees', () => {
		const [period] = boardPeriods(
			networkOf({
				board: {
					one: { period: '2019', members: [{ country: 'italy' }, { country: 'romania' }] },
					other: { period: '2020', members: [{ country: 'montenegro' }, { country: 'greece' }] },
				},
			}),
		);
		expect(period?.verdict).toBe('differs');
	});

	test('gives a seat by elimination from the first certain day of the period', () => {
		const futureHost = (from: string) =>
			boardPeriods(
				networkOf({ board: { composition: { period: `${from}/2019`, members: [{ country: 'greece' }] } } }),
			)[0]?.hosts['future-host']?.country.id;
		expect(futureHost('2018-06-30')).toBe('greece');
		expect(futureHost('2018-06-29')).toBeUndefined();
	});

	test('gives a seat by elimination until the next turn, but not beyond it', () => {
		const previousHost = (until: string) =>
			boardPeriods(
				networkOf(
					{
						board: {
							composition: {
								period: `2018-01/${until}`,
								members: [{ country: 'italy' }, { country: 'romania' }, { country: 'greece' }],
							},
						},
					},
					null,
				),
			)[0]?.hosts['previous-host']?.country.id;
		expect(previousHost('2018-06-30')).toBe('greece');
		expect(previousHost('2018-07-01')).toBeUndefined();
	});

	test('that overlaps two periods belongs to the one it agrees with', () => {
		const network = networkOf({
			meetings: { third: { dates: '2019-06', host: { country: 'montenegro' } } },
			board: {
				composition: { period: '2019', members: [{ country: 'italy' }, { country: 'romania' }] },
			},
		});
		expect(boardPeriods(network).map(({ verdict }) => verdict)).toEqual(['agrees', 'unstated']);
		expect(boardPeriods(network)[1]?.hosts['future-host']).toBeUndefined();
	});
});

describe('the chain of hosts', () => {
	const network = networkOf({
		meetings: {
			third: { number: 3, dates: '2021-04-27', mode: 'online' },
			special: { dates: '2022-05' },
			fourth: {
				number: 4,
				dates: '2023-02',
				host: { country: 'serbia' },
				hostFirstPlanned: { country: 'montenegro' },
			},
			board: { body: 'executive-board', number: 1, dates: '2023-10', host: { country: 'greece' } },
		},
	});

	test('has all meetings of the conference with a number or a turn', () => {
		expect(hostChain(network).map(({ meeting }) => meeting.id)).toEqual([
			'first',
			'second',
			'third',
			'fourth',
		]);
	});

	test('shows both the planned and the actual host of a meeting that moved', () => {
		expect(hostChain(network).at(-1)).toMatchObject({
			planned: { id: 'montenegro' },
			host: { country: { id: 'serbia' }, derived: false },
			turn: { country: { id: 'montenegro' }, wasMoved: true },
		});
		expect(turnsOf(network).map(({ wasMoved }) => wasMoved)).toEqual([false, false, true]);
	});

	test('marks a host as derived from the place', () => {
		const place = { city: 'Belgrade', country: 'serbia' };
		const [link] = hostChain(networkOf({ meetings: { first: { dates: '2016', number: 1, place } } }));
		expect(link?.host).toMatchObject({ country: { id: 'serbia' }, derived: true });
		expect(link?.turn).toMatchObject({ wasMoved: false });
	});

	test('treats a meeting as moved if its place is not in the first planned country', () => {
		const network = networkOf({
			meetings: {
				third: {
					dates: '2023-02',
					place: { city: 'Belgrade', country: 'serbia' },
					hostFirstPlanned: { country: 'montenegro' },
				},
			},
		});
		expect(turnsOf(network).at(-1)).toMatchObject({ wasMoved: true });
	});
});
