import { describe, expect, test } from 'vitest';
import {
	chairInWords,
	chairLimits,
	chairOn,
	chairRuns,
	chairSpanInWords,
	chairSpans,
	chairSpansDuring,
	endByLength,
	isChaired,
	lastNamedInWords,
	lastNaming,
	otherChairs,
	uncertaintyOf,
	unchairedOn,
} from '../../../src/network/chair.ts';
import { find } from '../../../src/network/network.ts';
import { type Changes, idsOf, networkOf } from './content.ts';

const network = networkOf({
	members: { serbia: {}, bulgaria: {} },
	offices: { office: {} },
	meetings: { third: { dates: '2017-10-12/2017-10-13' }, ninth: { dates: '2023-02' }, other: {} },
	secretariat: {
		first: {
			country: 'serbia',
			from: '2017-10',
			until: '2021-10',
			began: { how: 'Granted.', meeting: 'third' },
		},
		second: { country: 'bulgaria', from: '2021-12-06', until: '2022-07' },
		third: { country: 'bulgaria', from: '2022-09', sources: ['account', 'dated', 'later'] },
	},
	disputes: {
		passage: {
			about: [{ record: 'secretariat/first', field: 'until' }, { record: 'meetings/ninth' }],
		},
	},
	sources: { account: {}, dated: { published: '2023-02-24' }, later: { published: '2024-12' } },
});

const answerOn = (day: string, views = network): string => {
	const { is, spans } = chairOn(views, day);
	return [is, ...spans.map(({ term }) => term.id)].join(' ');
};

