import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/checks/load-content.ts';
import { chairRuns, chairSpans, isChaired } from '../../../src/network/chair.ts';
import { addDays } from '../../../src/network/time.ts';
import { growth } from '../../../src/network/members.ts';
import { buildNetwork, type Network } from '../../../src/network/network.ts';
import { boardPeriods, hostSeats } from '../../../src/network/rotation.ts';
import { sitePages } from '../../../src/site/navigation.ts';
import {
	boardTimeInWords,
	doubtsAboutState,
	type NetworkState,
	stateInWords,
	stateNow,
	stateOn,
} from '../../../src/network/state.ts';
import { turningPointOn, turningPoints } from '../../../src/network/turning-points.ts';
import { today } from '../../../src/records/history.ts';
import { boundsOf } from '../../../src/schema/edtf.ts';
import { capitalized } from '../../../src/schema/words.ts';
import { contentOf, idsOf, networkOf } from './content.ts';

/** A network with all kinds of date and uncertainty. */
const content = contentOf({
	network: {
		boardRule: { text: 'Four seats.', size: 4, establishedAt: 'second' },
		secretariat: { establishedAt: 'second' },
	},
	sources: { account: {}, press: { published: '2023-05-04' } },
	members: {
		italy: { name: 'Italy', joined: { date: '2016-05', how: 'Signed.', meeting: 'first' } },
		serbia: { name: 'Serbia', joined: { date: '2016-05-26', how: 'Signed.' } },
		hungary: { name: 'Hungary', joined: { date: '2017-03', how: 'Signed.' } },
		romania: { name: 'Romania', joined: { date: '2017', how: 'Signed.' } },
		greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed.', meeting: 'fourth' } },
		// The sources disagree: the meeting was not held in this month.
		austria: { name: 'Austria', joined: { date: '2023-11', how: 'Signed.', meeting: 'board' } },
	},
	offices: {
		belgrade: { country: 'serbia', since: '2016-05', until: '2021' },
		rome: { country: 'italy', since: '2016-05-26' },
		undated: { country: 'greece' },
	},
	meetings: {
		first: { number: 1, dates: '2016-05-26/2016-05-27' },
		second: { number: 2, dates: '2017-10-12/2017-10-13', host: { country: 'italy' } },
		special: { dates: '2018-03' },
		third: { number: 3, dates: '2018-06-28/2018-06-30', host: { country: 'romania' } },
		fourth: { number: 4, dates: '2019-06-04/2019-06-05', mode: 'online' },
		fifth: {
			number: 5,
			dates: '2021-12',
			host: { country: 'serbia' },
			hostFirstPlanned: { country: 'hungary' },
		},
		board: { body: 'executive-board', dates: '2023-10-26/2023-10-27' },
	},
	secretariat: {
		serbian: {
			country: 'serbia',
			office: 'belgrade',
			from: '2017-10',
			began: { how: 'Elected.', meeting: 'second' },
			until: '2021-10',
			ended: { how: 'The four years were over.' },
		},
		italian: { country: 'italy', office: 'rome', from: '2021-12-06', until: '2022' },
		greek: {
			country: 'greece',
			office: 'undated',
			from: '2022-09',
			statedLength: 'two years',
			sources: ['account', 'press'],
		},
	},
	board: {
		early: { period: '2019', members: [{ country: 'italy' }, { country: 'romania' }] },
		late: {
			period: '2023-11/2024-12',
			periodNote: 'The source has no date.',
			members: [{ country: 'romania' }, { country: 'hungary' }, { country: 'austria' }],
		},
	},
});
const network = buildNetwork(content, '2026-01-01');

/** Returns every day from the start of 2013 to two years after a day. */
function daysUpTo(lastDay: string): string[] {
	const days = ['2013-01-01'];
	const end = addDays(lastDay, 730);
	for (let day = '2013-01-01'; day < end; day = addDays(day)) days.push(addDays(day));
	return days;
}

/** Returns the state on a day according to the site, with ids instead of records. */
const said = (then: NetworkState) => ({
	members: idsOf(then.members),
	possibleMembers: idsOf(then.possibleMembers),
	chair: [then.chair.is, ...then.chair.spans.map(({ term }) => term.id)],
	lastChair: then.chair.last?.term.id,
	boardIs: then.boardIs,
	seats: then.board && hostSeats.map((seat) => then.board?.hosts[seat]?.country.id),
	stated: then.stated && [then.stated.composition.id, then.stated.isCertain, then.stated.isOver],
	meetings: [then.meetings.last?.id, idsOf(then.meetings.ongoing), then.meetings.next?.id],
	offices: then.offices.filter(({ isCertain }) => isCertain).map(({ office }) => office.id),
});

