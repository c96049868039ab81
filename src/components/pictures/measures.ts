import type { LanePart } from '../../network/chair-lane.ts';
import { recordKinds } from '../../schema/index.ts';
import { pathOf } from '../../site/paths.ts';

/* Horizontal lengths are percentages, so that text keeps its size at any width. Vertical lengths are in pixels. */

/** The average width of a letter, in pixels. */
const letter = 7;

/** Returns the link target for a part of the lane: a term, a dispute, or the list of terms. */
export const chairPath = ({ entry }: LanePart): string =>
	entry === undefined ? recordKinds.secretariat.list : pathOf(entry);

export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** Returns whether a label fits into a box of the given width. */
export const hasRoom = (text: string, width: number): boolean => width > text.length * letter + 8;
