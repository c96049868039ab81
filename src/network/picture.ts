import { memoize } from '../records/memoize.ts';
import { middleOf } from './axis.ts';
import { laneParts } from './lanes.ts';
import { joiningDate, membersByJoining } from './members.ts';
import { type Entry, find, type Network } from './network.ts';
import { meetingMarks, type MeetingMark, networkAxis, split } from './strip.ts';

/** A meeting in the row of the country where it was held. */
export interface PlacedMark extends MeetingMark {
	row: number;
	/** The rows of the other countries that took part, according to the sources. */
	attended: readonly number[];
}

/**
 * Returns the data for a picture of the whole network. Each country has a row that starts on the day of joining and shows meetings and
 * terms as chair. The first row is for meetings online or at an unknown place, and the last row is for the Executive Board.
 */
export const networkPicture = memoize((network: Network) => pictureOf(network, membersByJoining(network)));

/**
 * Returns the data for a picture that lists the countries in the given order.
 *
 * @param half half the width of the text above a term as chair, as a percentage of the axis
 */
export function pictureOf(network: Network, inOrder: readonly Entry<'members'>[], half = 7) {
	const axis = networkAxis(network);
	const marks = meetingMarks(network);
	const members = inOrder.map((member, index) => ({
		member,
		row: index + 1,
		at: middleOf(axis, joiningDate(network, member)),
	}));
	const rows = new Map(members.map(({ member, row }) => [member.id, row]));
	const placed = (mark: MeetingMark): PlacedMark => {
		const { place, participants } = mark.meeting;
		const row = rows.get(place?.country ?? '') ?? 0;
		const attended = (participants?.countries ?? []).flatMap((country) => rows.get(country) ?? []);
		// The dots are in the order of the rows, because the page then compresses better.
		return { ...mark, row, attended: attended.filter((other) => other !== row).sort((a, b) => a - b) };
	};
	const conference = marks.conference.map(placed);

	// A gap between two terms appears in the row of the earlier term.
	let turn: Turn | undefined;
	const chair = laneParts(network).flatMap((part) => {
		const country = (part.spans[0] ?? part.last)?.term.country;
		const row = country === undefined ? undefined : rows.get(country);
		if (country !== undefined && row !== undefined && row !== turn?.row)
			turn = { row, name: find(network, 'members', country).name };
		return turn ? [{ ...part, turn }] : [];
	});
	const shown = split(conference);
	const marksIn = (row: number) =>
		[
			shown.named.filter((mark) => mark.row === row),
			shown.named.filter((mark) => mark.attended.includes(row)),
		] as const;

	return {
		axis,
		members,
		chair,
		chairNames: chairNames(chair, marksIn, half),
		meetings: conference,
		conference: shown,
		rings: split(marks.rings.map(placed)),
		board: split(marks.board.map((mark) => ({ ...mark, row: members.length + 1 }))),
		attended: conference.filter(({ meeting }) => meeting.participants?.countries),
	};
}

interface Turn {
	row: number;
	name: string;
}

/** Returns the names of the chairs and their positions. Short terms have no name, because there is no room for it. */
function chairNames(
	chair: readonly { from: number; width: number; line: string; turn: Turn }[],
	marksIn: (row: number) => readonly [held: readonly PlacedMark[], attended: readonly PlacedMark[]],
	half: number,
) {
	return [...Map.groupBy(chair, ({ turn }) => turn)].flatMap(([turn, parts]) => {
		const known = parts.filter(({ line }) => line !== 'unknown');
		const [first, last] = [known[0], known.at(-1)];
		const width = first && last ? last.from + last.width - first.from : 0;
		if (!first || width < 2 * half) return [];
		// Names must not touch the numbers in the row above, but may overlap dots, which are small enough to stay visible.
		const [held, attended] = marksIn(turn.row - 1);
		const room = (marks: readonly PlacedMark[], place: number, enough = 100): number =>
			Math.min(enough, ...marks.map(({ at }) => Math.abs(at - place)));
		const compare = (a: number, b: number): number =>
			room(held, b, half + 1) - room(held, a, half + 1) || room(attended, b) - room(attended, a);
		const places = Array.from(
			{ length: Math.floor(width - 2 * half) + 1 },
			(_, index) => first.from + half + index,
		);
		const [at = first.from + half] = places.toSorted(compare);
		return [{ ...turn, at }];
	});
}
