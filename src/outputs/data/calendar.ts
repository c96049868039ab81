import ICAL from 'ical.js';
import { versionInWords } from '../../site/cite.ts';
import { addDays } from '../../network/time.ts';
import { followedIn } from '../../network/doubt.ts';
import { titleOf } from '../../network/labels.ts';
import {
	heldInWords,
	hostNames,
	isWithinDays,
	meetingLine,
	meetingsOf,
	placeInWords,
} from '../../network/meetings.ts';
import { disputesAbout, type Entry, type Network } from '../../network/network.ts';
import { pathOf } from '../../site/paths.ts';
import { isExact } from '../../schema/dates.ts';
import { boundsOf } from '../../schema/edtf.ts';
import { keysOf } from '../../schema/fields.ts';
import { bodyNames } from '../../schema/meeting.ts';
import { plainLine } from '../../schema/quote.ts';
import { counted } from '../../schema/words.ts';

// A line has at most 75 octets, including the leading space.
ICAL.foldLength = 74;
// Declares properties that ical.js does not know (RFC 7986 and older extensions) as plain text.
const known = ICAL.design.icalendar.property as Record<string, { defaultType: string }>;
for (const name of ['name', 'x-wr-calname', 'x-wr-caldesc']) known[name] = { defaultType: 'text' };

export interface Calendar {
	readonly name: string;
	readonly title: string;
	readonly meetings: readonly Entry<'meetings'>[];
}

export const calendarsOf = (network: Network): readonly [Calendar, ...Calendar[]] => [
	{ name: 'meetings', title: 'All meetings', meetings: network.entries.meetings },
	...keysOf(bodyNames).map((body) => ({
		name: body,
		title: bodyNames[body],
		meetings: meetingsOf(network, body),
	})),
];

export const calendarPath = ({ name }: Calendar): string => `/calendar/${name}.ics`;

/** A property in jCal (RFC 7265). */
type Property = readonly [name: string, parameters: object, type: string, value: string | number];

const text = (name: string, value: string): Property => [name, {}, 'text', value];
const atMidnight = (name: string, day: string): Property => [name, {}, 'date-time', `${day}T00:00:00Z`];

/**
 * Returns a calendar as an iCalendar file (RFC 5545). Meetings without exact dates are left out, and the calendar's description gives their
 * number.
 */
export function icalendarOf(network: Network, calendar: Calendar): string {
	const { account, edition } = network;
	const title = plainLine(`${account.abbreviation}: ${calendar.title}`);
	const dated = calendar.meetings.filter(({ dates }) => isExact(dates));
	const undated = calendar.meetings.length - dated.length;
	const description = plainLine(
		`${counted(dated.length, 'meeting')} from ${network.site.name}${edition ? `, ${versionInWords(network)}` : ''}.${undated === 0 ? '' : ` Left out, because no source states the days: ${counted(undated, 'meeting')}.`}`,
	);
	const properties: Property[] = [
		text('version', '2.0'),
		text('prodid', '-//pcocp-history//EN'),
		text('name', title),
		text('x-wr-calname', title),
		text('description', description),
		text('x-wr-caldesc', description),
		...(edition ? [atMidnight('last-modified', edition.day)] : []),
		['url', {}, 'uri', network.address('/meetings/')],
		['source', {}, 'uri', network.address(calendarPath(calendar))],
		['refresh-interval', {}, 'duration', 'P1D'],
	];
	const events = dated.map((meeting) => ['vevent', eventProperties(network, meeting), []]);
	return `${ICAL.stringify(['vcalendar', properties, events])}\r\n`;
}

function eventProperties(network: Network, meeting: Entry<'meetings'>): Property[] {
	const { earliest, latest } = boundsOf(meeting.dates);
	const disputes = disputesAbout(network, meeting);
	const changed = [meeting, ...disputes]
		.flatMap((entry) => network.changedOn(entry) ?? [])
		.sort()
		.at(-1);
	const place = placeInWords(network, meeting);
	const hosts = hostNames(network, meeting);
	const page = network.address(pathOf(meeting));
	const lines = [
		meetingLine(network, meeting),
		...(hosts.length > 0 ? [`Host: ${hosts.join(', ')}`] : []),
		...(meeting.agenda ?? []).map(({ title }) => `Agenda: ${title}`),
		...disputes.map((dispute) => {
			const followed = followedIn(dispute, meeting);
			const words = dispute.follows === undefined ? 'No version is followed.' : '';
			return `Sources differ: ${titleOf(network, dispute)} ${followed ? `Followed here: ${followed.claim}` : words}`.trim();
		}),
		page,
	];
	return [
		// The id stays the same even if the record is renamed or the site moves.
		text('uid', `${meeting.aliases?.[0] ?? meeting.id}@meetings.pcocp-history`),
		// The required timestamp. Without Git history, uses the last day of the meeting, so that builds are identical.
		atMidnight('dtstamp', changed ?? latest),
		...(changed === undefined ? [] : [atMidnight('last-modified', changed)]),
		// Calendar apps update an event if its sequence number has increased. The number counts days, because only the day of a change is
		// known.
		['sequence', {}, 'integer', changed === undefined ? 0 : Date.parse(changed) / 86_400_000],
		['dtstart', {}, 'date', earliest],
		['dtend', {}, 'date', addDays(latest)],
		text(
			'summary',
			plainLine(
				`${network.account.abbreviation}: ${meeting.title}${isWithinDays(network, meeting) ? `, ${heldInWords(network, meeting)}` : ''}`,
			),
		),
		...(place === undefined
			? []
			: [text('location', plainLine([meeting.place?.venue, place].filter(Boolean).join(', ')))]),
		text('categories', bodyNames[meeting.body]),
		text('description', lines.map(plainLine).join('\n')),
		['url', {}, 'uri', page],
		// Shows the time of the meeting as free in the reader's calendar.
		text('transp', 'TRANSPARENT'),
	];
}
