import type { Meeting } from './meeting.ts';

/**
 * Returns the member country that hosted a meeting. If no source names a host, returns the country where the meeting took place (derived).
 *
 * @returns `undefined` if an organization hosted the meeting, or if neither the host nor the place is known
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
 * Returns the country whose turn it was to host a conference meeting. If the meeting was moved, this is the country that was first planned
 * as host. Online meetings and meetings that an organization hosted are nobody's turn.
 *
 * No source explains how the Board's rule applies to moved or online meetings, so this reading of the rule is our own (see
 * `network/rotation.ts`).
 */
export function hostTurn(
	meeting: Pick<Meeting, 'body' | 'mode' | 'place' | 'host' | 'hostFirstPlanned'>,
): string | undefined {
	const { body, mode, hostFirstPlanned } = meeting;
	if (body !== 'conference' || mode === 'online') return undefined;
	return hostFirstPlanned?.country ?? hostCountryOf(meeting)?.country;
}
