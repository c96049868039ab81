import type { LanePart } from '../../network/lanes.ts';
import { recordKinds } from '../../schema/index.ts';
import { pathOf } from '../../site/paths.ts';

/* Horizontal lengths are percentages, so that text keeps its size at any width. Vertical lengths are in pixels. */

/** The average width of a letter, in pixels. */
const letter = 7;

/** Returns the link target for a section of the chair's lane: a term, a dispute, or the list of terms. */
export const chairPath = ({ entry }: LanePart): string =>
	entry === undefined ? recordKinds.secretariat.list : pathOf(entry);

export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

export const horizontal = (from: number, to: number, y: number) => ({
	x1: percent(from),
	x2: percent(to),
	y1: y,
	y2: y,
});

export const vertical = (at: number, y1: number, y2: number) => ({
	x1: percent(at),
	x2: percent(at),
	y1,
	y2,
});

export const hasRoom = (text: string, width: number): boolean => width > text.length * letter + 8;