describe('the chair', () => {
	test('has an unnamed time between two terms with days between them', () => {
		expect(chairSpans(network).map((span) => chairSpanInWords(network, span))).toEqual([
			'October 2017 – October 2021',
			'no source names a chair between October 2021 and 6 December 2021',
			'6 December 2021 – July 2022',
			'no source names a chair in August 2022',
			'from September 2022, end not stated',
		]);
	});

	test('has no such time between consecutive terms, or if the earlier term has no stated end', () => {
		const terms = (until: string | undefined) =>
			networkOf({
				members: { serbia: {} },
				offices: { office: {} },
				secretariat: { one: { from: '2017', until }, two: { from: '2018-01' } },
			});
		expect(chairSpans(terms('2017'))).toHaveLength(2);
		expect(chairSpans(terms(undefined))).toHaveLength(2);
	});

	test('has one unnamed day between terms with one day between them, and none if they share a day', () => {
		const spans = (from: string) =>
			chairSpans(
				networkOf({
					members: { serbia: {} },
					offices: { office: {} },
					secretariat: { one: { from: '2017', until: '2018-06-04' }, two: { from } },
				}),
			).map(({ from, until }) => [from, until]);
		expect(spans('2018-06-06')[1]).toEqual(['2018-06-05', '2018-06-05']);
		expect(spans('2018-06-05')).toHaveLength(2);
		expect(spans('2018-06-04')).toHaveLength(2);
	});

	test('begins at the meeting where it was given, within the stated month', () => {
		expect(chairSpans(network)[0]?.from).toBe('2017-10-12/2017-10-13');
		expect(answerOn('2017-10-11')).toBe('not-stated');
		expect(answerOn('2017-10-12')).toBe('uncertain first');
		expect(answerOn('2017-10-13')).toBe('stated first');
	});

	test('is uncertain during a month in which a term begins or ends', () => {
		expect(answerOn('2021-09-30')).toBe('stated first');
		expect(answerOn('2021-10-01')).toBe('uncertain first');
		expect(answerOn('2021-10-31')).toBe('not-stated');
		expect(answerOn('2021-12-06')).toBe('stated second');
		expect(answerOn('2022-08-15')).toBe('not-stated');
		expect(answerOn('2022-09-15')).toBe('uncertain third');
	});

	test('ends on the last day of its office, if the office was closed in the stated month', () => {
		const closed = networkOf({
			members: { bulgaria: {} },
			offices: { office: { until: '2022-07-27' } },
			secretariat: {
				first: { country: 'bulgaria', from: '2021-12-06', until: '2022-07' },
				second: { country: 'bulgaria', from: '2022-09' },
			},
		});
		expect(answerOn('2022-07-27', closed)).toBe('stated first');
		expect(answerOn('2022-07-28', closed)).toBe('not-stated');
		expect(chairSpans(closed).map((span) => chairSpanInWords(closed, span))).toContain(
			'no source names a chair between July 2022 and September 2022',
		);
	});

	test('is not stated after the last dated source that names it, but the last known chair is', () => {
		expect(answerOn('2024-11-30')).toBe('stated third');
		expect(answerOn('2024-12-01')).toBe('not-stated');
		expect(chairOn(network, '2024-12-01').last?.term.id).toBe('third');
		expect(chairOn(network, '2022-08-15').last).toBeUndefined();
	});

	test('is not yet set up before the meeting that set up the Secretariat, if a source states it', () => {
		const set = networkOf({
			network: { secretariat: { establishedAt: 'third' } },
			members: { serbia: {} },
			offices: { office: {} },
			meetings: { third: { dates: '2017-10-12/2017-10-13' } },
			secretariat: {
				first: { country: 'serbia', from: '2017-10', began: { how: 'Granted.', meeting: 'third' } },
			},
		});
		expect(answerOn('2017-10-11', set)).toBe('not-yet');
		expect(answerOn('2017-10-12', set)).toBe('uncertain first');
		expect(chairInWords(set, chairOn(set, '2017-10-11'))).toBe('not yet set up');
	});

	test('has an answer for every day of a period, without gaps', () => {
		const runs = chairRuns(network, '2021-09-01', '2022-10-31');
		expect(runs.map(({ is, days, spans }) => [is, ...days, ...spans.map(({ term }) => term.id)])).toEqual([
			['stated', '2021-09-01', '2021-09-30', 'first'],
			['uncertain', '2021-10-01', '2021-10-30', 'first'],
			['not-stated', '2021-10-31', '2021-12-05'],
			['stated', '2021-12-06', '2022-06-30', 'second'],
			['uncertain', '2022-07-01', '2022-07-30', 'second'],
			['not-stated', '2022-07-31', '2022-08-31'],
			['uncertain', '2022-09-01', '2022-09-29', 'third'],
			['stated', '2022-09-30', '2022-10-31', 'third'],
		]);
		expect(chairRuns(network, '2022-01-02', '2022-01-01')).toEqual([]);
	});

	test('is derived until the next term begins, if no end is stated', () => {
		const open = networkOf({
			members: { serbia: {} },
			offices: { office: {} },
			secretariat: { one: { from: '2017' }, two: { from: '2018-03' } },
		});
		expect(answerOn('2017-12-31', open)).toBe('stated one');
		expect(answerOn('2018-02-28', open)).toBe('derived one');
		expect(answerOn('2018-03-15', open)).toBe('uncertain one two');
		expect(chairOn(open, '2018-03-15').spans.map((span) => uncertaintyOf(span, '2018-03-15').words)).toEqual([
			'the next term may have begun',
			'its term began in March 2018 (day unknown)',
		]);
		expect(answerOn('2018-03-31', open)).toBe('stated two');
	});

	test('is uncertain between two terms if no source states the day of the change', () => {
		const open = networkOf({
			members: { serbia: {} },
			offices: { office: {} },
			secretariat: { one: { from: '2018' }, two: { from: '2018-03' } },
		});
		expect(answerOn('2020-01-01', open)).toBe('uncertain one two');
	});

	test('has all spans that overlap a period', () => {
		expect(chairSpansDuring(network, '2021-11-15', '2021-12-31').map(({ term }) => term?.id)).toEqual([
			undefined,
			'second',
		]);
		expect(chairSpansDuring(network, '2022-08-01', undefined).map(({ term }) => term?.id)).toEqual([
			undefined,
			'third',
		]);
	});

	test('is stated until the date of the last source that names the country or the office', () => {
		const third = find(network, 'secretariat', 'third');
		const naming = lastNaming(network, third);
		expect(naming?.date).toBe('2024-12');
		expect(idsOf(naming?.citations ?? [])).toEqual(['later']);
		expect(lastNamedInWords(network, third)).toBe(
			'last named as chair in a source dated December 2024 (The network)',
		);
		const first = find(network, 'secretariat', 'first');
		expect(lastNaming(network, first)).toBeUndefined();
		expect(lastNamedInWords(network, first)).toBe('not named in a dated source');
	});

	test('counts a source without a date of its own by the time when it was written, labelled as derived', () => {
		const named = (sources: Changes['sources']) =>
			networkOf({
				members: { serbia: {} },
				offices: { office: {} },
				sources: { account: {}, dated: { published: '2023-02-24' }, ...sources },
				secretariat: {
					term: { from: '2022-09-01', statedLength: 'four years', sources: ['account', 'dated', 'report'] },
				},
			});
		const termOf = (views: typeof network) => find(views, 'secretariat', 'term');
		const event = named({ report: { written: '2023-10-26/2023-10-27' } });
		expect(answerOn('2023-10-26', event)).toBe('stated term');
		expect(answerOn('2023-10-27', event)).toBe('derived term');
		expect(lastNamedInWords(event, termOf(event))).toBe(
			'last named as chair in a source written on 26–27 October 2023 (The network; date derived)',
		);
		const period = named({ report: { written: '2023-11/2024-12' } });
		expect(answerOn('2023-10-31', period)).toBe('stated term');
		expect(answerOn('2023-11-01', period)).toBe('derived term');
		expect(lastNamedInWords(period, termOf(period))).toBe(
			'last named as chair in a source written between November 2023 and December 2024 (The network; date derived)',
		);
		expect(chairLimits(period)[0]).toMatchObject({ date: '2023-11', day: '2023-11-01', isDerived: true });
		const published = named({ report: { published: '2022-12-01', written: '2024-01' } });
		expect(lastNaming(published, termOf(published))).toMatchObject({ date: '2023-02-24', isDerived: false });
	});

	test('is stated on the last day of a term, unless the next term begins on this day', () => {
		const passed = (from: string) =>
			networkOf({
				members: { serbia: {} },
				offices: { office: {} },
				secretariat: { one: { from: '2017', until: '2022-07-27' }, two: { from } },
			});
		expect(answerOn('2022-07-27', passed('2022-09'))).toBe('stated one');
		expect(answerOn('2022-07-28', passed('2022-09'))).toBe('not-stated');
		expect(answerOn('2022-07-27', passed('2022-07-27'))).toBe('stated two');
	});

	test('is not named by a source that only supports a note', () => {
		const noted = networkOf({
			members: { serbia: {} },
			offices: { office: {} },
			sources: { account: { published: '2023' }, release: { published: '2024-12-20' } },
			secretariat: {
				term: {
					country: 'serbia',
					from: '2022',
					notes: [{ text: 'A release quotes a deputy head.', sources: ['release'] }],
				},
			},
		});
		expect(lastNaming(noted, find(noted, 'secretariat', 'term'))?.date).toBe('2023');
	});
});

