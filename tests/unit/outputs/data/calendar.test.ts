import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { buildNetwork, type Entry, type Network } from '../../../../src/network/network.ts';
import { calendarsOf, icalendarOf } from '../../../../src/outputs/data/calendar.ts';
import { plainLine } from '../../../../src/schema/quote.ts';
import { contentOf } from '../../network/content.ts';
import { hostile, hostileNetwork } from './hostile.ts';

const address = (path: string): string => `https://history.example.org${path}`;

const content = contentOf({
	members: { greece: { name: 'Greece' } },
	meetings: {
		first: {
			title: 'First meeting',
			dates: '2016-05-26/2016-05-27',
			place: { city: 'Athens', country: 'greece', venue: 'Zappeion, hall 2; left' },
			agenda: [{ id: 'ports', title: 'Ports', wording: 'published', themes: [] }],
			aliases: ['founding-meeting', 'meeting-of-2016'],
		},
		second: { title: 'Second meeting', dates: '2024-02-29', mode: 'online' },
		third: { title: 'Third meeting', dates: '2024-03' },
		board: { body: 'executive-board', title: 'Board meeting', dates: '2024-12-31' },
	},
	disputes: {
		days: {
			question: 'When was the first meeting?',
			about: [{ record: 'meetings/first', field: 'dates' }],
			versions: [
				{ id: 'may', claim: 'In May.', sources: ['account'] },
				{ id: 'june', claim: 'In June.', sources: ['account'] },
			],
			follows: 'may',
		},
	},
});
const network = buildNetwork(content, '2024-06-15', {
	changedOn: ({ id }) => (id === 'first' ? '2023-04-05' : undefined),
	edition: { day: '2024-05-06', commit: 'abcdef0123' },
	address: (path) => `https://history.example.org${path}`,
});

const file = (of: Network, name: string): string => {
	const calendar = calendarsOf(of).find((each) => each.name === name);
	if (!calendar) throw new Error(`There is no calendar ${name}.`);
	return icalendarOf({ ...of, address }, calendar);
};

/** Returns the events of a calendar, parsed by a calendar library. */
const eventsIn = (text: string): ICAL.Event[] =>
	ICAL.Component.fromString(text)
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));

test('a calendar matches its golden file', async () => {
	await expect(file(network, 'meetings')).toMatchFileSnapshot('../../../golden/meetings.ics');
});

test('a session on an unknown day of an event is not shown as lasting all its days', () => {
	const days = '2025-12-01/2025-12-02';
	const event = buildNetwork(
		contentOf({
			meetings: {
				event: { title: 'Event', dates: days },
				session: { title: 'Session', dates: days, partOf: 'event' },
			},
		}),
		'2026-01-01',
	);
	expect(eventsIn(file(event, 'meetings')).map(({ summary }) => summary)).toEqual([
		expect.stringMatching(/: Event$/),
		expect.stringMatching(/: Session, within 1–2 December 2025$/),
	]);
});

test('a meeting lasts whole days and ends on the day after its last one', () => {
	const [first, second, board] = eventsIn(file(network, 'meetings'));
	expect(
		[first, second, board].map((event) => [event?.startDate.toString(), event?.endDate.toString()]),
	).toEqual([
		['2016-05-26', '2016-05-28'],
		['2024-02-29', '2024-03-01'],
		['2024-12-31', '2025-01-01'],
	]);
	expect(first?.startDate.isDate).toBe(true);
});

test('a meeting without exact days is left out and counted', () => {
	const calendar = file(network, 'conference');
	expect(eventsIn(calendar).map(({ summary }) => summary)).toEqual(['N: First meeting', 'N: Second meeting']);
	expect(ICAL.Component.fromString(calendar).getFirstPropertyValue('description')).toBe(
		'2 meetings from The record, version of 6 May 2024 (abcdef0). Left out, because no source states the days: 1 meeting.',
	);
});

test('each body has its own calendar', () => {
	expect(eventsIn(file(network, 'executive-board')).map(({ summary }) => summary)).toEqual([
		'N: Board meeting',
	]);
});

test('an event keeps its id if the meeting is renamed or the site moves, and has the time of the last change', () => {
	const [first, second] = eventsIn(file(network, 'meetings'));
	expect(first?.uid).toBe('founding-meeting@meetings.pcocp-history');
	expect(second?.uid).toBe('second@meetings.pcocp-history');
	const stampOf = (event: ICAL.Event | undefined): string =>
		String(event?.component.getFirstPropertyValue('dtstamp'));
	expect(stampOf(first)).toBe('2023-04-05T00:00:00Z');
	// The day of the last change is unknown.
	expect(stampOf(second)).toBe('2024-02-29T00:00:00Z');
});

test('an event has a sequence that grows with each change of its meeting or of a disagreement about it', () => {
	const sequencesOf = (of: Network): unknown[] =>
		eventsIn(file(of, 'meetings')).map(({ component }) => component.getFirstPropertyValue('sequence'));
	const [first, ...others] = sequencesOf(network);
	expect(first).toBe(Date.parse('2023-04-05') / 86_400_000);
	expect(others).toEqual([0, 0]);
	const later = {
		...network,
		changedOn: ({ kind }: Entry) => (kind === 'disputes' ? '2024-05-06' : '2023-04-05'),
	};
	const [disputed, undisputed] = sequencesOf(later);
	expect([disputed, undisputed]).toEqual([Date.parse('2024-05-06') / 86_400_000, first]);
});

test('an event describes host, agenda and disagreements', () => {
	const [first] = eventsIn(file(network, 'meetings'));
	expect(first?.location).toBe('Zappeion, hall 2; left, Athens, Greece');
	expect(first?.description.split('\n')).toEqual([
		'Athens, Greece, 26–27 May 2016',
		'Host: Greece (derived from the place)',
		'Agenda: Ports',
		'Sources differ: When was the first meeting? Followed here: In May.',
		'https://history.example.org/meetings/first/',
	]);
});

test('lines have at most 75 octets and end with CRLF', () => {
	const lines = file(hostileNetwork(content), 'meetings').split('\r\n');
	expect(lines.at(-1)).toBe('');
	expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
	expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
});

test('hostile text is escaped', () => {
	const events = eventsIn(file(hostileNetwork(content), 'meetings'));
	expect(events).toHaveLength(3);
	for (const { summary } of events) expect(summary).toBe(plainLine(`${hostile}: ${hostile}`));
});
