import { expect, test } from 'vitest';
import { doubtsAbout } from '../../../src/network/doubt.ts';
import { disputesAbout, find } from '../../../src/network/network.ts';
import { idsOf, networkOf } from './content.ts';

const network = networkOf({
	meetings: { meeting: {}, other: {} },
	disputes: {
		dates: { about: [{ record: 'meetings/meeting', field: 'dates' }] },
		place: { about: [{ record: 'meetings/meeting', field: 'place' }] },
		several: {
			about: [
				{ record: 'meetings/meeting', field: 'dates' },
				{ record: 'meetings/meeting', field: 'place' },
				{ record: 'meetings/other', field: 'host' },
			],
		},
		whole: { about: [{ record: 'meetings/meeting' }] },
		item: { about: [{ record: 'meetings/meeting', field: 'agenda.reports' }] },
		namesake: { about: [{ record: 'meetings/meeting', field: 'agenda.reports-on-ports' }] },
	},
});
const doubts = (fields: string[], whole?: boolean) =>
	idsOf(doubtsAbout(network, find(network, 'meetings', 'meeting'), fields, { whole: whole ?? false }));

test('a value is in doubt by the questions about the fields it is made of, each once', () => {
	expect(doubts(['dates'])).toEqual(['dates', 'several']);
	expect(doubts(['dates', 'place'])).toEqual(['dates', 'place', 'several']);
	expect(doubts(['host'])).toEqual([]);
});

test('a question about the whole record counts where the record as a whole is shown', () => {
	expect(doubts(['host'], true)).toEqual(['whole']);
});

test('a question about a part of a field counts where the field is shown, and beside that part alone', () => {
	const meeting = find(network, 'meetings', 'meeting');
	expect(doubts(['agenda'])).toEqual(['item', 'namesake']);
	expect(doubts(['agenda.reports'])).toEqual(['item']);
	expect(idsOf(disputesAbout(network, meeting, 'agenda'))).toEqual(['item', 'namesake']);
	expect(idsOf(disputesAbout(network, meeting, 'agenda.reports'))).toEqual(['item']);
});
