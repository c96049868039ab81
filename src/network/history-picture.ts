import { boundsOf } from '../schema/edtf.ts';
import { dateInWords, whenInWords } from '../schema/dates.ts';
import { capitalized } from '../schema/words.ts';
import { type Axis, axisOver, placeOf, type Stretch, stretchOf } from './axis.ts';
import {
	type ChairPart,
	chairSpanInWords,
	chairSpansDuring,
	type ChairSpan,
	isChaired,
	otherChairs,
	partsOfSpan,
} from './chair.ts';
import { dayAfter, happenedBy } from './happened.ts';
import { growth, type GrowthStep } from './members.ts';
import { meetingsOf, modeOf, sessionsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';

/** A mark of the picture, with its place in per cent of the axis. */
interface Mark {
	at: number;
	/** What it is, in words. */
	title: string;
}

/** Members that joined at one time, and how many there were from then on; a derived count. */
export type MemberMark = Mark & GrowthStep;

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

/** How many meetings of the conference there is room for. */
const room = 30;

/** The middle of a date: neither end of it is known. */
function middleOf(axis: Axis, date: string): number {
	const { from, width } = stretchOf(axis, boundsOf(date).earliest, boundsOf(date).latest);
	return Math.round((from + width / 2) * 100) / 100;
}

/** Moves marks along the axis, as little as it takes, so that each is at least so far from the one before. */
function spread<M extends Mark>(marks: readonly M[], distance: number): M[] {
	const least = Math.min(distance, 100 / Math.max(1, marks.length));
	const placed: number[] = [];
	for (const { at } of marks) placed.push(Math.max(at, (placed.at(-1) ?? -least) + least));
	for (let place = placed.length - 1, end = 100; place >= 0; place -= 1, end -= least)
		placed[place] = Math.round(Math.min(placed[place] ?? end, end) * 100) / 100;
	return marks.map((mark, index) => ({ ...mark, at: placed[index] ?? mark.at }));
}

/** The picture of the history: who joined, the meetings of the conference and of the Board, and who was in the chair. */
export function historyPicture(network: Network) {
	const { today } = network;
	const conference = meetingsOf(network, 'conference').filter(
		// A gathering of which a numbered meeting was a session would stand in the same place.
		(meeting) =>
			meeting.number !== undefined ||
			!sessionsOf(network, meeting).some(({ number }) => number !== undefined),
	);
	const shown = conference.slice(-room);
	const earlier = conference.length - shown.length;
	// The line ends today: who has not begun to join by then is in the list of members.
	const steps = growth(network).filter(({ since }) => happenedBy(since, today) !== 'not-yet');
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
		// It begins with the number that stands in the mark, so that the two go by one name.
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
		/** Where today is. */
		today: placeOf(axis, today),
		members: steps.map((step) => memberMark(axis, step)),
		// On the narrowest picture that lies across, a circle with its number is so wide.
		meetings: spread(shown.map(markOf), 3),
		chair: chairSpansDuring(network, axis.first, today).flatMap((span) =>
			laneParts(network, axis, span, today),
		),
		board: spread(board.slice(-room).map(markOf), 3),
		/** How many earlier meetings of the conference are left out. */
		earlier,
	};
}

function memberMark(axis: Axis, step: GrowthStep): MemberMark {
	const { date, since, joined, total } = step;
	const [member] = joined;
	const alone = joined.length === 1;
	return {
		...step,
		at: middleOf(axis, since),
		title: `${total} ${alone ? member.name : 'countries'}: joined ${whenInWords(date)}`,
	};
}

/** The parts of a span on the lane of the chair, up to a day. */
export const laneParts = (network: Network, axis: Axis, span: ChairSpan, lastDay: string): LanePart[] =>
	partsOfSpan(network, span, lastDay).map((part) => ({
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
	const title = `No source says who is in the chair after ${dateInWords(dayAfter(first, -1))}`;
	if (is === 'unknown') return { labels: ['not stated'], title, entry: span.term };
	const { name, code } = find(network, 'members', span.term.country);
	const how = is === 'derived' ? 'by the stated length of its term' : chairSpanInWords(network, span);
	return { labels: [name, code], title: `${name}, ${how}`, entry: span.term };
}

/** What the picture shows, year by year; the meetings of the Board among the others, in order of date. */
export function pictureYears({ axis, members, meetings, chair, board }: HistoryPicture) {
	const inYear = (year: string) => (mark: MeetingMark) => mark.meeting.dates.startsWith(year);
	return axis.years.map(({ year }) => ({
		year,
		/** How many members there were at its end, and who joined in it. */
		total: members.findLast(({ date }) => date.slice(0, 4) <= year)?.total ?? 0,
		joined: members.filter(({ date }) => date.startsWith(year)),
		meetings: [...meetings, ...board]
			.filter(inYear(year))
			.sort((a, b) => a.meeting.dates.localeCompare(b.meeting.dates)),
		chair: chair.filter(({ days: [first, last] }) => first.slice(0, 4) <= year && last.slice(0, 4) >= year),
	}));
}
