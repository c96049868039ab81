import { memoize } from '../records/memoize.ts';
import { boundsOf } from '../schema/edtf.ts';
import { axisOver, middleOf } from './axis.ts';
import { heldInWords, meetingsOf, modeOf, sessionsOf } from './meetings.ts';
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
		title: [
			meeting.number ?? meeting.title,
			meeting.place?.city ?? modeOf(meeting)?.words,
			heldInWords(network, meeting),
		]
			.filter((part) => part !== undefined)
			.join(', '),
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
