import { capitalized } from '../schema/words.ts';
import { type Axis, stretchOf } from './axis.ts';
import { type ChairRun, chairRuns, chairSpanInWords, otherChairs, uncertaintyOf } from './chair.ts';
import { type Entry, find, type Network } from './network.ts';

export type LanePart = ReturnType<typeof laneParts>[number];

/** Returns the parts of the chair lane, from the time when the Secretariat was set up to a given day. */
export const laneParts = (network: Network, axis: Axis, lastDay: string) =>
	chairRuns(network, axis.first, lastDay)
		.filter(({ is }) => is !== 'not-yet')
		.map((run) => ({ ...run, ...stretchOf(axis, ...run.days), ...wordsOf(network, run) }));

interface LaneWords {
	line: 'stated' | 'derived' | 'unknown';
	title: string;
	/** The term of the chair, or the dispute about the chair. Missing if no source names a chair. */
	entry: Entry | undefined;
}

function wordsOf(network: Network, { is, spans: [span], last, gap, days: [first] }: ChairRun): LaneWords {
	if (span && is !== 'uncertain') {
		const { name } = find(network, 'members', span.term.country);
		const how = is === 'derived' ? 'derived' : chairSpanInWords(network, span);
		const line = is === 'derived' ? is : 'stated';
		return { line, title: `${name}, ${how}`, entry: span.term };
	}
	const title = gap
		? capitalized(chairSpanInWords(network, gap))
		: span
			? `${find(network, 'members', span.term.country).name}: ${uncertaintyOf(span, first).words}`
			: 'No source names a chair';
	const entry = (gap && otherChairs(network, gap)[0]?.dispute) ?? (span ?? last)?.term;
	return { line: 'unknown', title, entry };
}