/* Calculates the same state in the simplest possible way. It does not use the code in `network/`, so it can find errors there. */
function reckoned(day: string): ReturnType<typeof said> {
	const { members, meetings, secretariat, board, offices } = content.records;
	const first = (date: string): string => `${date.split('/')[0] ?? ''}-01-01`.slice(0, 10);
	const last = (date: string): string => {
		const [year = '', month = '12', dayOfMonth] = (date.split('/').at(-1) ?? '').split('-');
		const length = new Date(Number(year), Number(month), 0).getDate();
		return `${year}-${month}-${dayOfMonth ?? String(length)}`;
	};
	const meetingDates = (id: string | undefined): string | undefined =>
		meetings.find((meeting) => meeting.id === id)?.data.dates;
	/** Returns the first and the last day of a date, made more precise by the dates of a meeting. */
	const span = (date: string, meeting?: string): [string, string] => {
		const held = meetingDates(meeting);
		if (held === undefined || first(held) > last(date) || last(held) < first(date))
			return [first(date), last(date)];
		return [
			first(held) > first(date) ? first(held) : first(date),
			last(held) < last(date) ? last(held) : last(date),
		];
	};

	const joined = members
		.map(({ id, data }) => ({ id, days: span(data.joined.date, data.joined.meeting) }))
		.sort((a, b) => (`${a.days[1]}${a.days[0]}${a.id}` < `${b.days[1]}${b.days[0]}${b.id}` ? -1 : 1));

	const press = '2023-05-04';
	const terms = secretariat
		.map(({ id, data }) => {
			const began = span(data.from, data.began.meeting);
			const ended = data.until === undefined ? undefined : span(data.until, data.ended?.meeting);
			const begins = began[1] <= day;
			const mayHaveBegun = began[0] <= day;
			const isOver = ended !== undefined && ended[1] <= day;
			const mayBeOver = ended !== undefined && ended[0] <= day;
			const isStated = ended !== undefined || day <= press;
			// The stated length of two years ends on the first day of September 2024.
			const isDerived = data.statedLength === 'two years' && day <= '2024-09-01';
			return {
				id,
				country: data.country,
				began,
				ended,
				sure: begins && !mayBeOver,
				perhaps: mayHaveBegun && !isOver,
				answer: isStated ? 'stated' : isDerived ? 'derived' : 'not-stated',
			};
		})
		.sort((a, b) => (a.began[0] < b.began[0] ? -1 : 1));

	const held = meetings
		.map(({ id, data }) => ({ id, ...data }))
		.sort((a, b) =>
			`${first(a.dates)}${last(a.dates)}${a.id}` < `${first(b.dates)}${last(b.dates)}${b.id}` ? -1 : 1,
		);
	const turns = held
		.filter(({ body, mode }) => body === 'conference' && mode !== 'online')
		.flatMap(({ dates, host, place, hostFirstPlanned }) => {
			const country = hostFirstPlanned?.country ?? (host ? host.country : place?.country);
			return country === undefined ? [] : [{ country, over: last(dates), began: first(dates) }];
		});
	const established = meetingDates(content.network.boardRule.establishedAt);
	const isEstablished = established !== undefined && last(established) <= day;
	const isUnset = established !== undefined && day < first(established);
	const [sure, ...others] = terms.filter((term) => term.sure);
	const perhaps = terms.filter((term) => term.perhaps);
	const chair = (): string[] => {
		if (sure && others.length === 0)
			return sure.answer === 'not-stated' ? [sure.answer] : [sure.answer, sure.id];
		if (perhaps.length > 0) return ['uncertain', ...perhaps.map(({ id }) => id)];
		return [isUnset ? 'not-yet' : 'not-stated'];
	};
	const index = turns.findLastIndex(({ over }) => over <= day);
	const [previous, current, next] = [turns[index - 1], turns[index], turns[index + 1]];
	const compositions = board
		.map(({ id, data }) => ({ id, data, days: [first(data.period), last(data.period)] as const }))
		.sort((a, b) => (a.days[0] < b.days[0] ? -1 : 1));
	let future = next?.country;
	if (current && !next) {
		for (const { data, days } of compositions) {
			if (days[0] < current.over) continue;
			const chairs = terms
				.filter(({ began, ended }) => began[0] <= days[1] && (ended === undefined || ended[1] >= days[0]))
				.map(({ country }) => country);
			const left = data.members
				.map(({ country }) => country)
				.filter((country) => ![previous?.country, current.country, ...chairs].includes(country));
			if (left.length === 1) future ??= left[0];
		}
	}

	const numbered = held.filter(({ body, number }) => body === 'conference' && number);

	return {
		members: joined.filter(({ days }) => days[1] <= day).map(({ id }) => id),
		possibleMembers: joined.filter(({ days }) => days[0] <= day && day < days[1]).map(({ id }) => id),
		chair: chair(),
		lastChair: sure?.answer === 'not-stated' ? sure.id : undefined,
		boardIs: isEstablished ? 'set-up' : isUnset ? 'not-yet' : 'uncertain',
		seats: isEstablished ? [previous?.country, current?.country, future] : undefined,
		stated: compositions
			.filter(({ days }) => days[0] <= day)
			.map(({ id, data, days }): [string, boolean, boolean] => [
				id,
				// A stated period that is only a year does not make any day certain.
				data.periodNote === undefined && data.period.includes('/'),
				days[1] <= day,
			])
			.at(-1),
		meetings: [
			numbered.filter(({ dates }) => last(dates) <= day).at(-1)?.id,
			numbered.filter(({ dates }) => first(dates) <= day && day < last(dates)).map(({ id }) => id),
			numbered.find(({ dates }) => day < first(dates))?.id,
		],
		offices: network.entries.offices
			.filter(({ id }) => {
				const data = offices.find((office) => office.id === id)?.data;
				const country = joined.find((member) => member.id === data?.country);
				return (
					data?.since !== undefined &&
					// If an office joined in the same month as its country, they joined together.
					(country && last(data.since) > country.days[1] && first(data.since) <= country.days[0]
						? country.days[1]
						: last(data.since)) <= day &&
					(data.until === undefined || day < first(data.until))
				);
			})
			.map(({ id }) => id),
	};
}

