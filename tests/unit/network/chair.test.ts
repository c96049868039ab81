import { describe, expect, test } from 'vitest';
import {
	byChairingCountry,
	chairMeetings,
	chairsOn,
	chairSpanInWords,
	chairSpans,
	chairSpansDuring,
	lastNamedOn,
} from '../../../src/network/chair.ts';
import { find } from '../../../src/network/network.ts';
import { idsOf, networkOf } from './content.ts';

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

const holders = (day: string): string[] =>
	chairsOn(network, day).map(({ span, isSure }) => `${isSure ? '' : 'perhaps '}${span.term.id}`);

describe('the chair', () => {
	test('has a span without a name between two terms that do not meet', () => {
		expect(chairSpans(network).map(chairSpanInWords)).toEqual([
			'October 2017 – October 2021',
			'no source names a chair between October 2021 and 6 December 2021',
			'6 December 2021 – July 2022',
			'no source names a chair in August 2022',
			'from September 2022, end not stated',
		]);
	});

	test('has none between terms that follow each other, or of which the earlier has no stated end', () => {
		const terms = (until: string | undefined) =>
			networkOf({
				members: { serbia: {} },
				offices: { office: {} },
				secretariat: { one: { from: '2017', until }, two: { from: '2018-01' } },
			});
		expect(chairSpans(terms('2017'))).toHaveLength(2);
		expect(chairSpans(terms(undefined))).toHaveLength(2);
	});

	test('begins at the meeting that gave it, within the month that the source states', () => {
		expect(chairSpans(network)[0]?.from).toBe('2017-10-12/2017-10-13');
		expect(holders('2017-10-11')).toEqual([]);
		expect(holders('2017-10-12')).toEqual(['perhaps first']);
		expect(holders('2017-10-13')).toEqual(['first']);
	});

	test('is in doubt while a month runs in which a term begins or ends', () => {
		expect(holders('2021-09-30')).toEqual(['first']);
		expect(holders('2021-10-01')).toEqual(['perhaps first']);
		expect(holders('2021-10-31')).toEqual([]);
		expect(holders('2021-12-06')).toEqual(['second']);
		expect(holders('2022-08-15')).toEqual([]);
		expect(holders('2022-09-15')).toEqual(['perhaps third']);
		expect(holders('2030-01-01')).toEqual(['third']);
	});

	test('is one: a term whose end no source states is over when the next surely begins', () => {
		const open = networkOf({
			members: { serbia: {} },
			offices: { office: {} },
			secretariat: { one: { from: '2017' }, two: { from: '2018-03' } },
		});
		const on = (day: string) =>
			chairsOn(open, day).map(({ span, isSure }) => `${isSure ? '' : 'perhaps '}${span.term.id}`);
		expect(on('2018-02-28')).toEqual(['one']);
		expect(on('2018-03-15')).toEqual(['perhaps one', 'perhaps two']);
		expect(on('2018-03-31')).toEqual(['two']);
	});

	test('is in doubt between two terms of which no source tells when it passed from one to the other', () => {
		const open = networkOf({
			members: { serbia: {} },
			offices: { office: {} },
			secretariat: { one: { from: '2018' }, two: { from: '2018-03' } },
		});
		expect(chairsOn(open, '2020-01-01').map(({ isSure }) => isSure)).toEqual([false, false]);
	});

	test('is told for a stretch of time, with the spans that touch it', () => {
		expect(chairSpansDuring(network, '2021-11-15', '2021-12-31').map(({ term }) => term?.id)).toEqual([
			undefined,
			'second',
		]);
		expect(chairSpansDuring(network, '2022-08-01', undefined).map(({ term }) => term?.id)).toEqual([
			undefined,
			'third',
		]);
	});

	test('goes from country to country; a span without a name stands before the next', () => {
		expect(
			byChairingCountry(chairSpans(network)).map(({ country, spans }) => [country, spans.length]),
		).toEqual([
			['serbia', 1],
			['bulgaria', 4],
		]);
		const [, gap] = chairSpans(network);
		expect(byChairingCountry(gap ? [gap] : [])).toEqual([{ country: undefined, spans: [gap] }]);
	});

	test('is named by its dated sources up to the last of them', () => {
		expect(lastNamedOn(network, find(network, 'secretariat', 'third'))).toBe('2024-12-01');
		expect(lastNamedOn(network, find(network, 'secretariat', 'first'))).toBeUndefined();
	});

	test('has to do with the meetings at which it passed on, and with those in doubt about it', () => {
		expect(idsOf(chairMeetings(network, network.entries.secretariat))).toEqual(['third', 'ninth']);
	});
});
