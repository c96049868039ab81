import {
	CORE_SCHEMA,
	EVENT_ID,
	SCALAR_STYLE,
	YAMLException,
	constructFromEvents,
	getScalarValue,
	parseEvents,
	type Event,
	type ScalarEvent,
} from 'js-yaml';
import { explainUnsafe, quote, quoteYaml, unsafeCharacter } from '../schema/quote.ts';
import { counted } from '../schema/words.ts';
import { indexLines, type Lines } from './lines.ts';
import { Faults } from './problem.ts';
import { curlyQuotes, explainYamlError } from './yaml-faults.ts';

/** Keys and list indexes from the top of a document down to a value. */
export type Path = readonly PropertyKey[];

/** A file's value, and where in its text every part of it stands. */
export interface YamlDocument {
	readonly value: unknown;
	/** Offset of the value at a path; of the nearest value around it, when there is none at that path. */
	offsetOf(path: Path): number;
	/** Offset of the key (or, in a list, of the value) at a path. */
	keyOffsetOf(path: Path): number;
	/** The value at a path as the file writes it; of a list or a group the first line, and nothing of what is not there. */
	sourceOf(path: Path): string;
}

/** A text that is read, and what is found wrong with it. */
interface Reading {
	readonly text: string;
	readonly lines: Lines;
	readonly faults: Faults;
}

interface Node {
	readonly start: number;
	readonly end: number;
	readonly isScalar: boolean;
	keyStart?: number;
	readonly children: Map<PropertyKey, Node>;
}

// Records nest five levels; the parser's own limit of 100 only invites files made to exhaust it.
const maxDepth = 20;

/**
 * Reads the text of one file as one plain YAML document: a group of keys, without anchors, aliases, merge keys and tags. Dates
 * stay text (YAML 1.2 core schema). What YAML allows but an editor may have meant otherwise is refused, so that whatever stands
 * in a file is part of its value: a comment beside a value, a list entry or a key that is read as the end of the text above it,
 * a number in another form than figures, quotation marks that are none.
 *
 * @param text the decoded text, without a byte order mark
 * @returns the document, or what keeps the text from being one
 */
export function readYaml(
	text: string,
	lines = indexLines(text),
): { readonly document: YamlDocument } | Faults {
	const faults = new Faults();
	const reading = { text, lines, faults };
	refuseUnsafeCharacters(reading);
	if (faults.areNone()) refuseForeignLine(reading);
	if (!faults.areNone()) return faults;
	try {
		const events = parseEvents(text, { maxDepth });
		const root = rootOf(reading, events);
		if (!faults.areNone()) return faults;
		const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 });
		// A copy, for a text that is cut out of a file keeps all of it in memory.
		return { document: locate(reading, root, structuredClone(value)) };
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		faults.add(explainYamlError(text, lines, error));
		return faults;
	}
}

/** The first character of each line that plain text does not hold, comments included: they can mislead as well. */
function refuseUnsafeCharacters({ lines, faults }: Reading): void {
	for (let line = 1; line <= lines.count; line++) {
		const text = lines.textOf(line);
		const found = unsafeCharacter.exec(text);
		if (!found) continue;
		const offset = lines.startOf(line) + found.index;
		if (found[0] === '\t' && /^[ -]*$/.test(text.slice(0, found.index))) {
			faults.tell(offset, 'tab-indentation', {
				message: 'This line is indented with a tab; spaces are expected.',
				hint: 'Replace the tab with spaces, two for each level.',
			});
		} else {
			const { what, hint } = explainUnsafe(found[0]);
			faults.tell(offset, 'unsafe-character', {
				message: `Here stands ${what}.`,
				hint,
			});
		}
	}
}

