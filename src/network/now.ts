import { boundsOf } from '../schema/edtf.ts';
import { membersOn } from './members.ts';
import { meetingsOf } from './meetings.ts';
import type { Entry, Network } from './network.ts';

/** The network as the record has it today. */
export interface NetworkNow {
	members: Entry<'members'>[];
	/** The term that has begun and has no stated end before today; sources may simply have said nothing since. */
	chair: Entry<'secretariat'> | undefined;
	/** The latest composition that a source states. */
	board: Entry<'board'> | undefined;
	lastMeeting: Entry<'meetings'> | undefined;
	nextMeeting: Entry<'meetings'> | undefined;
}

/** What holds on the network's `today`. */
export function networkNow(network: Network): NetworkNow {
	const { today } = network;
	const meetings = meetingsOf(network, 'conference').filter(({ number }) => number !== undefined);
	const hasBegun = (date: string): boolean => boundsOf(date).earliest <= today;
	return {
		members: membersOn(network, today),
		chair: network.entries.secretariat.findLast(
			({ from, until }) => hasBegun(from) && (until === undefined || boundsOf(until).latest >= today),
		),
		board: network.entries.board.findLast(({ period }) => hasBegun(period)),
		lastMeeting: meetings.findLast(({ dates }) => hasBegun(dates)),
		nextMeeting: meetings.find(({ dates }) => !hasBegun(dates)),
	};
}
