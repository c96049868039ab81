import type { LanePart } from '../../network/lanes.ts';
import type { Named, Tongue } from '../../network/languages.ts';
import { modeOf } from '../../network/meetings.ts';
import { type Entry, find, type Network } from '../../network/network.ts';
import type { MeetingMark } from '../../network/strip.ts';

/** Returns the labels for the picture of the network, by default in English. */
export function captionsIn(network: Network, tongue?: Tongue) {
	if (!tongue) {
		return {
			online: 'Online',
			board: 'Executive Board',
			picture: 'The network in one picture',
			country: ({ name }: Entry<'members'>): string => name,
			chair: (country: string): string => `${country} in the chair`,
			part: ({ title }: LanePart): string => title,
			mark: ({ title }: MeetingMark): string => title,
		};
	}
	const { values, headings, page, country, held, city, meeting: nameOf } = tongue;
	return {
		online: values.online,
		board: headings.board,
		picture: page.title,
		country,
		chair: () => headings.chair,
		part({ spans: [span], last, line, is }: LanePart): string {
			const { term } = span ?? last ?? {};
			const how = { stated: '', derived: values.derived, unknown: values.notStated }[line];
			return [
				headings.chair,
				term && country(find(network, 'members', term.country)),
				is === 'disputed' ? values.differ : how,
			]
				.filter(Boolean)
				.join(', ');
		},
		mark({ meeting }: MeetingMark): string {
			const { place, number, body } = meeting;
			const { name: own, lang } = nameOf(meeting);
			const name = body === 'executive-board' ? headings.board : (number ?? (lang ? undefined : own));
			const where: Named | undefined = place ? city(place.city) : modeOf(meeting) && { name: values.online };
			// Leaves out names that are only known in English, because a title can only have one language.
			return [name, where?.lang ? undefined : where?.name, held(meeting)].filter(Boolean).join(', ');
		},
	};
}