describe('a change of the chair', () => {
	const pass = (secretariat: NonNullable<Changes['secretariat']>, more: Changes = {}) =>
		networkOf({ members: { serbia: {}, bulgaria: {} }, offices: { office: {} }, secretariat, ...more });

	test('describes the unnamed time as months or as the time between two dates', () => {
		const gap = (until: string, from: string) => {
			const passed = pass({ one: { from: '2017', until }, two: { from } });
			return chairSpans(passed).flatMap((span) => (isChaired(span) ? [] : chairSpanInWords(passed, span)));
		};
		expect(gap('2021-06', '2021-09')).toEqual(['no source names a chair in July – August 2021']);
		expect(gap('2021-06', '2021-09-15')).toEqual([
			'no source names a chair between June 2021 and 15 September 2021',
		]);
		expect(gap('2021-06-10', '2021-09')).toEqual([
			'no source names a chair between 10 June 2021 and September 2021',
		]);
	});

	test('ends a term at the meeting where it ended, within the stated month', () => {
		const ended = { how: 'Handed on.', meeting: 'meeting' };
		const [span] = chairSpans(
			pass(
				{ one: { from: '2017', until: '2021-10', ended } },
				{ meetings: { meeting: { dates: '2021-10-05/2021-10-06' } } },
			),
		);
		expect(span?.until).toBe('2021-10-05/2021-10-06');
	});

	test('follows the term that ended last, not the one that began last', () => {
		const passed = pass({
			long: { from: '2016', until: '2022' },
			short: { from: '2017', until: '2018' },
			late: { from: '2023-03' },
		});
		expect(chairSpans(passed).filter((span) => !isChaired(span))).toMatchObject([
			{ from: '2023-01-01', until: '2023-02-28' },
		]);
	});

	test('leaves the chair uncertain if its day is unknown', () => {
		const passed = pass({ one: { from: '2017-10', until: '2021-10' }, two: { from: '2021-10' } });
		const { is, spans } = chairOn(passed, '2021-10-15');
		expect(is).toBe('uncertain');
		expect(spans.map((span) => uncertaintyOf(span, '2021-10-15').words)).toEqual([
			'its term ended in October 2021 (day unknown)',
			'its term began in October 2021 (day unknown)',
		]);
	});

	test('comes from sources, then from the stated length of a term, and is unknown after that', () => {
		const passed = pass({
			one: { from: '2017-03', until: '2018-10' },
			two: { from: '2019-01-01', statedLength: 'one year' },
		});
		const runs = chairRuns(passed, '2018-09-30', '2020-07-01');
		expect(runs.map(({ is, days }) => [is, ...days])).toEqual([
			['stated', '2018-09-30', '2018-09-30'],
			['uncertain', '2018-10-01', '2018-10-30'],
			['not-stated', '2018-10-31', '2018-12-31'],
			['stated', '2019-01-01', '2019-01-01'],
			['derived', '2019-01-02', '2020-01-01'],
			['not-stated', '2020-01-02', '2020-07-01'],
		]);
		expect(chairLimits(passed).map(({ was, date, day }) => [was, date, day])).toEqual([
			['stated', '2019-01-01', '2019-01-02'],
			['derived', '2020-01-01', '2020-01-02'],
		]);
	});
});

