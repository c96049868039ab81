import { expect, test } from 'vitest';
import { axisOver, markOf, placeOf, spanStretches, stretchOf } from '../../../src/network/axis.ts';
import { entryOf } from './content.ts';

const axis = axisOver('2019-06-04', '2020-03-01');

test('an axis runs over whole years', () => {
	expect(axis.first).toBe('2019-01-01');
	expect(axis.end).toBe('2021-01-01');
	expect(axis.years.map(({ year }) => year)).toEqual(['2019', '2020']);
	expect(axis.years.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 1);
});

test('a day has its place on it, and a day beyond it is at its edge', () => {
	expect(placeOf(axis, '2019-01-01')).toBe(0);
	expect(placeOf(axis, '2020-01-01')).toBeCloseTo(49.93, 2);
	expect(placeOf(axis, '2018-01-01')).toBe(0);
	expect(placeOf(axis, '2030-01-01')).toBe(100);
});

test('a stretch holds its last day', () => {
	expect(stretchOf(axis, '2019-01-01', '2020-12-31')).toEqual({ from: 0, width: 100 });
	expect(stretchOf(axis, '2020-01-01', '2020-01-01').width).toBeGreaterThan(0);
});

test('a span is unsure at the ends whose days are not stated', () => {
	const { beginning, sure, ending } = spanStretches(axis, '2019-03', '2020-06', '2020-12-31');
	expect(beginning).toEqual(stretchOf(axis, '2019-03-01', '2019-03-31'));
	expect(sure).toEqual(stretchOf(axis, '2019-03-31', '2020-06-01'));
	expect(ending).toEqual(stretchOf(axis, '2020-06-01', '2020-06-30'));
});

test('a span without a known end lasts to the day that is given', () => {
	expect(spanStretches(axis, '2019-03-01', undefined, '2020-12-31').sure).toEqual(
		stretchOf(axis, '2019-03-01', '2020-12-31'),
	);
});

test('a stretch is as wide as its days, wherever it begins', () => {
	expect(stretchOf(axis, '2020-01-01', '2020-12-31')).toEqual({ from: 49.93, width: 50.07 });
});

test('a meeting is marked at its first day, by its number where it has one', () => {
	const dates = '2020-01-01/2020-01-02';
	expect(markOf(axis, entryOf('meetings', { title: 'Ninth meeting', number: 9, dates }, 'ninth'))).toEqual({
		at: 49.93,
		label: '9th',
		title: '9th: Ninth meeting, 1–2 January 2020',
		path: '/meetings/ninth/',
	});
	expect(markOf(axis, entryOf('meetings', { title: 'Workshop', dates }))).toMatchObject({
		label: '•',
		title: '•: Workshop, 1–2 January 2020',
	});
});
