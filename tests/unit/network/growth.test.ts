import { describe, expect, test } from 'vitest';
import { growthChart, type StatedCount } from '../../../src/network/growth.ts';
import { buildNetwork } from '../../../src/network/network.ts';
import { contentOf } from './content.ts';

const joined = (date: string) => ({ joined: { date, how: 'Signed.' } });
const content = contentOf({
	members: { albania: joined('2016-05'), serbia: joined('2016-05'), greece: joined('2019-06-04') },
});
const chartOf = (...counts: StatedCount[]) =>
	growthChart(buildNetwork({ ...content, network: { ...content.network, counts } }, '2020-07-01'));
const sources = [{ id: 'account' }];

describe('the chart of the network’s growth', () => {
	test('runs from the year of the first joining to the end of this one', () => {
		const { years, today } = chartOf();
		expect(years.map(({ year }) => year)).toEqual(['2016', '2017', '2018', '2019', '2020']);
		expect(years[0]?.at).toBe(0);
		expect(today).toBeCloseTo(4.5 / 5, 2);
	});

	test('steps where countries joined; a month stands at its middle, for neither end of it is known', () => {
		const { steps } = chartOf();
		expect(steps.map(({ total }) => total)).toEqual([2, 3]);
		expect(steps[0]?.at).toBeCloseTo((4.5 / 12) * (1 / 5), 2);
	});

	test('marks numbers that sources state, with the row of the table that says so', () => {
		const { marks } = chartOf(
			{ date: '2016-05', countries: 2, sources },
			{ countries: 14, sources },
			{ date: '2020-01', countries: 3, offices: 5, sources },
		);
		expect(marks.map(({ of, count, row }) => ({ of, count, row }))).toEqual([
			{ of: 'countries', count: 2, row: 0 },
			{ of: 'countries', count: 3, row: 2 },
			{ of: 'offices', count: 5, row: 2 },
		]);
		expect(marks.every(({ at }) => at > 0 && at < 1)).toBe(true);
	});

	test('leaves a number without a date to the table', () => {
		const undated = { countries: 14, sources };
		expect(chartOf(undated)).toMatchObject({ marks: [], undated: [undated] });
	});

	test('is as high as the highest number of all, stated or derived', () => {
		expect(chartOf().top).toBe(3);
		expect(chartOf({ date: '2020', offices: 7, sources }).top).toBe(7);
	});

	test('has no steps, but a scale, while nobody has joined', () => {
		const empty = growthChart(buildNetwork(contentOf({}), '2020-07-01'));
		expect(empty).toMatchObject({ steps: [], marks: [], top: 1 });
		expect(empty.years).toEqual([{ year: '2020', at: 0 }]);
	});
});

test('the chart of the network’s growth leaves who has not joined yet to the table', () => {
	const members = { albania: joined('2016-05'), serbia: joined('2021') };
	const { steps, undated } = growthChart(
		buildNetwork(
			contentOf({
				members,
				network: {
					counts: [
						{ countries: 14, sources: ['account'] },
						{ date: '2020', offices: 1, sources: ['account'] },
					],
				},
			}),
			'2020-07-01',
		),
	);
	expect(steps.map(({ total }) => total)).toEqual([1]);
	expect(undated.map(({ countries }) => countries)).toEqual([14]);
});
