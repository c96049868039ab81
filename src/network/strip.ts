import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { axisOver, middleOf } from './axis.ts';
import { briefLine, meetingsOf, modeOf, sessionsOf } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** A meeting on the time axis of the network. */
export interface MeetingMark {
	meeting: Entry<'meetings'>;
	/** The position on the axis as a percentage. */
	at: number;
	isOnline: boolean;
	title: string;
}

/** Returns the time axis of the network: from the year of the first meeting to today, or to the last announced meeting. */
export const networkAxis = memoize(({ entries, today }: Network) => {
	const bounds = entries.meetings.map(({ dates }) => boundsOf(dates));
	const first = bounds.map(({ earliest }) => earliest).sort()[0] ?? today;
	const last = bounds.map(({ latest }) => latest).reduce((a, b) => (a > b ? a : b), today);
	return axisOver(first, last);
});

/**
 * Returns the marks of all meetings: of the conference, of the Board, and of events that included a numbered meeting. These events are
 * drawn as rings around their session.
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

/** The number of meetings that a picture names at most, so that its size does not grow with the record. */
export const mostNamed = 24;

/**
 * Returns the marks that the line of meetings names: those that the page is about, then the latest.
 * Also returns the positions of all other meetings, rounded so that marks close to each other share
 * a position.
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

/**
 * Splits the marks of a picture: the latest that have room beside each other in their row are named and have links. The others are drawn
 * as dots.
 */
export function split<M extends { at: number; row: number }>(marks: readonly M[]) {
	// 3 % is the width of a numbered mark in a narrow picture.
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
