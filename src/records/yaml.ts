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
import type { Rule } from '../schema/rules.ts';
import { counted } from '../schema/words.ts';
import { indexLines, type Lines } from './lines.ts';
import { mostOfFile, type Fault, type Faults } from './problem.ts';
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

export type YamlReading = { readonly document: YamlDocument } | Faults;

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
export function readYaml(text: string, lines = indexLines(text)): YamlReading {
	const unreadable = [unsafeCharacters(lines), foreignLines(lines)].find(({ faults }) => faults.length > 0);
	if (unreadable) return unreadable;
	try {
		const events = parseEvents(text, { maxDepth });
		const { root, ...found } = new Walk(text, lines, events).document();
		if (!root || found.faults.length > 0) return found;
		const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 });
		// A copy, for a text that is cut out of a file keeps all of it in memory.
		return { document: locate(text, lines, root, structuredClone(value)) };
	} catch (error) {
		if (error instanceof YAMLException) return { faults: [explainYamlError(text, lines, error)], untold: 0 };
		throw error;
	}
}

/** The first character of each line that plain text does not hold, comments included: they can mislead as well. */
function unsafeCharacters(lines: Lines): Faults {
	const faults: Fault[] = [];
	let untold = 0;
	for (let line = 1; line <= lines.count; line++) {
		const text = lines.textOf(line);
		const found = unsafeCharacter.exec(text);
		if (!found) continue;
		if (faults.length === mostOfFile) {
			untold++;
			continue;
		}
		const offset = lines.startOf(line) + found.index;
		const { what, hint } = explainUnsafe(found[0]);
		faults.push(
			found[0] === '\t' && /^[ -]*$/.test(text.slice(0, found.index))
				? { ...tabIndentation, offset }
				: { offset, rule: 'unsafe-character', message: `Here stands ${what}.`, hint },
		);
	}
	return { faults, untold };
}

/** What Git and chat programs put around the lines of a file: the first such line, for the others are part of the same mistake. */
function foreignLines(lines: Lines): Faults {
	for (let line = 1; line <= lines.count; line++) {
		const text = lines.textOf(line);
		const offset = lines.startOf(line);
		if (/^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/.test(text)) {
			return single({
				offset,
				rule: 'conflict-mark',
				message: `${quote(text)} is a mark of Git: two people changed the same lines, and both versions stand here.`,
				hint: 'Keep the lines that are right; delete the others and every line of marks (<<<<<<<, =======, >>>>>>>).',
			});
		}
		if (text.startsWith('```')) {
			return single({
				offset,
				rule: 'code-fence',
				message: `${quote(text)} is a mark that chat programs and Markdown put around a file; it is no part of a record.`,
				hint: 'Delete this line, and the one that closes it at the end.',
			});
		}
	}
	return { faults: [], untold: 0 };
}

const single = (fault: Fault): Faults => ({ faults: [fault], untold: 0 });

/** Turns the parser's events into a tree of positions, and notes what plain YAML does not need. */
class Walk {
	readonly #text: string;
	readonly #lines: Lines;
	readonly #events: readonly Event[];
	readonly #faults: Fault[] = [];
	#untold = 0;
	#index = 0;
	#end = 0;
	/** The last value or key that was passed. */
	#last = { start: 0, end: 0, isPlain: false };

	constructor(text: string, lines: Lines, events: readonly Event[]) {
		this.#text = text;
		this.#lines = lines;
		this.#events = events;
	}

	document(): { root: Node | undefined } & Faults {
		const [first, second] = this.#events.filter((event) => event.type === EVENT_ID.DOCUMENT);
		if (!first) return { root: undefined, ...single(emptyFile) };
		if (first.directives.length > 0) {
			this.#fault(
				this.#text.search(/^%/m),
				'directive',
				'This line is a YAML directive; records need none.',
				'Delete the line.',
			);
		}
		this.#index = this.#events.indexOf(first) + 1;
		const root = this.#node(0);
		if (second) this.#fault(this.#startOfSecond(first.explicitStart), ...secondDocument);
		else if (root.isScalar && root.start === root.end && this.#faults.length === 0)
			return { root: undefined, ...single(emptyFile) };
		else this.#comments(this.#text.length);
		const { column } = this.#lines.positionAt(root.start);
		if (column > 1 && !root.isScalar && this.#faults.length === 0) {
			this.#fault(
				root.start,
				'indentation',
				'The whole record is indented; its keys are expected at the beginning of the line.',
				`Take ${counted(column - 1, 'space')} from the beginning of every line.`,
			);
		}
		return { root, faults: this.#faults, untold: this.#untold };
	}

	#fault(offset: number, rule: Rule, message: string, hint: string): void {
		if (this.#faults.length === mostOfFile) this.#untold++;
		else this.#faults.push({ offset: Math.max(offset, 0), rule, message, hint });
	}

