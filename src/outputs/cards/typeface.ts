import opentype, { type Font, type Glyph } from 'opentype.js';

/** A file of the typeface holds one script in one weight. */
export type Script = 'latin' | 'latin-ext' | 'cyrillic' | 'greek';
export type Weight = 400 | 600;

/** A shape in pixels: how much of each it covers, from 0 to 255, row by row, in a box that stands so far from the pen. */
export interface Mask {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly coverage: Uint8Array;
}

/** A letter of a line: its shape, and the pixel at which the pen is. */
export interface Letter {
	readonly pen: number;
	readonly mask: Mask;
}

/** The typeface as the pictures need it. Each shape is drawn once, however many pictures it is on. */
export interface Typeface {
	/** How wide a text is, in pixels. */
	readonly widthOf: (text: string, weight: Weight, size: number) => number;
	/** The letters of a line that begins at a place. */
	readonly lettersOf: (text: string, weight: Weight, size: number, left: number) => Letter[];
}

const scripts: readonly Script[] = ['latin', 'latin-ext', 'cyrillic', 'greek'];

// A letter begins on a quarter of a pixel, so that the spaces between letters look even.
const parts = 4;

/**
 * @param read reads a file of the typeface, as WOFF or OpenType; only those are asked for that a text needs
 */
export function typefaceFrom(read: (script: Script, weight: Weight) => ArrayBuffer): Typeface {
	const fonts = new Map<string, Font>();
	const characters = new Map<string, { font: Font; glyph: Glyph }>();
	const kernings = new Map<string, number>();
	const masks = new Map<string, Mask>();

	const fontOf = (script: Script, weight: Weight): Font =>
		kept(fonts, `${script} ${weight}`, () => opentype.parse(read(script, weight)));

	const lookUp = (character: string, weight: Weight) =>
		kept(characters, `${character} ${weight}`, () => {
			const has = (script: Script): boolean => fontOf(script, weight).charToGlyphIndex(character) > 0;
			// What none has is shown as such, with the glyph for it.
			const font = fontOf(scripts.find(has) ?? 'latin', weight);
			return { font, glyph: font.charToGlyph(character) };
		});

	/** Goes through a text, in ems, and gives its width. */
	const walk = (
		text: string,
		weight: Weight,
		visit: (character: string, glyph: Glyph, pen: number) => void,
	): number => {
		let pen = 0;
		let before = '';
		for (const character of text) {
			const { font, glyph } = lookUp(character, weight);
			pen += kept(kernings, `${before}${character} ${weight}`, () => {
				const last = before === '' ? undefined : lookUp(before, weight);
				return last?.font === font ? font.getKerningValue(last.glyph, glyph) / font.unitsPerEm : 0;
			});
			visit(character, glyph, pen);
			pen += (glyph.advanceWidth ?? 0) / font.unitsPerEm;
			before = character;
		}
		return pen;
	};

	return {
		widthOf: (text, weight, size) => walk(text, weight, () => undefined) * size,
		lettersOf(text, weight, size, left) {
			const letters: Letter[] = [];
			walk(text, weight, (character, glyph, pen) => {
				const place = Math.round((left + pen * size) * parts);
				const part = place % parts;
				const mask = kept(masks, `${character} ${weight} ${size} ${part}`, () =>
					maskOf(glyph, size, part / parts),
				);
				letters.push({ pen: (place - part) / parts, mask });
			});
			return letters;
		},
	};
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

type Point = readonly [x: number, y: number];

// So many straight lines stand for a curve, and so many lines are looked at across a row of pixels.
const linesOfCurve = 8;
const linesOfRow = 16;

/** The outline of a glyph as straight lines from point to point; the pen is at 0, and down is positive. */
function outlineOf(glyph: Glyph, size: number, shift: number): (readonly [Point, Point])[] {
	const lines: (readonly [Point, Point])[] = [];
	let from: Point = [0, 0];
	let start = from;
	for (const command of glyph.getPath(shift, 0, size).commands) {
		const to: Point = command.type === 'Z' ? start : [command.x, command.y];
		if (command.type === 'M') start = to;
		else if (command.type === 'Q') {
			let last = from;
			for (let step = 1; step <= linesOfCurve; step++) {
				const next = pointOn([from, [command.x1, command.y1], to], step / linesOfCurve);
				lines.push([last, next]);
				last = next;
			}
		} else lines.push([from, to]);
		from = to;
	}
	return lines;
}

/** The point of a quadratic curve, the typeface's only ones, at a part of its way. */
const pointOn = ([a, b, c]: readonly [Point, Point, Point], part: number): Point => {
	const at = (axis: 0 | 1): number =>
		(1 - part) ** 2 * a[axis] + 2 * (1 - part) * part * b[axis] + part ** 2 * c[axis];
	return [at(0), at(1)];
};

/**
 * Which part of each pixel a glyph covers. Where a line of the outline crosses one of the lines across a row, everything to its right
 * is further in, or further out; the sums along each row say how far.
 */
function maskOf(glyph: Glyph, size: number, shift: number): Mask {
	const outline = outlineOf(glyph, size, shift);
	const all = (axis: 0 | 1): number[] => [0, ...outline.map(([, point]) => point[axis])];
	const [xs, ys] = [all(0), all(1)];
	const left = Math.floor(Math.min(...xs));
	const top = Math.floor(Math.min(...ys));
	const width = Math.ceil(Math.max(...xs)) - left + 2;
	const height = Math.ceil(Math.max(...ys)) - top + 1;
	const turns = new Float32Array(width * height);
	const add = (pixel: number, turn: number): void => {
		turns[pixel] = (turns[pixel] ?? 0) + turn;
	};
	for (const [a, b] of outline) {
		const [[x0, y0], [x1, y1], turn] = a[1] < b[1] ? [a, b, 1] : [b, a, -1];
		const last = Math.ceil(y1 * linesOfRow - 0.5);
		for (let line = Math.ceil(y0 * linesOfRow - 0.5); line < last; line++) {
			const x = x0 + (((line + 0.5) / linesOfRow - y0) / (y1 - y0)) * (x1 - x0) - left;
			const pixel = (Math.floor(line / linesOfRow) - top) * width + Math.floor(x);
			const beyond = x - Math.floor(x);
			add(pixel, (turn * (1 - beyond)) / linesOfRow);
			add(pixel + 1, (turn * beyond) / linesOfRow);
		}
	}
	// Between its end and the next row's beginning a row comes out even, so that the sum goes on.
	let sum = 0;
	const coverage = Uint8Array.from(turns, (turn) => Math.round(Math.min(1, Math.abs((sum += turn))) * 255));
	return { left, top, width, coverage };
}