test('the network on a day equals the state computed again from the files', () => {
	for (const day of daysUpTo(network.today)) {
		const [site, files] = [said(stateOn(network, day)), reckoned(day)];
		if (JSON.stringify(site) !== JSON.stringify(files)) expect(site, day).toEqual(files);
	}
});

/** Returns a day, month or year. */
const dateOf = (day: Date, length: number): string => day.toISOString().slice(0, length);
const someDay = fc.date({ min: new Date('2014-01-01'), max: new Date('2018-12-31'), noInvalidDate: true });
const someLength = fc.constantFrom(10, 10, 7, 4);
const someDate = fc.tuple(someDay, someLength).map(([day, length]) => dateOf(day, length));
const countries = ['italy', 'serbia', 'greece', 'romania'];
const someCountry = fc.constantFrom(...countries);

/** Random networks with all kinds of date, terms with and without an end, and meetings with a host, a place or neither. */
const chanceNetworks = fc.sample(
	fc
		.record({
			joinings: fc.array(fc.tuple(someDate, fc.constantFrom(undefined, 'meeting-0', 'meeting-1')), {
				minLength: countries.length,
				maxLength: countries.length,
			}),
			meetings: fc.array(fc.tuple(someDate, fc.option(someCountry, { nil: undefined })), {
				minLength: 2,
				maxLength: 8,
			}),
			turns: fc.array(fc.tuple(someDay, someLength, fc.boolean()), { maxLength: 10 }),
			periods: fc.array(fc.tuple(someDate, someCountry, someCountry), { maxLength: 4 }),
		})
		.map(({ joinings, meetings, turns, periods }) => {
			const boundaries = turns.sort(([a], [b]) => a.getTime() - b.getTime());
			return networkOf(
				{
					members: Object.fromEntries(
						countries.map((country, index) => {
							const [date = '2016', meeting] = joinings[index] ?? [];
							return [country, { joined: { date, how: 'Signed.', ...(meeting && { meeting }) } }];
						}),
					),
					offices: { office: {} },
					meetings: Object.fromEntries(
						meetings.map(([dates, country], index) => {
							const isStated = index % 2 === 0;
							const where =
								country && (isStated ? { host: { country } } : { place: { city: 'Its capital', country } });
							return [`meeting-${index}`, { number: index + 1, dates, ...where }];
						}),
					),
					secretariat: Object.fromEntries(
						boundaries.flatMap(([day, length], index) => {
							if (index % 2 === 1) return [];
							const [until, untilLength, isStated] = boundaries[index + 1] ?? [];
							const from = dateOf(day, length);
							return until && isStated
								? [[`term-${index}`, { from, until: dateOf(until, untilLength ?? 10) }]]
								: [[`term-${index}`, { from }]];
						}),
					),
					board: Object.fromEntries(
						periods.map(([period, ...members], index) => [
							`board-${index}`,
							{ period, members: members.map((country) => ({ country })) },
						]),
					),
				},
				'2019-06-01',
			);
		}),
	{ numRuns: 12, seed: 1 },
);

