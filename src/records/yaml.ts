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
import { codePoint, quote, unsafeCharacter } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import { indexLines, splitLines } from './lines.ts';
import type { Fault } from './problem.ts';
import { explainYamlError, quoteYaml } from './yaml-faults.ts';

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

export type YamlReading = { readonly document: YamlDocument } | { readonly faults: Fault[] };

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
 * Reads the text of one file as one plain YAML document: a group of keys, without anchors, aliases, merge keys and
 * tags (design section 3). Dates stay text (YAML 1.2 core schema).
 *
 * @param text the decoded text, without a byte order mark
 * @returns the document, or everything that keeps the text from being one
 */
export function readYaml(text: string): YamlReading {
	const unsafe = findUnsafeCharacters(text);
	if (unsafe.length > 0) return { faults: unsafe };
	try {
		const events = parseEvents(text, { maxDepth });
		const { root, faults } = new Walk(text, events).document();
		if (!root || faults.length > 0) return { faults };
		const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: 0 });
		return { document: locate(text, root, value) };
	} catch (error) {
		if (error instanceof YAMLException) return { faults: [explainYamlError(text, error)] };
		throw error;
	}
}

/** The first character of each line that plain text does not hold, comments included: they can mislead as well. */
function findUnsafeCharacters(text: string): Fault[] {
	const faults: Fault[] = [];
	for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
		// Tabs have their own message where they indent, and the schema's where they stand in a text.
		const found = unsafeCharacter.exec(line.replaceAll('\t', ' '));
		if (!found) continue;
		faults.push({
			offset: index + found.index,
			rule: 'unsafe-character',
			message: `Here stands the character ${codePoint(found[0])}, which has no place in plain text.`,
			hint: 'Delete the character, which may be invisible, or type the text anew instead of pasting it.',
		});
	}
	return faults;
}

/** Turns the parser's events into a tree of positions, and notes what plain YAML does not need. */
class Walk {
	readonly #text: string;
	readonly #events: readonly Event[];
	readonly #faults: Fault[] = [];
	#index = 0;
	#end = 0;

	constructor(text: string, events: readonly Event[]) {
		this.#text = text;
		this.#events = events;
	}

	document(): { root: Node | undefined; faults: Fault[] } {
		const starts = this.#events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index] : []));
		const [first, second] = starts;
		if (first === undefined) return { root: undefined, faults: [emptyFile] };
		const opening = this.#events[first];
		if (opening?.type === EVENT_ID.DOCUMENT && opening.directives.length > 0) {
			this.#fault(
				this.#text.indexOf('%'),
				'directive',
				'This line is a YAML directive; records need none.',
				'Delete the line.',
			);
		}
		this.#index = first + 1;
		const root = this.#node(0);
		if (second !== undefined) this.#fault(this.#startOfSecond(first), ...secondDocument);
		else if (root.isScalar && root.start === root.end && this.#faults.length === 0)
			return { root: undefined, faults: [emptyFile] };
		return { root, faults: this.#faults };
	}

	#fault(offset: number, rule: Rule, message: string, hint: string): void {
		this.#faults.push({ offset: Math.max(offset, 0), rule, message, hint });
	}

	/** A separator at the start of a line always ends a document, even within quotes: it can be searched as text. */
	#startOfSecond(firstIndex: number): number {
		const first = this.#events[firstIndex];
		const separators = [...this.#text.matchAll(/^---(?=\s|$)/gm)];
		const own = first?.type === EVENT_ID.DOCUMENT && first.explicitStart ? 1 : 0;
		return separators[own]?.index ?? this.#skipBlank(/^\.\.\.(?=\s|$)/m.exec(this.#text)?.index ?? 0);
	}

	#next(): Event {
		const event = this.#events[this.#index++];
		if (!event) throw new RangeError('The events end before the document does.');
		return event;
	}

	/** @param fallback where an empty value is taken to stand */
	#node(fallback: number): Node {
		const event = this.#next();
		switch (event.type) {
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
				return { start: event.anchorStart - 1, end: event.anchorEnd, isScalar: true, children: new Map() };
			default:
				return { start: fallback, end: fallback, isScalar: true, children: new Map() };
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
		if (event.valueStart < 0) return { start: fallback, end: fallback, isScalar: true, children: new Map() };
		const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
		const start = isQuoted
			? event.valueStart - 1
			: isBlock
				? this.#skipBlank(event.valueStart, false)
				: event.valueStart;
		const end = isQuoted ? event.valueEnd + 1 : event.valueEnd;
		this.#end = end;
		if (event.style === SCALAR_STYLE.PLAIN) this.#comment(start, end);
		return { start, end, isScalar: true, children: new Map() };
	}

	/** What follows " #" is a comment and would be lost without a word: "Meeting #9". */
	#comment(start: number, end: number): void {
		const comment = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(this.#text.slice(end, end + 200));
		if (!comment?.[1]) return;
		this.#fault(
			end + comment[0].length - comment[1].length,
			'comment-in-text',
			`The text ends before ${quote(comment[1])}: a space and "#" begin a comment.`,
			`Put the text in quotes: ${quoteYaml(this.#text.slice(start, end) + comment[0])}; or, when it is a comment, put a space after "#".`,
		);
	}

	#sequence(start: number): Node {
		const children = new Map<PropertyKey, Node>();
		this.#end = start;
		while (this.#events[this.#index]?.type !== EVENT_ID.POP) {
			children.set(children.size, this.#node(this.#skipBlank(this.#end)));
			// After an empty entry, so that the next one is not looked for at the same dash.
			if (this.#text[this.#end] === '-') this.#end++;
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
				const { line } = indexLines(this.#text).positionAt(first.keyStart ?? first.start);
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
		const node = this.#node(fallback);
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
			this.#fault(node.start, ...notAKey(quote(name)));
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

function locate(text: string, root: Node, value: unknown): YamlDocument {
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
			const source = text.slice(node.start, node.isScalar ? node.end : undefined);
			return node.isScalar ? source : (splitLines(source)[0]?.trimEnd() ?? '');
		},
	};
}