	/** A separator at the start of a line always ends a document, even within quotes: it can be searched as text. */
	#startOfSecond(hasOwnSeparator: boolean): number {
		const separators = [...this.#text.matchAll(/^---(?=\s|$)/gm)];
		return (
			separators[Number(hasOwnSeparator)]?.index ?? this.#skipBlank(this.#text.search(/^\.\.\.(?=\s|$)/m))
		);
	}

	/** @param fallback where an empty value is taken to stand */
	#node(fallback: number): Node {
		const event = this.#events[this.#index++];
		switch (event?.type) {
			case EVENT_ID.SCALAR:
				this.#properties(event);
				return this.#scalar(event, fallback);
			case EVENT_ID.SEQUENCE:
				this.#properties(event);
				return this.#sequence(event.start);
			case EVENT_ID.MAPPING:
				this.#properties(event);
				return this.#mapping(event.start);
			case EVENT_ID.ALIAS:
				this.#fault(
					event.anchorStart - 1,
					'alias',
					`The text ${quote(this.#text.slice(event.anchorStart - 1, event.anchorEnd))} is a YAML alias, because it begins with "*"; records need none.`,
					'Write the value out; text that begins with "*" needs quotes.',
				);
				this.#end = event.anchorEnd;
				this.#last = { start: event.anchorStart, end: event.anchorEnd, isPlain: false };
				return scalar(event.anchorStart - 1, event.anchorEnd);
			default:
				return scalar(fallback);
		}
	}

	#properties(event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }): void {
		if (event.anchorStart >= 0) {
			this.#fault(
				event.anchorStart - 1,
				'anchor',
				`The text ${quote(this.#text.slice(event.anchorStart - 1, event.anchorEnd))} is a YAML anchor, because it begins with "&"; records need none.`,
				'Delete it; text that begins with "&" needs quotes.',
			);
		}
		if (event.tagStart >= 0) {
			this.#fault(
				event.tagStart,
				'tag',
				`The text ${quote(this.#text.slice(event.tagStart, event.tagEnd))} is a YAML tag, because it begins with "!"; records need none.`,
				'Delete it; text that begins with "!" needs quotes.',
			);
		}
	}

	#scalar(event: ScalarEvent, fallback: number): Node {
		const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
		if (event.valueStart < 0) return scalar(fallback);
		const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
		this.#comments(event.valueStart);
		const start = isQuoted
			? event.valueStart - 1
			: isBlock
				? this.#skipBlank(event.valueStart, false)
				: event.valueStart;
		const end = isQuoted ? event.valueEnd + 1 : event.valueEnd;
		const isPlain = event.style === SCALAR_STYLE.PLAIN;
		this.#end = end;
		this.#last = { start, end, isPlain };
		if (isPlain) this.#plainText(start, end);
		return scalar(start, end);
	}

	/**
	 * Refuses comments that stand beside something, between the last value and an offset. There is nothing else there than signs and
	 * space; and what follows " #" would be lost without a word where it was meant as text: "Meeting #9".
	 */
	#comments(until: number): void {
		const { start, end, isPlain } = this.#last;
		for (const { 0: comment, index } of this.#text.slice(end, until).matchAll(/(?<!\S)#[^\r\n]*/g)) {
			const offset = end + index;
			const lineStart = this.#lines.startOf(this.#lines.positionAt(offset).line);
			if (this.#text.slice(lineStart, offset).trim() === '') continue;
			const isAfterText = isPlain && this.#text.slice(end, offset).trim() === '';
			this.#fault(
				offset,
				'comment-in-text',
				`A space and "#" begin a comment, so ${quote(comment)} would not be read as part of the ${isAfterText ? 'text' : 'line'}.`,
				isAfterText
					? `Put the whole text in quotes: ${quoteYaml(this.#text.slice(start, offset) + comment)}; or, if it is a comment, put it on a line of its own.`
					: 'Put the comment on a line of its own.',
			);
		}
	}

	/** Refuses plain text that is read otherwise than it looks. */
	#plainText(start: number, end: number): void {
		const text = this.#text.slice(start, end);
		const last = this.#lines.positionAt(end).line;
		for (let line = this.#lines.positionAt(start).line + 1; line <= last; line++) {
			const entry = this.#lines.textOf(line).trim();
			if (!/^(?:-|\?\s|\p{L}[\p{L}\d]*:(?!\/\/))/u.test(entry)) continue;
			const offset = this.#lines.startOf(line) + this.#lines.textOf(line).search(/\S/);
			this.#fault(
				offset,
				'swallowed-line',
				`The line ${quote(entry)} would be read as the end of the text above it (${quote(text.split(/[\r\n]/, 1)[0] ?? '')}), because it begins further in.`,
				`Begin it in the same column as ${entry.startsWith('-') ? 'the dashes' : 'the keys'} of its group, with a space after the ${entry.startsWith('-') ? 'dash' : 'colon'}; or, if it is text, put the whole text in quotes.`,
			);
			return;
		}
		const curly = curlyQuotes(text, start);
		if (curly) this.#fault(curly.offset, curly.rule, curly.message, curly.hint);
		const isNumber =
			/^[-+]?\.(?:inf|nan)$/i.test(text) || (/^[-+]?\.?\d/.test(text) && !Number.isNaN(Number(text)));
		if (isNumber && String(Number(text)) !== text) {
			this.#fault(
				start,
				'number-form',
				`${quote(text)} can be read as another number than is written.`,
				`Write a number in plain figures, without zeros before it; put text in quotes: ${quoteYaml(text)}.`,
			);
		}
	}

	#sequence(start: number): Node {
		const children = new Map<PropertyKey, Node>();
		this.#end = start;
		while (this.#events[this.#index]?.type !== EVENT_ID.POP) {
			const dash = this.#skipBlank(this.#end);
			const entry = this.#node(dash);
			children.set(children.size, entry);
			// After an empty entry, so that the next one is not looked for at the same dash.
			if (entry.end === dash) this.#end = dash + 1;
		}
		this.#index++;
		return { start, end: this.#end, isScalar: false, children };
	}

	#mapping(start: number): Node {
		const children = new Map<PropertyKey, Node>();
		while (this.#events[this.#index]?.type !== EVENT_ID.POP) {
			const key = this.#key(start);
			const before = this.#faults.length;
			const value = this.#node(key.start);
			value.keyStart = key.start;
			// The alias that a merge key merges is part of the same mistake.
			if (key.isMerge) this.#faults.length = before;
			const first = children.get(key.name);
			if (first && !key.isMerge) {
				const { line } = this.#lines.positionAt(first.keyStart ?? first.start);
				this.#fault(
					key.start,
					'duplicate-key',
					`The key ${quote(key.name)} is written twice; it stands already on line ${String(line)}.`,
					'Keep one of the two lines; several values of one key are a list.',
				);
			}
			children.set(key.name, value);
		}
		this.#index++;
		return { start, end: this.#end, isScalar: false, children };
	}

	/** Reads a key; only a word can be one, so that the path to a value is the same in the text and in the value. */
	#key(fallback: number): { name: string; start: number; isMerge: boolean } {
		const event = this.#events[this.#index];
		const isAbsent = event?.type === EVENT_ID.SCALAR && event.valueStart < 0;
		const node = this.#node(isAbsent ? Math.max(fallback, this.#skipBlank(this.#end)) : fallback);
		if (event?.type !== EVENT_ID.SCALAR) {
			if (event?.type !== EVENT_ID.ALIAS) this.#fault(node.start, ...notAKey('A list or a group of keys'));
			return { name: '', start: node.start, isMerge: false };
		}
		const name = getScalarValue(this.#text, event);
		const isMerge = name === '<<' && event.style === SCALAR_STYLE.PLAIN;
		if (isMerge) {
			this.#fault(
				node.start,
				'merge-key',
				'The key "<<" is a YAML merge key; records need none.',
				'Write out the keys and values that it stands for.',
			);
		} else if (!/^\p{Letter}/u.test(name) || /^(true|false|null)$/i.test(name)) {
			this.#fault(node.start, ...notAKey(isAbsent ? 'An empty text' : quote(name)));
		}
		return { name, start: node.start, isMerge };
	}

	#skipBlank(offset: number, skipComments = true): number {
		const blank = skipComments ? /(?:\s+|#[^\r\n]*)*/y : /\s*/y;
		blank.lastIndex = offset;
		blank.exec(this.#text);
		return blank.lastIndex;
	}
}

const scalar = (start: number, end = start): Node => ({ start, end, isScalar: true, children: new Map() });

const tabIndentation = {
	rule: 'tab-indentation',
	message: 'This line is indented with a tab; spaces are expected.',
	hint: 'Replace the tab with spaces, two for each level.',
} as const;

const emptyFile: Fault = {
	offset: 0,
	rule: 'empty-file',
	message: 'This file is empty; a record is expected.',
	hint: 'Write the record, or delete the file.',
};

const secondDocument = [
	'several-documents',
	'A second YAML document begins here; a file holds one record.',
	'Move what follows to a file of its own, or delete the line.',
] as const;

const notAKey = (what: string) =>
	[
		'key',
		`${what} cannot be a key; a word is expected.`,
		'Compare the line with another record of the same folder.',
	] as const;

function locate(text: string, lines: Lines, root: Node, value: unknown): YamlDocument {
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
