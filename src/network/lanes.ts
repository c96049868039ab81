import { memoize } from '../records/memoize.ts';
import { uncertaintyOf } from './chair.ts';
import { laneParts } from './history-picture.ts';
import { find, type Network } from './network.ts';
import { networkAxis } from './strip.ts';

/** A bar of a lane, as percentages of the axis. Its line is solid, dashed or dotted. */
export interface Bar {
	from: number;
	width: number;
	line: 'stated' | 'derived' | 'unknown';
	title: string;
}

/** A named row of bars below the line of meetings. */
export interface Lane {
	id: string;
	name: string;
	bars: readonly Bar[];
}

/**
 * Returns a lane for each country that was in the chair. If a time has no known chair, its bar is on the lane of the last one. If more
 * than one chair is possible, there is a bar on the lane of each.
 */
export const chairLanes = memoize((network: Network): readonly Lane[] => {
	const lanes = new Map<string, Bar[]>();
	let latest: string[] = [];
	for (const { spans, last, is, days, from, width, line, title } of laneParts(
		network,
		networkAxis(network),
		network.today,
	)) {
		const named = [...spans, ...(last ? [last] : [])];
		if (named.length > 0) latest = [...new Set(named.map(({ term }) => term.country))];
		for (const country of latest) {
			const span = is === 'uncertain' ? named.find(({ term }) => term.country === country) : undefined;
			const words = span
				? `${find(network, 'members', country).name}: ${uncertaintyOf(span, days[0]).words}`
				: title;
			lanes.set(country, [...(lanes.get(country) ?? []), { from, width, line, title: words }]);
		}
	}
	return [...lanes].map(([id, bars]) => ({ id, name: find(network, 'members', id).name, bars }));
});