/** What Git and chat programs put around the lines of a file: the first such line, for the others are part of the same mistake. */
function refuseForeignLine({ lines, faults }: Reading): void {
	for (let line = 1; line <= lines.count && faults.areNone(); line++) {
		const text = lines.textOf(line);
		const offset = lines.startOf(line);
		if (/^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/.test(text)) {
			faults.tell(offset, 'conflict-mark', {
				message: `${quote(text)} is a mark of Git: two people changed the same lines, and both versions stand here.`,
				hint: 'Keep the lines that are right; delete the others and every line of marks (<<<<<<<, =======, >>>>>>>).',
			});
		} else if (text.startsWith('```')) {
			faults.tell(offset, 'code-fence', {
				message: `${quote(text)} is a mark that chat programs and Markdown put around a file; it is no part of a record.`,
				hint: 'Delete this line, and the one that closes it at the end.',
			});
		}
	}
}

/** The positions of all that the first document holds. */
function rootOf(reading: Reading, events: readonly Event[]): Node {
	const { text, lines, faults } = reading;
	const [first, second] = events.filter((event) => event.type === EVENT_ID.DOCUMENT);
	if (first && first.directives.length > 0) {
		faults.tell(text.search(/^%/m), 'directive', {
			message: 'This line is a YAML directive; records need none.',
			hint: 'Delete the line.',
		});
	}
	const own = events.slice(1, second && events.indexOf(second));
	const root = treeOf(reading, own, second === undefined);
	const { column } = lines.positionAt(root.start);
	if (second) {
		// At the start of a line it always ends a document, even within quotes: it can be searched as text.
		const separators = [...text.matchAll(/^---(?=\s|$)/gm)];
		const end = Math.max(text.search(/^\.\.\.(?=\s|$)/m), 0);
		faults.tell(
			separators[Number(first?.explicitStart)]?.index ?? skipBlank(text, end),
			'several-documents',
			{
				message: 'A second YAML document begins here; a file holds one record.',
				hint: 'Move what follows to a file of its own, or delete the line.',
			},
		);
	} else if (root.isScalar && root.start === root.end && faults.areNone()) {
		faults.tell(0, 'empty-file', {
			message: 'This file is empty; a record is expected.',
			hint: 'Write the record, or delete the file.',
		});
	} else if (column > 1 && !root.isScalar && faults.areNone()) {
		faults.tell(root.start, 'indentation', {
			message: 'The whole record is indented; its keys are expected at the beginning of the line.',
			hint: `Take ${counted(column - 1, 'space')} from the beginning of every line.`,
		});
	}
	return root;
}

/** A value or a key that is no list and no group, as it stands in the text. */
interface Extent {
	readonly start: number;
	readonly end: number;
	readonly isPlain: boolean;
}

function extentOf(text: string, { style, valueStart, valueEnd }: ScalarEvent): Extent {
	const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
	const isPlain = style === SCALAR_STYLE.PLAIN;
	return isQuoted
		? { start: valueStart - 1, end: valueEnd + 1, isPlain }
		: { start: isPlain ? valueStart : skipBlank(text, valueStart, false), end: valueEnd, isPlain };
}

function refuseSign(
	{ text, faults }: Reading,
	rule: 'anchor' | 'alias' | 'tag',
	start: number,
	end: number,
	remedy: string,
): void {
	const sign = text.charAt(start);
	faults.tell(start, rule, {
		message: `The text ${quote(text.slice(start, end))} is a YAML ${rule}, because it begins with "${sign}"; records need none.`,
		hint: `${remedy}; text that begins with "${sign}" needs quotes.`,
	});
}

/**
 * Refuses comments that stand beside something, between the last value and an offset. There is nothing else there than signs and
 * space; and what follows " #" would be lost without a word where it was meant as text: "Meeting #9".
 */
