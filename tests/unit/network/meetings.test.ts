import { describe, expect, test } from 'vitest';
import {
	agendaItems,
	hostKey,
	hostCitations,
	hostNames,
	itemCitations,
	itemsOfTheme,
	meetingLine,
	meetingsSupportedBy,
	modeOf,
	neighboursOf,
	sessionsOf,
	underWayInWords,
} from '../../../src/network/meetings.ts';
import { find } from '../../../src/network/network.ts';
import { entryOf, idsOf, networkOf } from './content.ts';

const item = (id: string, ...themes: string[]) => ({ id, title: id, wording: 'published' as const, themes });

const network = networkOf({
	members: { 'north-macedonia': { name: 'North Macedonia' } },
	themes: { terrorism: {}, firearms: {} },
	projects: { project: {} },
	meetings: {
		fifth: {
			dates: '2019-06',
			agenda: [item('terrorism', 'terrorism')],
			support: [{ text: 'Paid.', project: 'project' }],
		},
		fourth: {
			dates: '2018-06-28/2018-06-30',
			place: { city: 'Skopje', country: 'north-macedonia' },
			agenda: [item('firearms', 'firearms'), item('routes', 'firearms', 'terrorism')],
		},
		board: { body: 'executive-board', dates: '2019-01', support: [{ text: 'Paid.' }] },
		sixth: { dates: '2021-04-27', mode: 'online' },
		session: { dates: '2021-04-27', partOf: 'sixth' },
	},
});
const meeting = (id: string) => find(network, 'meetings', id);

describe('how a meeting was held', () => {
	test('is stated or derived from the place', () => {
		const place = { city: 'Skopje', country: 'north-macedonia' };
		expect(modeOf(entryOf('meetings', { mode: 'online' }))).toEqual({ words: 'online', derived: false });
		expect(modeOf(entryOf('meetings', { mode: 'in-person', place }))).toEqual({
			words: 'in person',
			derived: false,
		});
		expect(modeOf(entryOf('meetings', { place }))).toEqual({ words: 'in person', derived: true });
		expect(modeOf(entryOf('meetings'))).toBeUndefined();
	});
});

test('the line under a meeting gives its place and date, if they are known', () => {
	expect(meetingLine(network, meeting('fourth'))).toBe('Skopje, North Macedonia, 28–30 June 2018');
	expect(meetingLine(network, meeting('sixth'))).toBe('online, 27 April 2021');
	expect(meetingLine(network, meeting('fifth'))).toBe('June 2019');
});

test('the neighbours of a meeting are of the same body', () => {
	const around = (id: string) => {
		const { previous, next } = neighboursOf(network, meeting(id));
		return [previous?.id, next?.id];
	};
	expect(around('fourth')).toEqual([undefined, 'fifth']);
	expect(around('fifth')).toEqual(['fourth', 'session']);
	expect(around('board')).toEqual([undefined, undefined]);
	// A session and its event are at the same time.
	expect(around('session')).toEqual(['fifth', undefined]);
	expect(around('sixth')).toEqual(['fifth', undefined]);
});

test('the sessions of an event are the meetings that refer to it', () => {
	expect(idsOf(sessionsOf(network, meeting('sixth')))).toEqual(['session']);
	expect(sessionsOf(network, meeting('fifth'))).toEqual([]);
});

test('the meetings that a project supported are those that refer to it', () => {
	expect(idsOf(meetingsSupportedBy(network, 'project'))).toEqual(['fifth']);
});

test('agenda items are in order of date and agenda, also within a theme', () => {
	expect(agendaItems(network).map(({ item }) => item.id)).toEqual(['firearms', 'routes', 'terrorism']);
	expect(itemsOfTheme(network, 'terrorism').map(({ meeting, item }) => `${meeting.id} ${item.id}`)).toEqual([
		'fourth routes',
		'fifth terrorism',
	]);
});

test('an ongoing meeting is being held if its days are known, and perhaps held if not', () => {
	expect(underWayInWords(entryOf('meetings', { dates: '2019-06-04/2019-06-05' }))).toBe(
		'being held, 4–5 June 2019',
	);
	expect(underWayInWords(entryOf('meetings', { dates: '2019-06' }))).toMatch(
		/^perhaps held already, in June 2019 \(day unknown\)$/,
	);
});

test('an agenda item has its own citations or those of the agenda', () => {
	const agenda = networkOf({
		sources: { press: {}, embassy: {} },
		meetings: {
			meeting: {
				agenda: [{ ...item('own'), sources: ['embassy'] }, item('shared')],
				sources: ['account', { id: 'press', states: ['agenda'] }],
			},
		},
	});
	expect(agendaItems(agenda).map((placed) => itemCitations(placed).map(({ id }) => id))).toEqual([
		['embassy'],
		['press'],
	]);
});

test('the hosts of a meeting are named from the institution to the country, if they are known', () => {
	const { country, office, institution } = { country: 'serbia', office: 'office', institution: 'OSCE' };
	const hosts = networkOf({
		members: { serbia: { name: 'Serbia' } },
		offices: { office: { name: 'The Office', country: 'serbia' } },
		meetings: {
			one: { dates: '2016', host: { institution, office, country } },
			two: { dates: '2017', host: { country } },
			three: { dates: '2018', host: { institution } },
			four: { dates: '2019', place: { city: 'Belgrade', country } },
		},
	});
	expect(hosts.entries.meetings.map((meeting) => hostNames(hosts, meeting))).toEqual([
		['OSCE', 'The Office', 'Serbia'],
		['Serbia'],
		['OSCE'],
		['Serbia (derived from the place)'],
	]);
});

test('the host of a meeting has the citations of the host or, if derived, of the place', () => {
	const { stated, derived } = Object.fromEntries(
		networkOf({
			sources: { press: {} },
			meetings: {
				stated: {
					host: { country: 'serbia' },
					place: { city: 'Belgrade', country: 'serbia' },
					sources: ['account', { id: 'press', states: ['host'] }],
				},
				derived: {
					place: { city: 'Belgrade', country: 'serbia' },
					sources: ['account', { id: 'press', states: ['place'] }],
				},
			},
		}).entries.meetings.map((each) => [each.id, each]),
	);
	expect([stated, derived].map((each) => each && hostKey(each))).toEqual(['host', 'place']);
	for (const each of [stated, derived]) expect(each && idsOf(hostCitations(each))).toEqual(['press']);
});

test('a session without a stated day was held on one of the days of the whole meeting', () => {
	const network = networkOf({
		meetings: {
			whole: { dates: '2025-12-01/2025-12-02', mode: 'online' },
			session: { dates: '2025-12-01/2025-12-02', mode: 'online', partOf: 'whole' },
			dated: { dates: '2025-12-01', mode: 'online', partOf: 'whole' },
			long: { dates: '2026-06-28/2026-06-30', mode: 'online' },
			inLong: { dates: '2026-06-28/2026-06-30', mode: 'online', partOf: 'long' },
		},
	});
	const lineOf = (id: string): string => meetingLine(network, find(network, 'meetings', id));
	expect(lineOf('session')).toBe('online, within 1–2 December 2025');
	expect(lineOf('inLong')).toBe('online, within 28–30 June 2026');
	expect(lineOf('dated')).toBe('online, 1 December 2025');
	expect(lineOf('whole')).toBe('online, 1–2 December 2025');
});