describe('a term without a stated end', () => {
	const endsOf = (secretariat: NonNullable<Changes['secretariat']>): (string | undefined)[] => {
		const terms = networkOf({ members: { serbia: {} }, offices: { office: {} }, secretariat });
		return terms.entries.secretariat.map((term) => endByLength(terms, term)?.words);
	};

	test('has a derived end by its stated length', () => {
		expect(endsOf({ one: { from: '2017-10', statedLength: 'four years' } })).toEqual([
			'four years, from October 2017 to about October 2021 (derived)',
		]);
		expect(endsOf({ one: { from: '2020-02-29', statedLength: '1 year' } })).toEqual([
			'1 year, from 29 February 2020 to about February 2021 (derived)',
		]);
	});

	test('uses the length of the country’s earlier term with another office, while this length lasts', () => {
		const first = { country: 'serbia', from: '2021-12-06', until: '2022-07', statedLength: 'four years' };
		expect(endsOf({ first, second: { country: 'serbia', from: '2022-09' } })).toEqual([
			undefined,
			'four years, from 6 December 2021 to about 6 December 2025 (derived)',
		]);
	});

	test('has no derived end after a finished term, after another country, or without a length in years', () => {
		const first = { country: 'serbia', from: '2017-10', until: '2021-10', statedLength: 'four years' };
		expect(endsOf({ first, second: { country: 'serbia', from: '2021-12' } })).toEqual([undefined, undefined]);
		expect(endsOf({ first, second: { from: '2019-12' } })).toEqual([undefined, undefined]);
		expect(endsOf({ first: { from: '2017', statedLength: 'a few years' } })).toEqual([undefined]);
	});
});

describe('a span between two terms', () => {
	// A dispute about the gap between two terms is about both terms.
	const reads = (record: string, field: string, as: string) => ({
		versions: [
			{ id: 'one', claim: 'It is so.', sources: ['account'] },
			{ id: 'other', claim: 'It is not.', reads: [{ record, field, as }], sources: ['account'] },
		],
		follows: 'one',
	});
	const doubted = networkOf({
		members: { serbia: { name: 'Serbia' }, bulgaria: { name: 'Bulgaria' } },
		offices: { office: {} },
		secretariat: {
			first: { country: 'serbia', from: '2017-10', until: '2021-10' },
			second: { country: 'bulgaria', from: '2021-12-06', until: '2022-07' },
			third: { country: 'bulgaria', from: '2022-09', until: '2023-03' },
			fourth: { country: 'serbia', from: '2023-05' },
		},
		disputes: {
			longer: {
				about: [
					{ record: 'secretariat/first', field: 'until' },
					{ record: 'secretariat/second', field: 'from' },
				],
				...reads('secretariat/first', 'until', 'the election'),
			},
			sooner: {
				about: [
					{ record: 'secretariat/second', field: 'until' },
					{ record: 'secretariat/third', field: 'from' },
				],
				...reads('secretariat/third', 'from', 'the closure'),
			},
			official: {
				about: [{ record: 'secretariat/second', field: 'from' }],
				...reads('secretariat/second', 'from', 'the hand-over'),
			},
			other: { about: [{ record: 'secretariat/third', field: 'until' }] },
		},
	});
	const spans = chairSpans(doubted).filter((span) => !isChaired(span));

	test('has the chair before or after it according to the other versions of a dispute', () => {
		expect(spans.map((span) => otherChairs(doubted, span).map(({ words }) => words))).toEqual([
			['Serbia until the election'],
			['Bulgaria since the closure'],
			[],
		]);
	});

	test('has no named chair only if no version of a dispute names one', () => {
		expect(spans.map((span) => chairSpanInWords(doubted, span))).toEqual([
			'sources differ on the chair between October 2021 and 6 December 2021',
			'sources differ on the chair in August 2022',
			'no source names a chair in April 2023',
		]);
	});

	test('begins after the last possible day of the term before', () => {
		expect(unchairedOn(doubted, '2021-10-30')).toBeUndefined();
		expect(unchairedOn(doubted, '2021-10-31')).toBe(spans[0]);
		expect(unchairedOn(doubted, '2021-12-05')).toBe(spans[0]);
		expect(unchairedOn(doubted, '2021-12-06')).toBeUndefined();
		expect(unchairedOn(doubted, '2010-01-01')).toBeUndefined();
	});
});