function refuseComments(
	{ text, lines, faults }: Reading,
	{ start, end, isPlain }: Extent,
	until: number,
): void {
	for (const { 0: comment, index } of text.slice(end, until).matchAll(/(?<!\S)#[^\r\n]*/g)) {
		const offset = end + index;
		const lineStart = lines.startOf(lines.positionAt(offset).line);
		if (text.slice(lineStart, offset).trim() === '') continue;
		const isAfterText = isPlain && text.slice(end, offset).trim() === '';
		faults.tell(offset, 'comment-in-text', {
			message: `A space and "#" begin a comment, so ${quote(comment)} would not be read as part of the ${isAfterText ? 'text' : 'line'}.`,
			hint: isAfterText
				? `Put the whole text in quotes: ${quoteYaml(text.slice(start, offset) + comment)}; or, if it is a comment, put it on a line of its own.`
				: 'Put the comment on a line of its own.',
		});
	}
}

/** Refuses plain text that is read otherwise than it looks. */
function refusePlainText({ text: all, lines, faults }: Reading, { start, end }: Extent): void {
	const text = all.slice(start, end);
	const last = lines.positionAt(end).line;
	for (let line = lines.positionAt(start).line + 1; line <= last; line++) {
		const entry = lines.textOf(line).trim();
		if (!/^(?:-|\?\s|\p{L}[\p{L}\d]*:(?!\/\/))/u.test(entry)) continue;
		const [column, sign] = entry.startsWith('-') ? ['the dashes', 'dash'] : ['the keys', 'colon'];
		faults.tell(lines.startOf(line) + lines.textOf(line).search(/\S/), 'swallowed-line', {
			message: `The line ${quote(entry)} would be read as the end of the text above it (${quote(text.split(/[\r\n]/, 1)[0] ?? '')}), because it begins further in.`,
			hint: `Begin it in the same column as ${column} of its group, with a space after the ${sign}; or, if it is text, put the whole text in quotes.`,
		});
		return;
	}
	const curly = curlyQuotes(text, start);
	if (curly) faults.add(curly);
	const isNumber =
		/^[-+]?\.(?:inf|nan)$/i.test(text) || (/^[-+]?\.?\d/.test(text) && !Number.isNaN(Number(text)));
	if (isNumber && String(Number(text)) !== text) {
		faults.tell(start, 'number-form', {
			message: `${quote(text)} can be read as another number than is written.`,
			hint: `Write a number in plain figures, without zeros before it; put text in quotes: ${quoteYaml(text)}.`,
		});
	}
}

/**
 * Turns the parser's events into a tree of positions, and refuses what plain YAML does not need or reads otherwise than it looks.
 *
 * @param isWhole whether the text ends with the document
 */
function treeOf(reading: Reading, events: readonly Event[], isWhole: boolean): Node {
	const { text, lines, faults } = reading;
	let index = 0;
	/** The last value or key that was passed. */
	let last: Extent = { start: 0, end: 0, isPlain: false };
	let end = 0;
	let isMerged = false;

	/** @param fallback where an empty value is taken to stand */
	function nodeAt(fallback: number): Node {
		const event = events[index++];
		if (event && 'tagStart' in event) {
			if (event.anchorStart >= 0)
				refuseSign(reading, 'anchor', event.anchorStart - 1, event.anchorEnd, 'Delete it');
			if (event.tagStart >= 0) refuseSign(reading, 'tag', event.tagStart, event.tagEnd, 'Delete it');
		}
		switch (event?.type) {
			case EVENT_ID.SCALAR:
				if (event.valueStart < 0) break;
				refuseComments(reading, last, event.valueStart);
				last = extentOf(text, event);
				if (last.isPlain) refusePlainText(reading, last);
				end = last.end;
				return scalar(last.start, end);
			case EVENT_ID.ALIAS:
				last = { start: event.anchorStart - 1, end: event.anchorEnd, isPlain: false };
				// The alias that a merge key merges is part of the same mistake.
				if (!isMerged) refuseSign(reading, 'alias', last.start, last.end, 'Write the value out');
				end = last.end;
				return scalar(last.start, end);
			case EVENT_ID.SEQUENCE:
				return sequenceAt(event.start);
			case EVENT_ID.MAPPING:
				return mappingAt(event.start);
		}
		return scalar(fallback);
	}

	function sequenceAt(start: number): Node {
		const children = new Map<PropertyKey, Node>();
		end = start;
		while (events[index]?.type !== EVENT_ID.POP) {
			const dash = skipBlank(text, end);
			const entry = nodeAt(dash);
			children.set(children.size, entry);
			// After an empty entry, so that the next one is not looked for at the same dash.
			if (entry.end === dash) end = dash + 1;
		}
		index++;
		return { start, end, isScalar: false, children };
	}

	function mappingAt(start: number): Node {
		const children = new Map<PropertyKey, Node>();
		while (events[index]?.type !== EVENT_ID.POP) {
			const key = keyAt(start);
			const isWithinMerged = isMerged;
			isMerged ||= key.isMerge;
			const value = nodeAt(key.start);
			isMerged = isWithinMerged;
			value.keyStart = key.start;
			const first = children.get(key.name);
			if (first && !key.isMerge) {
				const { line } = lines.positionAt(first.keyStart ?? first.start);
				faults.tell(key.start, 'duplicate-key', {
					message: `The key ${quote(key.name)} is written twice; it stands already on line ${String(line)}.`,
					hint: 'Keep one of the two lines; several values of one key are a list.',
				});
			}
			children.set(key.name, value);
		}
		index++;
		return { start, end, isScalar: false, children };
	}

	/** Reads a key; only a word can be one, so that the path to a value is the same in the text and in the value. */
	function keyAt(fallback: number): { name: string; start: number; isMerge: boolean } {
		const event = events[index];
		const isText = event?.type === EVENT_ID.SCALAR;
		const isAbsent = isText && event.valueStart < 0;
		const { start } = nodeAt(isAbsent ? Math.max(fallback, skipBlank(text, end)) : fallback);
		const name = isText ? getScalarValue(text, event) : '';
		const isMerge = name === '<<' && isText && event.style === SCALAR_STYLE.PLAIN;
		const isWord = /^\p{Letter}/u.test(name) && !/^(true|false|null)$/i.test(name);
		if (isMerge) {
			faults.tell(start, 'merge-key', {
				message: 'The key "<<" is a YAML merge key; records need none.',
				hint: 'Write out the keys and values that it stands for.',
			});
		} else if (!isWord && event?.type !== EVENT_ID.ALIAS) {
			const what = isAbsent ? 'An empty text' : isText ? quote(name) : 'A list or a group of keys';
			faults.tell(start, 'key', {
				message: `${what} cannot be a key; a word is expected.`,
				hint: 'Compare the line with another record of the same folder.',
			});
		}
		return { name, start, isMerge };
	}

	const root = nodeAt(0);
	if (isWhole) refuseComments(reading, last, text.length);
	return root;
}

/** The offset of what follows spaces, line breaks and, unless they are to be kept, comments. */
function skipBlank(text: string, offset: number, skipComments = true): number {
	const blank = skipComments ? /(?:\s+|#[^\r\n]*)*/y : /\s*/y;
	blank.lastIndex = offset;
	blank.exec(text);
	return blank.lastIndex;
}

const scalar = (start: number, end = start): Node => ({ start, end, isScalar: true, children: new Map() });

function locate({ text, lines }: Reading, root: Node, value: unknown): YamlDocument {
	const find = (path: Path): { node: Node; isExact: boolean } => {
		let node = root;
		for (const step of path) {
			const child = node.children.get(step);
			if (!child) return { node, isExact: false };
			node = child;
		}
		return { node, isExact: true };
	};
	return {
		value,
		offsetOf: (path) => find(path).node.start,
		keyOffsetOf(path) {
			const { node } = find(path);
			return node.keyStart ?? node.start;
		},
		sourceOf(path) {
			const { node, isExact } = find(path);
			if (!isExact) return '';
			if (node.isScalar) return text.slice(node.start, node.end);
			const { line, column } = lines.positionAt(node.start);
			return lines
				.textOf(line)
				.slice(column - 1)
				.trimEnd();
		},
	};
}
