import { expect, test } from 'vitest';
import { doubtsAbout, followedIn, otherReadings } from '../../../src/network/doubt.ts';
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

test('a value has the disputes about its fields, each once', () => {
	expect(doubts(['dates'])).toEqual(['dates', 'several']);
	expect(doubts(['dates', 'place'])).toEqual(['dates', 'place', 'several']);
	expect(doubts(['host'])).toEqual([]);
});

test('a dispute about a whole record counts if the whole record is shown', () => {
	expect(doubts(['host'], true)).toEqual(['whole']);
});

test('a dispute about a part of a field counts for the field and for this part', () => {
	const meeting = find(network, 'meetings', 'meeting');
	expect(doubts(['agenda'])).toEqual(['item', 'namesake']);
	expect(doubts(['agenda.reports'])).toEqual(['item']);
	expect(idsOf(disputesAbout(network, meeting, 'agenda'))).toEqual(['item', 'namesake']);
	expect(idsOf(disputesAbout(network, meeting, 'agenda.reports'))).toEqual(['item']);
});

test('a dispute about a list counts for each of its entries', () => {
	const differing = networkOf({
		meetings: { meeting: {} },
		disputes: { list: { about: [{ record: 'meetings/meeting', field: 'agenda' }] } },
	});
	const meeting = find(differing, 'meetings', 'meeting');
	expect(idsOf(doubtsAbout(differing, meeting, ['agenda.reports']))).toEqual(['list']);
	expect(doubtsAbout(differing, meeting, ['dates'])).toEqual([]);
});

test('the other versions of a dispute have values and publishers', () => {
	const read = (as: string, field = 'dates', record = 'meetings/meeting') => ({ record, field, as });
	const differing = networkOf({
		sources: {
			press: { publisher: 'Nova' },
			more: { publisher: 'Nova' },
			embassy: { publisher: 'The embassy' },
		},
		meetings: { meeting: {}, other: {} },
		disputes: {
			when: {
				about: [{ record: 'meetings/meeting' }, { record: 'meetings/other' }],
				versions: [
					{ id: 'followed', claim: 'In May.', sources: ['account'], reads: [read('May')] },
					{
						id: 'press',
						claim: 'In June.',
						sources: ['press', 'more', 'embassy'],
						reads: [read('June'), read('Belgrade', 'place'), read('July', 'dates', 'meetings/other')],
					},
					{ id: 'silent', claim: 'Never.', sources: ['embassy'] },
				],
				follows: 'followed',
			},
		},
	});
	const question = find(differing, 'disputes', 'when');
	const readings = (field: string, id = 'meeting') =>
		otherReadings(differing, question, find(differing, 'meetings', id), field);
	// If a record's value differs from the version that the site follows, both are shown.
	expect(readings('dates')).toEqual([
		{ as: 'May', who: ['The network'] },
		{ as: 'June', who: ['Nova', 'The embassy'] },
	]);
	expect(readings('dates', 'other').map(({ as }) => as)).toEqual(['July']);
	expect(readings('title')).toEqual([]);
	const followedBy = (id: string) => followedIn(question, find(differing, 'meetings', id))?.id;
	expect(['meeting', 'other'].map(followedBy)).toEqual([undefined, 'followed']);
});
