import { expect, test } from 'vitest';
import { laneParts, seatLanes } from '../../../src/network/lanes.ts';
import { networkOf } from './content.ts';

test('the lane of the chair has stated, derived and unknown parts', () => {
	const network = networkOf(
		{
			members: { serbia: { name: 'Serbia' }, greece: { name: 'Greece' } },
			offices: { office: { country: 'serbia' }, other: { country: 'greece' } },
			meetings: { first: { number: 1, dates: '2016-05-26/2016-05-27' } },
			network: { secretariat: { establishedAt: 'first' } },
			secretariat: {
				before: { country: 'serbia', from: '2017-10', until: '2018-10', ended: { how: 'Over.' } },
				after: { country: 'greece', from: '2019-01-01', statedLength: 'one year' },
			},
		},
		'2020-07-01',
	);
	const parts = laneParts(network);
	expect(parts.map(({ line, days, title }) => [line, ...days, title])).toEqual([
		['unknown', '2016-05-26', '2017-09-30', 'No source names a chair'],
		['unknown', '2017-10-01', '2017-10-30', 'Serbia: its term began in October 2017 (day unknown)'],
		['stated', '2017-10-31', '2018-09-30', 'Serbia, October 2017 – October 2018'],
		['unknown', '2018-10-01', '2018-10-30', 'Serbia: its term ended in October 2018 (day unknown)'],
		['unknown', '2018-10-31', '2018-12-31', 'No source names a chair in November – December 2018'],
		['stated', '2019-01-01', '2019-01-01', 'Greece, from 1 January 2019, end not stated'],
		['derived', '2019-01-02', '2020-01-01', 'Greece, derived'],
		['unknown', '2020-01-02', '2020-07-01', 'No source names a chair'],
	]);
});

test('a seat is solid only while a source surely names its country, not for a period in which it did so at an unknown time', () => {
	const seatsWith = (periodNote?: string) =>
		seatLanes(
			networkOf(
				{
					members: { serbia: { name: 'Serbia' } },
					meetings: { first: { number: 1, dates: '2018-06-28', host: { country: 'serbia' } } },
					board: { list: { period: '2019-01/2019-12', periodNote, members: [{ country: 'serbia' }] } },
				},
				'2020-07-01',
			),
		)['current-host'];
	expect(seatsWith()).toMatchObject([{ line: 'derived', named: [{}] }]);
	expect(seatsWith('The list is undated.')).toMatchObject([
		{
			line: 'derived',
			named: [],
			title:
				'Serbia, derived, named as a member at some time between January 2019 and December 2019 (derived)',
		},
	]);
});
