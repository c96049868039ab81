import type { Meeting } from './meeting.ts';

/**
 * The country that hosted a meeting: the one that a source states or, where none states any host, the country of its place, which
 * is derived.
 *
 * @returns the id of a member, and whether it follows from the place; `undefined` where another hosted or nothing is known
 */
export function hostCountryOf({
	host: { country, institution, office } = {},
	place,
}: Pick<Meeting, 'host' | 'place'>): { country: string; derived: boolean } | undefined {
	if (country !== undefined) return { country, derived: false };
	if (institution !== undefined || office !== undefined) return undefined;
	return place && { country: place.country, derived: true };
}

/**
 * The country whose turn as host a meeting is: the country that hosted a meeting of the conference or, where another was first
 * planned as its host, that one. A meeting online is nobody's turn, and neither is one that only an organization hosted.
 *
 * No source says how the Board's rule applies to such meetings; the convention is this site's own (see `network/rotation.ts`).
 *
 * @returns the id of a member, or `undefined`
 */
export function hostTurn(
	meeting: Pick<Meeting, 'body' | 'mode' | 'place' | 'host' | 'hostFirstPlanned'>,
): string | undefined {
	const { body, mode, hostFirstPlanned } = meeting;
	if (body !== 'conference' || mode === 'online') return undefined;
	return hostFirstPlanned?.country ?? hostCountryOf(meeting)?.country;
}
