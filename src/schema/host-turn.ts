import type { Meeting } from './meeting.ts';

/**
 * Returns the member country that hosted a meeting: the host that a source states, or the country of the place, which is derived.
 *
 * @returns `undefined` if an organization hosted, or if neither host nor place is known
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
 * Returns the country that takes its turn as host with a meeting of the conference: the first planned host, else the actual host.
 * Online meetings and meetings hosted by an organization count as nobody's turn.
 *
 * No source explains how the Board's rule applies to these cases. This convention is our own (see `network/rotation.ts`).
 */
export function hostTurn(
	meeting: Pick<Meeting, 'body' | 'mode' | 'place' | 'host' | 'hostFirstPlanned'>,
): string | undefined {
	const { body, mode, hostFirstPlanned } = meeting;
	if (body !== 'conference' || mode === 'online') return undefined;
	return hostFirstPlanned?.country ?? hostCountryOf(meeting)?.country;
}
