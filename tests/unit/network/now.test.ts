import { describe, expect, test } from 'vitest';
import { networkNow } from '../../../src/network/now.ts';
import { idsOf, networkOf, type Changes } from './content.ts';

const record: Changes = {
	members: {
		founder: { joined: { date: '2016-05', how: 'Signed.' } },
		latest: { joined: { date: '2023-11', how: 'Signed.' } },
	},
	meetings: {
		ninth: { number: 9, dates: '2023-02-22/2023-02-23' },
		tenth: { number: 10, dates: '2024-10-17' },
		workshop: { dates: '2024-12' },
		board: { body: 'executive-board', number: 12, dates: '2025-01' },
	},
	offices: { office: {} },
	secretariat: {
		first: { from: '2017-10', until: '2021-10' },
		second: { from: '2021-12-06', until: '2024-03' },
		third: { from: '2024-09' },
	},
	board: { old: { period: '2018-06' }, named: { period: '2023-11/2024-12' } },
};

const on = (today: string) => networkNow(networkOf(record, today));

describe('the network now', () => {
	test('has the members that had surely joined', () => {
		expect(idsOf(on('2023-11-29').members)).toEqual(['founder']);
		expect(idsOf(on('2023-11-30').members)).toEqual(['founder', 'latest']);
	});

	test('has in the chair who took it and did not surely leave', () => {
		expect(on('2017-09-30').chair).toBeUndefined();
		expect(on('2017-10-01').chair?.id).toBe('first');
		expect(on('2021-10-31').chair?.id).toBe('first');
		expect(on('2021-11-01').chair).toBeUndefined();
		expect(on('2024-03-31').chair?.id).toBe('second');
		expect(on('2024-05-01').chair).toBeUndefined();
	});

	test('has in the chair whose end no source states, however long ago that began', () => {
		expect(on('2034-01-01').chair?.id).toBe('third');
	});

	test('has the Board that was last stated, even when its period is over', () => {
		expect(on('2018-05-31').board).toBeUndefined();
		expect(on('2023-10-31').board?.id).toBe('old');
		expect(on('2026-01-01').board?.id).toBe('named');
	});

	test('has a meeting behind it from its first day on, and the next ahead of it until then', () => {
		expect(on('2023-02-21').lastMeeting).toBeUndefined();
		expect(on('2023-02-21').nextMeeting?.id).toBe('ninth');
		expect(on('2023-02-22').lastMeeting?.id).toBe('ninth');
		expect(on('2024-10-16').nextMeeting?.id).toBe('tenth');
	});

	test('counts only the numbered meetings of the conference as its meetings', () => {
		expect(on('2025-06-01').lastMeeting?.id).toBe('tenth');
		expect(on('2024-10-17').nextMeeting).toBeUndefined();
	});
});
