import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../../src/checks/load-content.ts';
import { chairSpans, isChaired } from '../../../src/network/chair.ts';
import { addDays } from '../../../src/network/time.ts';
import { growth } from '../../../src/network/members.ts';
import { buildNetwork, type Network } from '../../../src/network/network.ts';
import { boardPeriods, hostSeats } from '../../../src/network/rotation.ts';
import { sitePages } from '../../../src/site/navigation.ts';
import {
	doubtsAboutState,
	type NetworkState,
	stateInWords,
	stateNow,
	stateOn,
} from '../../../src/network/state.ts';
import { turningPointOn, turningPoints } from '../../../src/network/turning-points.ts';
import { today } from '../../../src/records/history.ts';
import { boundsOf } from '../../../src/schema/edtf.ts';
import { contentOf, idsOf, networkOf } from './content.ts';

/** A network with every kind of date and of uncertainty. */
const content = contentOf({
	network: { boardRule: { text: 'Four seats.', size: 4, establishedAt: 'second' } },
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
		greek: { country: 'greece', office: 'undated', from: '2022-09' },
	},
	board: {
		early: { period: '2019', members: [{ country: 'italy' }, { country: 'romania' }] },
		late: {
			period: '2023-11/2024-12',
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

/** Returns the state on a day according to the site, as ids. */
const said = (then: NetworkState) => ({
	members: idsOf(then.members),
	possibleMembers: idsOf(then.possibleMembers),
	chairs: then.chairs.filter(({ isCertain }) => isCertain).map(({ span }) => span.term.id),
	perhapsChairs: then.chairs.filter(({ isCertain }) => !isCertain).map(({ span }) => span.term.id),
	seats: then.board && hostSeats.map((seat) => then.board?.hosts[seat]?.country.id),
	stated: then.stated?.composition.id,
	meetings: [then.meetings.last?.id, idsOf(then.meetings.ongoing), then.meetings.next?.id],
	offices: then.offices.filter(({ isCertain }) => isCertain).map(({ office }) => office.id),
});

/*
 * Returns the same state, computed in the simplest way. It only shares the reading of the files with the site, so it finds errors in
 * the views.
 */
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
	/** Returns the first and the last day of a date, narrowed to those of a meeting. */
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

	const terms = secretariat
		.map(({ id, data }) => {
			const began = span(data.from, data.began.meeting);
			const ended = data.until === undefined ? undefined : span(data.until, data.ended?.meeting);
			const begins = began[1] <= day;
			const mayHaveBegun = began[0] <= day;
			const isOver = ended !== undefined && ended[1] <= day;
			const mayBeOver = ended !== undefined && ended[0] <= day;
			return {
				id,
				country: data.country,
				began,
				ended,
				sure: begins && !mayBeOver,
				perhaps: mayHaveBegun && !isOver,
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
		chairs: terms.filter(({ sure }) => sure).map(({ id }) => id),
		perhapsChairs: terms.filter(({ sure, perhaps }) => perhaps && !sure).map(({ id }) => id),
		seats: isEstablished ? [previous?.country, current?.country, future] : undefined,
		stated: compositions.filter(({ days }) => days[0] <= day).at(-1)?.id,
		meetings: [
			numbered.filter(({ dates }) => last(dates) <= day).at(-1)?.id,
			numbered.filter(({ dates }) => first(dates) <= day && day < last(dates)).map(({ id }) => id),
			numbered.find(({ dates }) => day < first(dates))?.id,
		],
		offices: network.entries.offices
			.filter(({ id }) => {
				const data = offices.find((office) => office.id === id)?.data;
				return (
					data?.since !== undefined &&
					last(data.since) <= day &&
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

/** A random day, month or year of some years, or none. */
const dateOf = (day: Date, length: number): string => day.toISOString().slice(0, length);
const someDay = fc.date({ min: new Date('2014-01-01'), max: new Date('2018-12-31'), noInvalidDate: true });
const someLength = fc.constantFrom(10, 10, 7, 4);
const someDate = fc.tuple(someDay, someLength).map(([day, length]) => dateOf(day, length));
const countries = ['italy', 'serbia', 'greece', 'romania'];
const someCountry = fc.constantFrom(...countries);

/** Random networks with dates of all kinds, terms with and without an end, and meetings with a host, a place or neither. */
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
	const daysWithout = (holds: (state: NetworkState, day: string) => boolean): string[] =>
		days.filter((day) => !holds(stateOn(views, day), day));

	test('the growth has the number of countries that had certainly joined', () => {
		const counted = (day: string) => growth(views).findLast(({ since }) => latest(since) <= day)?.total ?? 0;
		expect(daysWithout(({ members }, day) => members.length === counted(day))).toEqual([]);
	});

	test('at most one chair is certain, and it comes from the spans', () => {
		const spans = chairSpans(views);
		const uncovered = spans.filter((span) => !isChaired(span));
		const chairsOn = (day: string) =>
			uncovered.some(({ after, before }) => latest(after) <= day && day < earliest(before))
				? []
				: spans
						.filter(isChaired)
						.filter(({ from, over }) => earliest(from) <= day && (over === undefined || day < latest(over)));
		expect(
			daysWithout(({ chairs }, day) => {
				const expected = chairsOn(day);
				return (
					chairs.filter(({ isCertain }) => isCertain).length <= 1 &&
					chairs.length === expected.length &&
					chairs.every(({ span }, index) => span === expected[index])
				);
			}),
		).toEqual([]);
	});

	test('the Board has the seats of the period that has certainly begun', () => {
		const periodOn = (day: string) =>
			boardPeriods(views).findLast(({ meeting }) => latest(meeting.dates) <= day);
		expect(daysWithout(({ board }, day) => board === periodOn(day))).toEqual([]);
	});

	test('the last turning point has the members, chair and Board of the day, if all are certain', () => {
		const lasting = ({ members, chairs, board, stated }: NetworkState): string =>
			JSON.stringify([
				idsOf(members),
				chairs.map(({ span }) => span.term.id),
				board?.meeting.id,
				stated?.composition.id,
				stated?.isOver,
			]);
		const isInDoubt = ({ day, possibleMembers, possibleBoard, chairs, stated }: NetworkState): boolean =>
			possibleMembers.length > 0 ||
			possibleBoard !== undefined ||
			chairs.some(({ isCertain }) => !isCertain) ||
			(stated !== undefined && day < latest(stated.composition.period.replace(/\/.*/, '')));
		expect(
			daysWithout((state, day) => {
				const point = turningPointOn(views, day)?.day ?? '2000-01-01';
				return isInDoubt(state) || lasting(state) === lasting(stateOn(views, point));
			}),
		).toEqual([]);
	});
});

test('the front page and the search show the same as the page of today', () => {
	for (const { day } of turningPoints(network)) {
		const then: Network = { ...network, today: day };
		expect(stateNow(then)).toEqual(stateOn(network, day));
		const { content: text = '' } = sitePages(then).find(({ title }) => title === 'Members') ?? {};
		expect(text).toMatch(new RegExp(`^${stateOn(network, day).members.length} countr`));
	}
});

describe('a state', () => {
	test('is described in words, one change at a time', () => {
		const wordsOn = (day: string) => stateInWords(network, stateOn(network, day), day);
		expect(wordsOn('2020-01-01')).toEqual({
			members: '5 countries',
			chair: 'Serbia',
			hosts: 'Italy, Romania and Hungary',
			composition: 'Italy and Romania, as last stated',
		});
		expect(wordsOn('2016-01-01')).toEqual({
			members: '0 countries',
			chair: 'no source names one',
			hosts: 'none',
			composition: 'not stated',
		});
	});

	test('marks a chair as last stated after the last source that names it', () => {
		const dated = networkOf({
			sources: { press: { published: '2024-12' } },
			members: { greece: { name: 'Greece' } },
			offices: { office: {} },
			secretariat: { term: { country: 'greece', from: '2022', sources: ['press'] } },
		});
		const chairUntil = (day: string) => stateInWords(dated, stateOn(dated, '2024-01-01'), day).chair;
		expect(chairUntil('2024-12-31')).toBe('Greece');
		expect(chairUntil('2025-01-01')).toBe('Greece, as last stated in December 2024');
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
		const on = (day: string) => idsOf(doubtsAboutState(doubted, stateOn(doubted, day))).sort();
		expect(on('2020-01-01')).toEqual(['from', 'joined', 'office', 'period', 'place']);
		expect(on('2015-01-01')).toEqual([]);
	});
});
