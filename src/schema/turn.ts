import type { Meeting } from './meeting.ts';

/**
 * The country whose turn as host a meeting is: the country that hosted a meeting of the conference or, where another was first
 * planned as its host, that one. A meeting online is nobody's turn, and neither is one that only an organization hosted.
 *
 * No source says how the Board's rule applies to such meetings; the convention is this site's own (see `network/rotation.ts`).
 *
 * @returns the id of a member, or `undefined`
 */
export function countryOfTurn({
	body,
	mode,
	host,
	hostFirstPlanned,
}: Pick<Meeting, 'body' | 'mode' | 'host' | 'hostFirstPlanned'>): string | undefined {
	if (body !== 'conference' || mode === 'online') return undefined;
	return hostFirstPlanned?.country ?? host?.country;
}
