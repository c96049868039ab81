/*
 * Pictures are drawn across in parts of their width, so that the writing keeps its size, and down in pixels.
 */

/** How wide a letter is, in pixels. */
export const letter = 7;

/** A length on the axis as an attribute of SVG has it. */
export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;

/** Whether a text fits into a box of some pixels. */
export const hasRoom = (text: string, width: number): boolean => width > text.length * letter + 8;
