import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	changePointFor,
	changePoints,
	momentInWords,
	networkOn,
	type NetworkOn,
	someTimeInWords,
	sourcesOn,
} from '../../../src/network/as-of.ts';
import { buildNetwork } from '../../../src/network/network.ts';
import { hostSeats } from '../../../src/network/rotation.ts';
import { contentOf, networkOf } from './content.ts';

/** A network in which each kind of date, and of doubt about what held on a day, comes once. */
const content = contentOf({
	network: { boardRule: { text: 'Four seats.', size: 4, establishedAt: 'second' } },
	members: {
		italy: { name: 'Italy', joined: { date: '2016-05', how: 'Signed.', meeting: 'first' } },
		serbia: { name: 'Serbia', joined: { date: '2016-05-26', how: 'Signed.' } },
		hungary: { name: 'Hungary', joined: { date: '2017-03', how: 'Signed.' } },
		romania: { name: 'Romania', joined: { date: '2017', how: 'Signed.' } },
		greece: { name: 'Greece', joined: { date: '2019-06', how: 'Signed.', meeting: 'fourth' } },
		// The sources differ: the meeting was not held in that month.
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
const points = changePoints(network);

/** Any day from 2012 to 2030. */
const anyDay = fc
	.integer({ min: 0, max: 19 * 365 + 4 })
	.map((days) => new Date(Date.UTC(2012, 0, 1 + days)).toISOString().slice(0, 10));

/** What the site says of a day, in ids alone. */
const said = (then: NetworkOn) => ({
	members: then.members.filter(({ isSure }) => isSure).map(({ of }) => of.id),
	perhapsMembers: then.members.filter(({ isSure }) => !isSure).map(({ of }) => of.id),
	chairs: then.chairs.filter(({ isSure }) => isSure).map(({ span }) => span.term.id),
	perhapsChairs: then.chairs.filter(({ isSure }) => !isSure).map(({ span }) => span.term.id),
	seats: then.board && hostSeats.map((seat) => then.board?.hosts[seat]?.country.id),
	stated: then.stated?.composition.id,
	meetings: (['conference', 'executive-board'] as const).map((body) => {
		const { last, perhaps, next } = then.meetings[body];
		return [last?.id, perhaps.map(({ id }) => id), next?.id];
	}),
	offices: then.offices.filter(({ isSure }) => isSure).map(({ of }) => of.id),
});

/*
 * The same from the files as they are, in the plainest way: it shares nothing with the site but the reading of the files, and so
 * tells when the site's own way of reckoning goes wrong.
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
	/** First and last day of a date, or of the part of it that a meeting took. */
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
		.flatMap(({ dates, host, hostFirstPlanned }) => {
			const country = hostFirstPlanned?.country ?? host?.country;
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

	const around = (body: string) => {
		const own = held.filter((meeting) => meeting.body === body && (body !== 'conference' || meeting.number));
		return [
			own.filter(({ dates }) => last(dates) <= day).at(-1)?.id,
			own.filter(({ dates }) => first(dates) <= day && day < last(dates)).map(({ id }) => id),
			own.find(({ dates }) => day < first(dates))?.id,
		];
	};

	return {
		members: joined.filter(({ days }) => days[1] <= day).map(({ id }) => id),
		perhapsMembers: joined.filter(({ days }) => days[0] <= day && day < days[1]).map(({ id }) => id),
		chairs: terms.filter(({ sure }) => sure).map(({ id }) => id),
		perhapsChairs: terms.filter(({ sure, perhaps }) => perhaps && !sure).map(({ id }) => id),
		seats: isEstablished ? [previous?.country, current?.country, future] : undefined,
		stated: compositions.filter(({ days }) => days[0] <= day).at(-1)?.id,
		meetings: [around('conference'), around('executive-board')],
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

describe('the network on any date', () => {
	test('is what comes out when every fact is reckoned anew from the files', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(said(networkOn(network, day))).toEqual(reckoned(day));
			}),
			{ numRuns: 500 },
		);
	});

	test('is what comes out anew on the day of every change, the day before and the day after', () => {
		const days = points.flatMap(({ day }) =>
			[-1, 0, 1].map((more) => new Date(Date.parse(day) + more * 86_400_000).toISOString().slice(0, 10)),
		);
		for (const day of days) expect(said(networkOn(network, day)), day).toEqual(reckoned(day));
	});

	test('is the same as on the page that the date leads to, unless something has perhaps happened since', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const isOpen = points.some(({ date, day: end }) => {
					const [start = ''] = date.split('/');
					return `${start}-01-01`.slice(0, 10) <= day && day < end;
				});
				fc.pre(!isOpen);
				const point = changePointFor(points, day);
				expect(said(networkOn(network, point?.day ?? '2000-01-01'))).toEqual(said(networkOn(network, day)));
			}),
			{ numRuns: 300 },
		);
	});
});

describe('the dates on which anything changed', () => {
	test('have addresses of their own, which begin with their first day, month or year', () => {
		const paths = points.map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		expect(paths).toContain('/as-of/2019-06-04/');
		expect(paths).toContain('/as-of/2017-03/');
	});

	test('are in the order in which they have surely passed', () => {
		const days = points.map(({ day }) => day);
		expect(days).toEqual(days.toSorted());
	});

	test('tell two that begin on the same day apart', () => {
		const alike = networkOf({
			meetings: { day: { dates: '2018-06-28' }, days: { dates: '2018-06-28/2018-06-30' } },
		});
		expect(changePoints(alike).map(({ path }) => path)).toEqual([
			'/as-of/2018-06-28/',
			'/as-of/2018-06-28--2018-06-30/',
		]);
	});

	test('say of Greece that it joined at the fifth meeting, within the month that the source states', () => {
		const then = points.find(({ date }) => date === '2019-06-04/2019-06-05');
		expect(then?.changes.map(({ links, after }) => links.map(({ label }) => label).join() + after)).toContain(
			'Greece joined.',
		);
	});

	test('all rest on a source, or are derived', () => {
		const bare = points.flatMap(({ changes }) =>
			changes.filter(({ sources, isDerived }) => sources.length === 0 && !isDerived),
		);
		expect(bare).toEqual([]);
	});

	test('name every source of a change among those of its page', () => {
		for (const { changes, day } of points) {
			const named = sourcesOn(network, changes, networkOn(network, day));
			expect(named).toEqual(expect.arrayContaining(changes.flatMap(({ sources }) => sources)));
		}
	});
});

test('a moment is told as exactly as its date', () => {
	expect(momentInWords('2019-06-04/2019-06-05')).toBe('after 4–5 June 2019');
	expect(momentInWords('2021-12-06')).toBe('after 6 December 2021');
	expect(momentInWords('2017-03')).toBe('by the end of March 2017');
	expect(momentInWords('2017')).toBe('by the end of 2017');
	expect(someTimeInWords('2017-03')).toBe('some time in March 2017');
	expect(someTimeInWords('2019-06-04/2019-06-05')).toBe('some time on 4–5 June 2019');
});
