import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cardsFolder, cardsOf } from '../outputs/cards/card.ts';
import { cardPainter } from '../outputs/cards/draw.ts';
import { typefaceFrom } from '../outputs/cards/typeface.ts';
import { type Content, filesBesidePages } from './files-beside-pages.ts';

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** The pictures that are shown where a link to a page is shared. */
export const cards = () =>
	filesBesidePages('cards', cardsFolder, (network, logger) => {
		const paint = cardPainter(typefaceFrom(readTypeface), colourInLight);
		const files = cardsOf(network).map(({ path, ...card }): [string, () => Content] => [
			path,
			() => paint(card),
		]);
		logger.info(`${files.length} cards.`);
		return new Map(files);
	});

const { resolve } = createRequire(import.meta.url);

function readTypeface(script: string, weight: number): ArrayBuffer {
	const name = `source-serif-4-${script}-${String(weight)}-normal.woff`;
	return Uint8Array.from(readFileSync(resolve(`@fontsource/source-serif-4/files/${name}`))).buffer;
}

/** A colour of the site as pages have it by day. */
function colourInLight(name: string): string {
	const [, colour] = new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}),`).exec(tokens) ?? [];
	if (colour === undefined) throw new Error(`src/styles/tokens.css has no colour --${name}.`);
	return colour;
}
