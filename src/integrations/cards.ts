import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cardsFolder, cardsOf } from '../outputs/cards/card.ts';
import { cardPainter } from '../outputs/cards/draw.ts';
import { typefaceFrom } from '../outputs/cards/typeface.ts';
import { type Content, filesBesidePages } from './files-beside-pages.ts';
import { withKeptFiles } from './kept-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** The pictures that are shown where a link to a page is shared. What shows the same as before is not drawn again. */
export const cards = () =>
	filesBesidePages('cards', cardsFolder, (network, logger, cache) => {
		const painter = painterInShort();
		const paint = cardPainter(typefaceFrom(readTypeface), colourInLight);
		let drawn = 0;
		const files = withKeptFiles(cache, (fileOf) =>
			cardsOf(network).map(({ path, ...card }): [string, () => Content] => {
				const file = fileOf(JSON.stringify([painter, card]), () => {
					drawn += 1;
					return paint(card);
				});
				return [path, () => readFileSync(file)];
			}),
		);
		logger.info(`${files.length} cards, ${drawn} of them drawn anew.`);
		return new Map(files);
	});

/** All that a card depends on besides its words, in short: the code that draws, the colours, the typeface, and what compresses. */
const painterInShort = (): string =>
	[...globSync('src/outputs/cards/*.ts', { cwd: root }).sort(), 'package-lock.json']
		.map((file) => readFileSync(root + file, 'utf8'))
		.concat(tokens, process.version)
		.reduce((hash, text) => hash.update(text), createHash('sha256'))
		.digest('hex');

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
