import { type Card, cardSize } from './card.ts';
import { linesOf } from './lines.ts';
import { type Ink, pictureOf } from './picture.ts';
import type { Typeface, Weight } from './typeface.ts';

const margin = 72;
const page = cardSize.width - 2 * margin;
// Title, lead and note stand beside the grid of members, between head and foot.
const measure = 700;
const top = 166;
const bottom = 496;
const gridWidth = 300;
const gap = 6;

const small = 28;
// Of title and lead the largest sizes are taken in which both are whole, the title in so many lines at most.
const sizes = [
	{ title: 88, lead: 38, most: 2 },
	{ title: 72, lead: 36, most: 3 },
	{ title: 58, lead: 30, most: 4 },
	{ title: 46, lead: 26, most: 4 },
];

interface Line {
	readonly words: string;
	readonly weight: Weight;
	readonly size: number;
	readonly baseline: number;
	readonly isSoft?: boolean;
}

/**
 * What draws cards as PNG. The same card, typeface and colours give the same bytes.
 *
 * @param colour gives a colour of the site by its name in `src/styles/tokens.css`
 */
export function cardPainter(
	typeface: Typeface,
	colour: (name: string) => string,
): (card: Omit<Card, 'path'>) => Buffer {
	const on = (ground: string, name: string): Ink => [colour(ground), colour(name)];
	const text = on('paper', 'ink');
	const soft = on('paper', 'ink-soft');
	const rule = on('paper', 'rule');
	const tile = on('paper', 'accent-soft');
	const mark = on('paper', 'accent');
	const code = on('accent-soft', 'accent');
	const markedCode = on('accent', 'paper');
	const inks = [text, soft, rule, tile, mark, code, markedCode];
	const picture = pictureOf(cardSize.width, cardSize.height, inks);

	const set = (ink: Ink, { words, weight, size, baseline }: Line, left = margin): void => {
		picture.set(ink, typeface.lettersOf(words, weight, size, left), Math.round(baseline));
	};

	return (card) => {
		picture.clear();
		picture.fill(mark, { left: 0, top: 0, width: cardSize.width, height: 12 });
		if (card.foot !== undefined) picture.fill(rule, { left: margin, top: 520, width: page, height: 2 });
		for (const line of linesOn(card, typeface)) set(line.isSoft ? soft : text, line);

		const most = (of: 'row' | 'column'): number => Math.max(1, ...card.tiles.map((each) => each[of]));
		const step = Math.floor(Math.min(gridWidth / most('column'), (bottom - top) / most('row')));
		const side = step - gap;
		const size = Math.round(side * 0.42);
		const left = cardSize.width - margin - most('column') * step + gap;
		for (const { row, column, code: words, isMarked } of card.tiles) {
			const box = {
				left: left + (column - 1) * step,
				top: top + (row - 1) * step,
				width: side,
				height: side,
			};
			picture.fill(isMarked ? mark : tile, box);
			// Capitals are two thirds of their size high.
			const line: Line = { words, weight: 400, size, baseline: box.top + side / 2 + size / 3 };
			const indent = (side - typeface.widthOf(words, 400, size)) / 2;
			set(isMarked ? markedCode : code, line, box.left + indent);
		}
		return picture.toPng();
	};
}

function linesOn(card: Omit<Card, 'path'>, typeface: Typeface): Line[] {
	/** The lines of a text from a baseline downwards. */
	const setFrom = (
		baseline: number,
		words: string | undefined,
		{ weight = 400, size, leading = 0, width = measure, most = 1, isSoft = false }: Manner,
	): { lines: Line[]; isCut: boolean } => {
		const { lines, isCut } = linesOf(
			words ?? '',
			most,
			(line) => typeface.widthOf(line, weight, size) <= width,
		);
		return {
			lines: lines.map((line, index) => ({
				words: line,
				weight,
				size,
				baseline: baseline + index * leading,
				isSoft,
			})),
			isCut,
		};
	};
	const bodyIn = ({ title: titleSize, lead: size, most }: (typeof sizes)[number]) => {
		const leading = size * 1.35;
		const title = setFrom(top + titleSize * 0.72, card.title, {
			weight: 600,
			size: titleSize,
			leading: titleSize * 1.1,
			most,
		});
		const leadFrom = (title.lines.at(-1)?.baseline ?? top) + titleSize * 0.25 + leading;
		const room = bottom - leadFrom - (card.note === undefined ? 0 : leading * 1.1);
		const lead = setFrom(leadFrom, card.lead, { size, leading, most: 1 + Math.floor(room / leading) });
		const noteFrom = (lead.lines.at(-1)?.baseline ?? leadFrom) + leading * 1.1;
		const note = setFrom(noteFrom, card.note, { size, isSoft: true });
		return { lines: [title, lead, note].flatMap(({ lines }) => lines), isCut: title.isCut || lead.isCut };
	};
	const body = sizes.reduce<ReturnType<typeof bodyIn> | undefined>(
		(found, size) => (found?.isCut === false ? found : bodyIn(size)),
		undefined,
	);
	const ends = { size: small, width: page, isSoft: true };
	return [
		...setFrom(102, card.head, ends).lines,
		...(body?.lines ?? []),
		...setFrom(568, card.foot, ends).lines,
	];
}

interface Manner {
	readonly size: number;
	readonly weight?: Weight;
	readonly leading?: number;
	readonly width?: number;
	readonly most?: number;
	readonly isSoft?: boolean;
}
