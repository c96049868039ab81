import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { find } from '../../../../src/network/network.ts';
import { type Card, cardOf, cardsOf, cardSize } from '../../../../src/outputs/cards/card.ts';
import { cardPainter } from '../../../../src/outputs/cards/draw.ts';
import { typefaceFrom } from '../../../../src/outputs/cards/typeface.ts';
import { networkOf } from '../../network/content.ts';

const network = networkOf({
	members: {
		greece: { name: 'Greece', joined: { date: '2017-03', how: 'Signed.' }, tile: { row: 2, column: 1 } },
		italy: { name: 'Italy', code: 'IT', tile: { row: 1, column: 2 } },
	},
	meetings: {
		third: {
			title: 'Third meeting',
			dates: '2018-06-28/2018-06-30',
			place: { city: 'Rome', country: 'italy' },
			agenda: [
				{ id: 'one', title: 'Firearms', themes: ['fraud'], wording: 'published' },
				{ id: 'two', title: 'Fraud', themes: ['fraud'], wording: 'published' },
			],
		},
		fourth: { title: 'Fourth meeting', dates: '2019', mode: 'online' },
		board: { body: 'executive-board', title: 'Meeting of the Board' },
	},
	themes: { fraud: {} },
});

const { resolve } = createRequire(import.meta.url);
const colours: Readonly<Record<string, string>> = {
	paper: '#ffffff',
	ink: '#000000',
	'ink-soft': '#444444',
	rule: '#cccccc',
	'accent-soft': '#00ff00',
	accent: '#ff0000',
};
const painter = () =>
	cardPainter(
		typefaceFrom((script, weight) => {
			const name = `@fontsource/source-serif-4/files/source-serif-4-${script}-${String(weight)}-normal.woff`;
			return Uint8Array.from(readFileSync(resolve(name))).buffer;
		}),
		(name) => colours[name] ?? '',
	);

/** A card as a program that is not ours reads it: the colour of a pixel, and how many have a colour. */
async function read(png: Buffer) {
	const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
	const colourAt = (place: number): string => `#${data.subarray(place * 3, place * 3 + 3).toString('hex')}`;
	return {
		info,
		colours: Map.groupBy(
			Array.from({ length: info.width * info.height }, (_, place) => place),
			colourAt,
		),
		at: (x: number, y: number) => colourAt(y * info.width + x),
	};
}

test('a meeting has a card with its place, its date and the number of its agenda items, and the country marked', () => {
	expect(cardOf(network, find(network, 'meetings', 'third'))).toEqual({
		path: '/cards/meetings/third.png',
		alt: 'Third meeting. Rome, Italy, 28–30 June 2018. 2 agenda items',
		head: 'The Network',
		title: 'Third meeting',
		lead: 'Rome, Italy, 28–30 June 2018',
		note: '2 agenda items',
		foot: 'The record',
		tiles: [
			{ row: 2, column: 1, code: 'GR', isMarked: false },
			{ row: 1, column: 2, code: 'IT', isMarked: true },
		],
	});
});

test('what no source states is not on the card', () => {
	const card = cardOf(network, find(network, 'meetings', 'fourth'));
	expect(card.alt).toBe('Fourth meeting. Online, 2019');
	expect(card.tiles.some(({ isMarked }) => isMarked)).toBe(false);
});

test('a member has a card with when it joined', () => {
	expect(cardOf(network, find(network, 'members', 'greece'))).toMatchObject({
		path: '/cards/members/greece.png',
		alt: 'Greece. Joined in March 2017',
		tiles: [{ isMarked: true }, { isMarked: false }],
	});
});

test('everything else has the card of the site, which is drawn once', () => {
	for (const entry of [undefined, find(network, 'meetings', 'board'), find(network, 'sources', 'account')])
		expect(cardOf(network, entry)).toMatchObject({ path: '/cards/site.png', alt: 'The record' });
	expect(cardsOf(network).map(({ path }) => path)).toEqual([
		'/cards/site.png',
		'/cards/meetings/third.png',
		'/cards/meetings/fourth.png',
		'/cards/members/greece.png',
		'/cards/members/italy.png',
	]);
});

test('a card is a PNG of its size in the colours of the site, with the same bytes each time', async () => {
	const card = cardOf(network, find(network, 'meetings', 'third'));
	const paint = painter();
	const png = paint(card);
	paint(cardOf(network));
	expect(paint(card).equals(png)).toBe(true);
	expect(painter()(card).equals(png)).toBe(true);
	const picture = await read(png);
	expect(picture.info).toMatchObject({ ...cardSize, format: 'raw' });
	for (const colour of Object.values(colours)) expect(picture.colours.has(colour), colour).toBe(true);
	// The letters of the title are black, and within the margins all is paper.
	expect(picture.colours.get('#000000')?.length).toBeGreaterThan(5000);
	expect(picture.at(3, 300)).toBe('#ffffff');
});

const plain: Card = {
	path: 'plain.png',
	alt: '',
	head: 'The Network',
	title: 'Plain',
	lead: 'Somewhere, 2018',
	note: '2 agenda items',
	foot: 'The record',
	tiles: [],
};

test.each([
	['ten thousand letters without a space', 'x'.repeat(10_000)],
	['ten thousand letters in words', 'word '.repeat(2000)],
	['nothing that the typeface has', '会議 🜀 \u{10ffff}'],
	['markup', '</svg><script>alert(1)</script>'],
	['characters without a shape', '\u202eevil\u202c\u200b\u2060\ufeff\u0000\r\n\t'],
	['combining marks', `e${'\u0301'.repeat(500)}`],
	['half of a character', '\ud800'],
	['nothing', ''],
	['Greek, Cyrillic and Latin', 'Αθήνα Скопје Győr Đakovo'],
])('a card of %s is drawn within its margins', async (_, words) => {
	const paint = painter();
	const card = { ...plain, head: words, title: words, lead: words, note: words, foot: words };
	const { info, at } = await read(paint(card));
	expect(info).toMatchObject(cardSize);
	for (let y = 20; y < info.height; y++) {
		for (const x of [0, 60, 1140, 1199]) expect(at(x, y), `${String(x)} ${String(y)}`).toBe('#ffffff');
	}
	for (let x = 0; x < info.width; x++) expect(at(x, info.height - 40), String(x)).toBe('#ffffff');
});

test('characters without a shape leave no trace, and markup is drawn as it is written', () => {
	const paint = painter();
	const titled = (title: string): Buffer => paint({ ...plain, title });
	expect(titled('\u202ePlain\u202c\u200b\u2060').equals(titled('Plain'))).toBe(true);
	expect(titled('<b>Plain</b>').equals(titled('Plain'))).toBe(false);
});
