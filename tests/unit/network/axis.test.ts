import { expect, test } from 'vitest';
import { axisOver, positionOn, stretchOf } from '../../../src/network/axis.ts';

const axis = axisOver('2019-06-04', '2020-03-01');

test('an axis runs over whole years', () => {
	expect(axis.first).toBe('2019-01-01');
	expect(axis.end).toBe('2021-01-01');
	expect(axis.years.map(({ year }) => year)).toEqual(['2019', '2020']);
	expect(axis.years.map(({ from }) => from)).toEqual([0, 49.93]);
});

test('days have positions on the axis, and days beyond it are at its ends', () => {
	expect(positionOn(axis, '2019-01-01')).toBe(0);
	expect(positionOn(axis, '2020-01-01')).toBeCloseTo(49.93, 2);
	expect(positionOn(axis, '2018-01-01')).toBe(0);
	expect(positionOn(axis, '2030-01-01')).toBe(100);
});

test('a stretch includes its last day', () => {
	expect(stretchOf(axis, '2019-01-01', '2020-12-31')).toEqual({ from: 0, width: 100 });
	expect(stretchOf(axis, '2020-01-01', '2020-01-01').width).toBeGreaterThan(0);
});

test('the width of a stretch only depends on its number of days', () => {
	expect(stretchOf(axis, '2020-01-01', '2020-12-31')).toEqual({ from: 49.93, width: 50.07 });
});
