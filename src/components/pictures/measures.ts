import type { LanePart } from '../../network/history-picture.ts';
import { recordKinds } from '../../schema/index.ts';
import { pathOf } from '../../site/paths.ts';

/*
 * Horizontal lengths in pictures are percentages, so that text keeps its size. Vertical lengths are pixels.
 */

/** The average width of a letter, in pixels. */
export const letter = 7;

/** Returns the path that a part of the lane links to: the term, the dispute about it, or the list of terms. */
export const chairPath = ({ entry }: LanePart): string =>
	entry === undefined ? recordKinds.secretariat.list : pathOf(entry);

/** Formats a percentage for an SVG attribute. */
export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** Returns whether text fits into a box of the given width. */
export const hasRoom = (text: string, width: number): boolean => width > text.length * letter + 8;