describe.each([
	{ name: 'a small network', views: network },
	{ name: 'the record', views: buildNetwork(loadContent('content'), today()) },
	...chanceNetworks.map((views, index) => ({ name: `a network of chance, ${index + 1}`, views })),
])('of $name on every day', ({ views }) => {
	const days = daysUpTo(views.today);
	const latest = (date: string): string => boundsOf(date).latest;
	const earliest = (date: string): string => boundsOf(date).earliest;
	const states = new Map(days.map((day) => [day, stateOn(views, day)]));
	const daysWithout = (holds: (state: NetworkState, day: string) => boolean): string[] =>
		[...states].flatMap(([day, state]) => (holds(state, day) ? [] : day));

	test('the growth has the number of countries that had certainly joined', () => {
		const counted = (day: string) => growth(views).findLast(({ since }) => latest(since) <= day)?.total ?? 0;
		expect(daysWithout(({ members }, day) => members.length === counted(day))).toEqual([]);
	});

	test('the chair comes from the spans: one that is certain, all that are possible, or none', () => {
		const spans = chairSpans(views).filter(isChaired);
		expect(
			daysWithout(({ chair }, day) => {
				const possible = spans.filter(
					({ from, over }) => earliest(from) <= day && (over === undefined || day < latest(over)),
				);
				const running = possible.filter(
					({ from, over }) => latest(from) <= day && (over === undefined || day < earliest(over)),
				);
				const [only] = running;
				if (running.length !== 1)
					return possible.length > 0
						? chair.is === 'uncertain' &&
								idsOf(chair.spans.map(({ term }) => term)).join() ===
									idsOf(possible.map(({ term }) => term)).join()
						: ['not-yet', 'disputed', 'not-stated'].includes(chair.is) && chair.spans.length === 0;
				return chair.is === 'not-stated'
					? chair.spans.length === 0 && chair.last === only
					: ['stated', 'derived'].includes(chair.is) && chair.spans[0] === only;
			}),
		).toEqual([]);
	});

	test('the Board has the seats of the period that has certainly begun', () => {
		const periodOn = (day: string) =>
			boardPeriods(views).findLast(({ meeting }) => latest(meeting.dates) <= day);
		expect(daysWithout(({ board }, day) => board === periodOn(day))).toEqual([]);
	});

	test('is the same on each day of a period between changes, with every uncertainty', () => {
		const first = turningPoints(views)[0]?.day ?? '9999';
		expect(
			daysWithout((state, day) => {
				if (day < first) return turningPointOn(views, day) === undefined;
				const { day: start = '', until } = turningPointOn(views, day) ?? {};
				const all = (then: NetworkState) =>
					JSON.stringify([
						{ ...said(then), meetings: [] },
						then.possibleBoard?.meeting.id,
						then.offices.map(({ office, words }) => [office.id, words]),
						stateInWords(views, then),
					]);
				return (
					start <= day && (until === undefined || day <= until) && all(state) === all(stateOn(views, start))
				);
			}),
		).toEqual([]);
	});

	test('has the same chair in the runs of every year', () => {
		const firstDay = days[0] ?? '';
		const runs = chairRuns(views, firstDay, days.at(-1) ?? '');
		expect(
			daysWithout(({ chair }, day) => {
				const run = runs.find(({ days: [first, last] }) => first <= day && day <= last);
				return run?.is === chair.is && JSON.stringify(run.spans) === JSON.stringify(chair.spans);
			}),
		).toEqual([]);
	});
});

test('the front page and the search show the same as the page of today', () => {
	for (const { day } of turningPoints(network)) {
		const then: Network = { ...network, today: day };
		expect(said(stateNow(then))).toEqual(said(stateOn(network, day)));
		const { content: text = '' } = sitePages(then).find(({ title }) => title === 'Members') ?? {};
		expect(text.startsWith(capitalized(stateInWords(network, stateOn(network, day)).members))).toBe(true);
	}
});

