/* Horizontal lengths are percentages, so that text keeps its size at any width. Vertical lengths are in pixels. */

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
