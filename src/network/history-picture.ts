import { boundsOf } from '../schema/edtf.ts';
import { dateInWords, whenInWords } from '../schema/dates.ts';
import { capitalized } from '../schema/words.ts';
import { type Axis, axisOver, positionOn, type Stretch, stretchOf } from './axis.ts';
import {
	type ChairPart,
	chairSpanInWords,
	chairSpansDuring,
	type ChairSpan,
	isChaired,
	otherChairs,
	chairParts,
} from './chair.ts';
import { addDays, happenedBy } from './time.ts';
import { growth, type GrowthStep } from './members.ts';
import { meetingsOf, modeOf, sessionsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';

/** A mark of the picture, with its place in per cent of the axis. */
interface Mark {
	at: number;
	title: string;
}

/** A meeting of the conference or of the Board. */
export interface MeetingMark extends Mark {
	meeting: Entry<'meetings'>;
	isOnline: boolean;
}

/** A stretch of the chair's lane. */
export interface LanePart extends Stretch, ChairPart {
	/** The names of the country, the longest first, or a note that no chair is known. */
	labels: readonly string[];
	title: string;
	/** The term, or the dispute about the chair; absent if no source names a chair. */
	entry: Entry | undefined;
}

export type HistoryPicture = ReturnType<typeof historyPicture>;

/** The number of conference meetings that fit in the picture. */
const room = 30;

/** Returns the position of the middle of a date. */
function middleOf(axis: Axis, date: string): number {
	const { from, width } = stretchOf(axis, boundsOf(date).earliest, boundsOf(date).latest);
	return Math.round((from + width / 2) * 100) / 100;
}

/** Moves marks along the axis, as little as possible, to keep a minimum distance between them. */
function spread<M extends Mark>(marks: readonly M[], distance: number): M[] {
	const least = Math.min(distance, 100 / Math.max(1, marks.length));
	const placed: number[] = [];
	for (const { at } of marks) placed.push(Math.max(at, (placed.at(-1) ?? -least) + least));
	for (let place = placed.length - 1, end = 100; place >= 0; place -= 1, end -= least)
		placed[place] = Math.round(Math.min(placed[place] ?? end, end) * 100) / 100;
	return marks.map((mark, index) => ({ ...mark, at: placed[index] ?? mark.at }));
}

/** Returns the data of the picture on the front page: members, meetings of the conference and the Board, and chairs. */
export function historyPicture(network: Network) {
	const { today } = network;
	const conference = meetingsOf(network, 'conference').filter(
		// An event with a numbered meeting among its sessions would be drawn in the same place.
		(meeting) =>
			meeting.number !== undefined ||
			!sessionsOf(network, meeting).some(({ number }) => number !== undefined),
	);
	const shown = conference.slice(-room);
	const earlier = conference.length - shown.length;
	// The line of members ends today. Later members are only in the list of members.
	const steps = growth(network).filter(({ since }) => happenedBy(since, today) !== 'no');
	const firstDays = [shown[0]?.dates, ...(earlier > 0 ? [] : [steps[0]?.since])]
		.filter((date) => date !== undefined)
		.map((date) => boundsOf(date).earliest);
	const lastDays = shown.map(({ dates }) => boundsOf(dates).latest);
	const first = firstDays.sort()[0] ?? today;
	const axis = axisOver(first, [today, ...lastDays].sort().at(-1) ?? today);
	const markOf = (meeting: Entry<'meetings'>): MeetingMark => ({
		meeting,
		at: middleOf(axis, meeting.dates),
		isOnline: modeOf(meeting)?.words === 'online',
		// The accessible name has to start with the visible text, which is the number.
		title: [
			meeting.number ?? meeting.title,
			meeting.place?.city ?? modeOf(meeting)?.words,
			dateInWords(meeting.dates),
		]
			.filter((part) => part !== undefined)
			.join(', '),
	});
	const board = meetingsOf(network, 'executive-board').filter(
		({ dates }) => boundsOf(dates).latest >= axis.first,
	);
	return {
		axis,
		/** The position of today. */
		today: positionOn(axis, today),
		members: steps.map((step) => memberMark(axis, step)),
		// 3 % is the width of a circle in the narrowest horizontal picture.
		meetings: spread(shown.map(markOf), 3),
		chair: chairSpansDuring(network, axis.first, today).flatMap((span) =>
			laneParts(network, axis, span, today),
		),
		board: spread(board.slice(-room).map(markOf), 3),
		/** The number of earlier conference meetings, which the picture leaves out. */
		earlier,
	};
}

/** Returns the mark of members that joined together. */
function memberMark(axis: Axis, step: GrowthStep) {
	const { date, since, joined, total } = step;
	const [member] = joined;
	const alone = joined.length === 1;
	return {
		...step,
		at: middleOf(axis, since),
		title: `${total} ${alone ? member.name : 'countries'}: joined ${whenInWords(date)}`,
	};
}

/** Returns the stretches of a chair's term, or of the time between two terms, up to a day. */
export const laneParts = (network: Network, axis: Axis, span: ChairSpan, lastDay: string): LanePart[] =>
	chairParts(network, span, lastDay).map((part) => ({
		...part,
		...stretchOf(axis, ...part.days),
		...wordsOf(network, span, part),
	}));

function wordsOf(network: Network, span: ChairSpan, { is, days: [first] }: ChairPart) {
	if (!isChaired(span)) {
		const [other] = otherChairs(network, span);
		return {
			labels: [other ? 'sources differ' : 'not stated'],
			title: capitalized(chairSpanInWords(network, span)),
			entry: other?.dispute,
		};
	}
	const title = `No source says who is in the chair after ${dateInWords(addDays(first, -1))}`;
	if (is === 'unknown') return { labels: ['not stated'], title, entry: span.term };
	const { name, code } = find(network, 'members', span.term.country);
	const how = is === 'derived' ? 'by the stated length of its term' : chairSpanInWords(network, span);
	return { labels: [name, code], title: `${name}, ${how}`, entry: span.term };
}

/** Returns the same data year by year, with the Board's meetings among the others. */
export function pictureYears({ axis, members, meetings, chair, board }: HistoryPicture) {
	const inYear = (year: string) => (mark: MeetingMark) => mark.meeting.dates.startsWith(year);
	return axis.years.map(({ year }) => ({
		year,
		/** The number of members at the end of the year. */
		total: members.findLast(({ date }) => date.slice(0, 4) <= year)?.total ?? 0,
		joined: members.filter(({ date }) => date.startsWith(year)),
		meetings: [...meetings, ...board]
			.filter(inYear(year))
			.sort((a, b) => a.meeting.dates.localeCompare(b.meeting.dates)),
		chair: chair.filter(({ days: [first, last] }) => first.slice(0, 4) <= year && last.slice(0, 4) >= year),
	}));
}
