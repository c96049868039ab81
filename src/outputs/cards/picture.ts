import { constants, crc32, deflateSync } from 'node:zlib';
import type { Letter } from './typeface.ts';

/** A colour and the ground that it stands on, each as `#rrggbb`. */
export type Ink = readonly [ground: string, colour: string];

export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

// From a ground to its colour in so many steps: as many as one can tell apart at the edge of a letter.
const steps = 16;

/** A picture of few inks, which is the ground of the first where nothing is drawn. It can be drawn again and again. */
export function pictureOf(width: number, height: number, inks: readonly Ink[]) {
	// Each row as PNG has it: how it is filtered, which it is not, then the place in the palette of each pixel.
	const rows = new Uint8Array((width + 1) * height);
	const firstStep = (ink: Ink): number => inks.indexOf(ink) * steps;
	const placeOf = (x: number, y: number): number => y * (width + 1) + 1 + x;
	return {
		clear(): void {
			rows.fill(0);
		},

		/** Fills a box with the colour of an ink. */
		fill(ink: Ink, box: Box): void {
			const colour = firstStep(ink) + steps - 1;
			for (let y = box.top; y < box.top + box.height; y++) {
				const start = placeOf(box.left, y);
				rows.fill(colour, start, start + box.width);
			}
		},

		/** Sets letters, all of which are within the picture, on a line. */
		set(ink: Ink, letters: readonly Letter[], baseline: number): void {
			const first = firstStep(ink);
			for (const { pen, mask } of letters) {
				let index = 0;
				for (let y = baseline + mask.top; index < mask.coverage.length; y++) {
					const start = placeOf(pen + mask.left, y);
					for (let place = start; place < start + mask.width; place++) {
						const step = ((mask.coverage[index++] ?? 0) * steps) >> 8;
						// Where letters touch, the darker of the two is seen.
						if (step > 0) rows[place] = first + Math.max(step, ((rows[place] ?? 0) - first) % steps);
					}
				}
			}
		},

		/** The picture as PNG. */
		toPng(): Buffer {
			const header = Buffer.alloc(13);
			header.writeUInt32BE(width, 0);
			header.writeUInt32BE(height, 4);
			// Eight bits for each pixel, of a palette.
			header.set([8, 3], 8);
			return Buffer.concat([
				Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
				chunk('IHDR', header),
				chunk('PLTE', Uint8Array.from(inks.flatMap(stepsOf))),
				// Of flat colours there is little to find besides runs; looking for more takes half as long again for a tenth of the size.
				chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE, chunkSize: 2 ** 16 })),
				chunk('IEND', new Uint8Array()),
			]);
		},
	};
}

/** The red, green and blue of each step of an ink. */
function stepsOf(ink: Ink): number[] {
	const [from = [], to = []] = ink.map((colour) => [...Buffer.from(colour.slice(1), 'hex')]);
	return Array.from({ length: steps }, (_, step) =>
		from.map((part, index) => Math.round(part + (((to[index] ?? 0) - part) * step) / (steps - 1))),
	).flat();
}

function chunk(type: string, data: Uint8Array): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(typed));
	return Buffer.concat([length, typed, check]);
}
