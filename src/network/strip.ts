import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { axisOver, middleOf } from './axis.ts';
import { briefLine, meetingsOf, modeOf, sessionsOf } from './meetings.ts';
import type { Entry, Network } from './network.ts';

export interface MeetingMark {
	meeting: Entry<'meetings'>;
	/** The position on the axis as a percentage. */
	at: number;
	isOnline: boolean;
	title: string;
}

/** Returns the time axis of the network's history, from the year of the first meeting until today or the last announced meeting. */
export const networkAxis = memoize(({ entries, today }: Network) => {
	const bounds = entries.meetings.map(({ dates }) => boundsOf(dates));
	const first = bounds.map(({ earliest }) => earliest).sort()[0] ?? today;
	const last = bounds.map(({ latest }) => latest).reduce((a, b) => (a > b ? a : b), today);
	return axisOver(first, last);
});

/**
 * Returns the marks of all meetings of the conference and the Board. An event that included a numbered meeting is drawn as a ring around
 * the mark of that meeting.
 */
export const meetingMarks = memoize((network: Network) => {
	const axis = networkAxis(network);
	const markOf = (meeting: Entry<'meetings'>): MeetingMark => ({
		meeting,
		at: middleOf(axis, meeting.dates),
		isOnline: modeOf(meeting)?.words === 'online',
		// The accessible name must start with the visible number.
		title: `${String(meeting.body === 'executive-board' ? 'Executive Board' : (meeting.number ?? meeting.title))}, ${briefLine(network, meeting)}`,
	});
	const hasNumberedSession = (meeting: Entry<'meetings'>): boolean =>
		meeting.number === undefined && sessionsOf(network, meeting).some(({ number }) => number !== undefined);
	const conference = meetingsOf(network, 'conference');
	return {
		conference: conference.filter((meeting) => !hasNumberedSession(meeting)).map(markOf),
		rings: conference.filter(hasNumberedSession).map(markOf),
		board: meetingsOf(network, 'executive-board').map(markOf),
	};
});

/** The maximum number of meetings that a picture names, so that pictures stay small. */
export const mostNamed = 24;

/**
 * Chooses the meetings to name on the line of meetings: first those that the page is about, then the latest ones. Rounds the positions of
 * all other meetings, so that nearby meetings share one dot.
 */
export function namedMarks(network: Network, isLit: (mark: MeetingMark) => boolean) {
	const { conference, rings, board } = meetingMarks(network);
	const named = new Set(
		[...conference, ...rings, ...board]
			.sort((a, b) => Number(isLit(b)) - Number(isLit(a)) || b.at - a.at)
			.slice(0, mostNamed),
	);
	const placesOf = (marks: readonly MeetingMark[]): number[] => [
		...new Set(marks.filter((mark) => !named.has(mark)).map(({ at }) => Math.round(at))),
	];
	return { named, dots: { conference: placesOf(conference), board: placesOf(board) } };
}

/** Divides the marks of a picture into dots and named marks with links. In each row, the latest marks are named if there is enough room. */
export function split<M extends { at: number; row: number }>(marks: readonly M[]) {
	// The width of a numbered mark in a narrow picture, in percent.
	const room = 3;
	const named = new Set<M>();
	const starts = new Map<number, number>();
	for (const mark of marks.toSorted((a, b) => b.at - a.at)) {
		if (named.size === mostNamed || (starts.get(mark.row) ?? Infinity) - mark.at < room) continue;
		named.add(mark);
		starts.set(mark.row, mark.at);
	}
	return {
		named: marks.filter((mark) => named.has(mark)),
		dots: marks.filter((mark) => !named.has(mark)),
	};
}
