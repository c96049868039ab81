import { boundsOf } from '../schema/edtf.ts';
import { whenInWords } from '../schema/dates.ts';
import { capitalized } from '../schema/words.ts';
import { type Axis, axisOver, middleOf, positionOn, stretchOf } from './axis.ts';
import {
	chairAnswers,
	type ChairRun,
	chairRuns,
	chairSpanInWords,
	otherChairs,
	uncertaintyOf,
} from './chair.ts';
import { happenedBy } from './time.ts';
import { growth, type GrowthStep } from './members.ts';
import { heldInWords, meetingsOf, modeOf, sessionsOf } from './meetings.ts';
import { type Entry, find, type Network } from './network.ts';

export type HistoryPicture = ReturnType<typeof historyPicture>;

/** A part of the lane that shows who was in the chair. */
export type LanePart = ReturnType<typeof laneParts>[number];

/** Spreads out marks that are too close together, moving each one as little as possible. */
function spread<M extends { at: number }>(marks: readonly M[], distance: number): M[] {
	const least = Math.min(distance, 100 / Math.max(1, marks.length));
	const placed: number[] = [];
	for (const { at } of marks) placed.push(Math.max(at, (placed.at(-1) ?? -least) + least));
	for (let place = placed.length - 1, end = 100; place >= 0; place -= 1, end -= least)
		placed[place] = Math.round(Math.min(placed[place] ?? end, end) * 100) / 100;
	return marks.map((mark, index) => ({ ...mark, at: placed[index] ?? mark.at }));
}

/** Returns the data for the front page's picture: members, chairs, and meetings of the conference and the Board. */
export function historyPicture(network: Network) {
	const { today } = network;
	const conference = meetingsOf(network, 'conference').filter(
		// Skip events that include a numbered meeting, because both marks would be in the same place.
		(meeting) =>
			meeting.number !== undefined ||
			!sessionsOf(network, meeting).some(({ number }) => number !== undefined),
	);
	// The membership line ends today. Members who join later appear only in the list of members.
	const steps = growth(network).filter(({ since }) => happenedBy(since, today) !== 'no');
	const firstDays = [conference[0]?.dates, steps[0]?.since]
		.filter((date) => date !== undefined)
		.map((date) => boundsOf(date).earliest);
	const lastDays = conference.map(({ dates }) => boundsOf(dates).latest);
	const first = firstDays.sort()[0] ?? today;
	const axis = axisOver(first, [today, ...lastDays].sort().at(-1) ?? today);
	const markOf = (meeting: Entry<'meetings'>) => ({
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
	return {
		axis,
		today: positionOn(axis, today),
		members: steps.map((step) => memberMark(axis, step)),
		// In the narrowest horizontal picture, 3 % is the width of a circle.
		meetings: spread(conference.map(markOf), 3),
		chair: laneParts(network, axis, today),
		board: spread(meetingsOf(network, 'executive-board').map(markOf), 3),
	};
}

function memberMark(axis: Axis, step: GrowthStep) {
	const { date, since, joined, total } = step;
	const [member] = joined;
	const alone = joined.length === 1;
	return {
		...step,
		at: middleOf(axis, since),
		title: `${total} ${alone ? member.name : 'countries'}: joined ${whenInWords(date)}`,
	};
}

/** Returns the parts of the chair lane, from the time when the Secretariat was set up to a given day. */
export const laneParts = (network: Network, axis: Axis, lastDay: string) =>
	chairRuns(network, axis.first, lastDay)
		.filter(({ is }) => is !== 'not-yet')
		.map((run) => ({ ...run, ...stretchOf(axis, ...run.days), ...wordsOf(network, run) }));

interface LaneWords {
	/** How the part is drawn. */
	line: 'stated' | 'derived' | 'unknown';
	/** The possible labels, longest first: the country's long and short names, or a note that the chair is unknown. */
	labels: readonly string[];
	title: string;
	/** The term of the chair, or the dispute about the chair. Missing if no source names a chair. */
	entry: Entry | undefined;
}

function wordsOf(network: Network, { is, spans: [span], last, gap, days: [first] }: ChairRun): LaneWords {
	if (span && is !== 'uncertain') {
		const { name, code } = find(network, 'members', span.term.country);
		const how = is === 'derived' ? 'derived' : chairSpanInWords(network, span);
		const line = is === 'derived' ? is : 'stated';
		return { line, labels: [name, code], title: `${name}, ${how}`, entry: span.term };
	}
	const title = gap
		? capitalized(chairSpanInWords(network, gap))
		: span
			? `${find(network, 'members', span.term.country).name}: ${uncertaintyOf(span, first).words}`
			: 'No source names a chair';
	const entry = (gap && otherChairs(network, gap)[0]?.dispute) ?? (span ?? last)?.term;
	return { line: 'unknown', labels: [chairAnswers[is]], title, entry };
}

/** Groups the picture's data by year. Each year has a single list of conference and Board meetings. */
export function pictureYears({ axis, members, meetings, chair, board }: HistoryPicture) {
	const chairIn = (year: string): LanePart[] => {
		const parts = chair.filter(
			({ days: [first, last] }) => first.slice(0, 4) <= year && last.slice(0, 4) >= year,
		);
		// The months of the terms already say that the days of a change are unknown.
		const certain = parts.filter(({ is }) => is !== 'uncertain');
		return certain.length > 0 ? certain : parts;
	};
	return axis.years.map(({ year }) => ({
		year,
		total: members.findLast(({ date }) => date.slice(0, 4) <= year)?.total ?? 0,
		joined: members.filter(({ date }) => date.startsWith(year)),
		meetings: [...meetings, ...board]
			.filter(({ meeting: { dates } }) => dates.startsWith(year))
			.sort((a, b) => a.meeting.dates.localeCompare(b.meeting.dates)),
		chair: chairIn(year),
	}));
}
