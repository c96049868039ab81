import { expect, test } from 'vitest';
import { axisOver, positionOn, stretchOf } from '../../../src/network/axis.ts';

const axis = axisOver('2019-06-04', '2020-03-01');

test('an axis runs from the first day of a year to the last day', () => {
	expect(axis.first).toBe('2019-01-01');
	expect(axis.end).toBe('2020-03-02');
	expect(axis.years.map(({ year }) => year)).toEqual(['2019', '2020']);
	expect(axis.years.map(({ from }) => from)).toEqual([0, 85.68]);
});

test('days have positions on the axis, and days beyond it are at its ends', () => {
	expect(positionOn(axis, '2019-01-01')).toBe(0);
	expect(positionOn(axis, '2020-01-01')).toBeCloseTo(85.68, 2);
	expect(positionOn(axis, '2018-01-01')).toBe(0);
	expect(positionOn(axis, '2030-01-01')).toBe(100);
});

test('a stretch includes its last day', () => {
	expect(stretchOf(axis, '2019-01-01', '2020-03-01')).toEqual({ from: 0, width: 100 });
	expect(stretchOf(axis, '2020-01-01', '2020-01-01').width).toBeGreaterThan(0);
});

test('the width of a stretch only depends on its number of days, apart from rounding', () => {
	expect(stretchOf(axis, '2019-03-01', '2019-03-10').width).toBeCloseTo(
		stretchOf(axis, '2019-12-27', '2020-01-05').width,
		1,
	);
});
