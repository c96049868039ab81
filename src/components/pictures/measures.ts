import type { LanePart } from '../../network/history-picture.ts';
import { recordKinds } from '../../schema/index.ts';
import { pathOf } from '../../site/paths.ts';

/*
 * Pictures are drawn across in parts of their width, so that the writing keeps its size, and down in pixels.
 */

/** How wide a letter is, in pixels. */
export const letter = 7;

/** Returns the path for a stretch of the chair's lane: its term, the dispute about it, or the list of terms. */
export const chairPath = ({ entry }: LanePart): string =>
	entry === undefined ? recordKinds.secretariat.list : pathOf(entry);

/** A length on the axis as an attribute of SVG has it. */
export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** Whether a text fits into a box of some pixels. */
export const hasRoom = (text: string, width: number): boolean => width > text.length * letter + 8;