describe('a state', () => {
	const wordsOn = (day: string) => stateInWords(network, stateOn(network, day));

	test('is described in words', () => {
		expect(wordsOn('2020-01-01')).toEqual({
			members: '5 countries',
			chair: 'Serbia',
			hosts: 'Italy, Romania and Hungary',
			composition: 'Italy and Romania, as last stated',
		});
	});

	test('is not yet set up before the meetings that set up the Secretariat and the Board', () => {
		const unset = 'not yet set up';
		expect(wordsOn('2016-01-01')).toEqual({
			members: '0 countries',
			chair: unset,
			hosts: unset,
			composition: unset,
		});
		const unknown = networkOf({});
		expect(stateInWords(unknown, stateOn(unknown, '2016-01-01'))).toMatchObject({
			chair: 'not stated',
			hosts: 'none',
			composition: 'not stated',
		});
	});

	test('is not known for certain while the day of a change is unknown', () => {
		expect(wordsOn('2017-03-15').members).toBe('2 countries, perhaps also 2 countries');
		expect(wordsOn('2016-05-26').members).toBe('1 country, perhaps also Italy');
		expect(wordsOn('2021-10-15').chair).toBe('not known for certain (perhaps Serbia)');
		expect(wordsOn('2017-10-12')).toMatchObject({
			chair: 'not known for certain (perhaps Serbia)',
			hosts: 'not known for certain',
		});
		expect(wordsOn('2021-12-15').hosts).toBe('Italy, Romania and Hungary; perhaps already the next hosts');
	});

	test('has a chair by its stated length after the last dated source that names it (derived), and then none', () => {
		expect(wordsOn('2023-05-04').chair).toBe('Greece');
		expect(wordsOn('2023-05-05').chair).toBe('Greece (derived)');
		expect(wordsOn('2024-09-02').chair).toBe('not stated');
		expect(stateOn(network, '2024-09-02').chair.last?.term.id).toBe('greek');
	});

	test('does not claim a list of Board members for a day within a derived period', () => {
		expect(wordsOn('2024-01-01').composition).toBe('perhaps Romania, Hungary and Austria');
		expect(wordsOn('2024-12-31').composition).toBe('Romania, Hungary and Austria, as last stated');
		const stated = networkOf({
			members: { greece: { name: 'Greece' } },
			board: { list: { period: '2018/2020' } },
		});
		const listOn = (day: string) => stateInWords(stated, stateOn(stated, day)).composition;
		expect(listOn('2018-06-01')).toBe('perhaps Greece');
		expect(listOn('2019-06-01')).toBe('Greece');
		expect(listOn('2020-12-31')).toBe('Greece, as last stated');
	});

	test('describes the time of a list of Board members, and whether we derived it', () => {
		const [early, late] = network.entries.board.map(boardTimeInWords);
		expect(early).toBe('for 2019');
		expect(late).toBe('at some time between November 2023 and December 2024 (derived)');
	});

	test('has the disputes about its values, and no others', () => {
		const about = (record: string, field: string) => ({ about: [{ record, field }] });
		const doubted = networkOf({
			members: { greece: { joined: { date: '2016', how: 'Signed.' } } },
			offices: { office: { since: '2016' } },
			meetings: { first: { number: 1, dates: '2016' } },
			secretariat: { term: { from: '2017' } },
			board: { composition: { period: '2018' } },
			disputes: {
				joined: about('members/greece', 'joined'),
				office: about('offices/office', 'since'),
				place: about('meetings/first', 'place'),
				from: about('secretariat/term', 'from'),
				period: about('board/composition', 'period'),
				agenda: about('meetings/first', 'agenda'),
			},
		});
		const on = (day: string) =>
			idsOf(Object.values(doubtsAboutState(doubted, stateOn(doubted, day))).flat()).sort();
		expect(on('2020-01-01')).toEqual(['from', 'joined', 'office', 'period', 'place']);
		expect(on('2015-01-01')).toEqual([]);
	});
});

test('a document of a month existed once the meeting that signed it was over', () => {
	const signed = networkOf({
		meetings: { first: { dates: '2016-05-26/2016-05-27' } },
		documents: {
			declaration: { date: '2016-05', meeting: 'first' },
			statement: { date: '2016-05-26/2016-05-31', meeting: 'first' },
		},
	});
	const { documents, possibleDocuments } = stateOn(signed, '2016-05-27');
	expect([idsOf(documents), idsOf(possibleDocuments)]).toEqual([['declaration'], ['statement']]);
});
