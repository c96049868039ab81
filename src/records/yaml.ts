import {
	EVENT_ID,
	SCALAR_STYLE,
	YAMLException,
	getScalarValue,
	parseEvents,
	type Event,
	type ScalarEvent,
} from 'js-yaml';
import { explainUnsafe, quote, quoteYaml, unsafeCharacter } from '../schema/quote.ts';
import type { Explanation, Rule } from '../schema/rules.ts';
import { counted } from '../schema/words.ts';
import { indexLines, type Lines } from './lines.ts';
import { problemAt, type TextProblem } from './problem.ts';
import { curlyQuotes, explainYamlError } from './yaml-errors.ts';

/** The keys and list indexes that lead from the top of a document to a value. */
export type Path = readonly PropertyKey[];

/** The parsed value of a file, with the position of each nested value. */
export type YamlDocument = ReturnType<typeof locate>;

interface Input {
	readonly text: string;
	readonly lines: Lines;
	readonly report: (offset: number, rule: Rule, explanation: Explanation) => void;
}

/** The position of a value. A flow collection ends after its closing bracket. */
export interface Node {
	readonly start: number;
	readonly end: number;
	readonly isScalar: boolean;
	readonly value: unknown;
	keyStart?: number;
	dashStart?: number;
	readonly children: Map<PropertyKey, Node>;
}

// Records have only five levels. With the parser's own limit of 100, a malicious file could waste a lot of time.
const maxDepth = 20;

/**
 * Parses a string as a single plain YAML document: a group of keys, without anchors, aliases, merge keys or tags. Dates remain strings
 * (YAML 1.2 core schema).
 *
 * Also rejects valid YAML that editors easily misread: comments on the same line as a value, list entries or keys that are part of the
 * value above, numbers with leading zeros, and curly quotation marks.
 *
 * @param text the decoded text, without a byte order mark
 */
export function readYaml(
	text: string,
	lines = indexLines(text),
): { readonly document: YamlDocument } | { readonly problems: TextProblem[] } {
	const problems: TextProblem[] = [];
	const input: Input = {
		text,
		lines,
		report: (offset, rule, explanation) => problems.push(problemAt(offset, rule, explanation)),
	};
	rejectUnsafeCharacters(input);
	if (problems.length === 0) rejectForeignLine(input);
	if (problems.length > 0) return { problems };
	const events = parse(text, maxDepth);
	if (events instanceof YAMLException) {
		const offset = Math.min(events.mark?.position ?? 0, text.length);
		const deeper = parse(text, maxDepth + 1);
		// If a higher limit lets the parser continue, the document has too many levels.
		const isTooDeep = !(deeper instanceof YAMLException) || deeper.mark?.position !== events.mark?.position;
		problems.push(
			isTooDeep
				? problemAt(offset, 'nesting', {
						message: `Lists and groups are nested more than ${String(maxDepth)} levels deep.`,
						hint: 'Compare the file with another record in the same folder.',
					})
				: explainYamlError(text, lines, offset),
		);
		return { problems };
	}
	const [first, second] = events.filter((event) => event.type === EVENT_ID.DOCUMENT);
	const { root, last } = treeOf(input, events.slice(1, second && events.indexOf(second)));
	if (first && first.directives.length > 0) {
		input.report(text.search(/^%/m), 'directive', {
			message: 'This line is a YAML directive, which is not allowed in records.',
			hint: 'Delete the line.',
		});
	}
	if (second) rejectSecondDocument(input, first?.explicitStart === true);
	else rejectComments(input, last, text.length);
	if (problems.length === 0) rejectShape(input, root);
	if (problems.length > 0) return { problems };
	return { document: locate(input, root) };
}

function parse(text: string, depth: number): Event[] | YAMLException {
	try {
		return parseEvents(text, { maxDepth: depth });
	} catch (error) {
		if (error instanceof YAMLException) return error;
		throw error;
	}
}

/** Rejects the first unsafe character on each line, even in a comment. */
function rejectUnsafeCharacters({ lines, report }: Input): void {
	for (let line = 1; line <= lines.count; line++) {
		const text = lines.textOf(line);
		const found = unsafeCharacter.exec(text);
		if (!found) continue;
		const offset = lines.startOf(line) + found.index;
		if (found[0] === '\t' && /^[ -]*$/.test(text.slice(0, found.index))) {
			report(offset, 'tab-indentation', {
				message: 'This line is indented with a tab.',
				hint: 'Replace the tab with spaces, two for each level.',
			});
		} else {
			const { what, hint } = explainUnsafe(found[0]);
			report(offset, 'unsafe-character', { message: `This line contains ${what}.`, hint });
		}
	}
}

/** Rejects the first line that Git or a chat program has added. Further lines of the same type belong to the same mistake. */
function rejectForeignLine({ text, report }: Input): void {
	const found = /^(?:(?:<{7}|\|{7}|={7}|>{7})(?: .*)?|```.*)$/m.exec(text);
	if (!found) return;
	if (found[0].startsWith('`')) {
		report(found.index, 'code-fence', {
			message: `${quote(found[0])} is Markdown for a code block, not part of a record.`,
			hint: 'Delete this line, and the closing ``` at the end.',
		});
	} else {
		report(found.index, 'conflict-mark', {
			message: `${quote(found[0])} marks a Git conflict: two people changed the same lines.`,
			hint: 'Keep the correct lines, and delete the others and all marks (<<<<<<<, =======, >>>>>>>).',
		});
	}
}

/** Rejects a second document. If the first document begins with "---", `hasMarker` is true. */
function rejectSecondDocument({ text, report }: Input, hasMarker: boolean): void {
	// A text search is safe, because "---" at the start of a line always ends a document, even inside quotation marks.
	const markers = [...text.matchAll(/^---(?=\s|$)/gm)];
	const end = Math.max(text.search(/^\.\.\.(?=\s|$)/m), 0);
	report(markers[Number(hasMarker)]?.index ?? skipBlank(text, end), 'several-documents', {
		message: 'A second YAML document begins here, but each file must contain only one record.',
		hint: 'Move the lines below to a separate file, or delete this line.',
	});
}

/** Rejects an empty file and a record that is indented as a whole. */
function rejectShape({ lines, report }: Input, root: Node): void {
	const { column } = lines.positionAt(root.start);
	if (root.isScalar && root.start === root.end) {
		report(0, 'empty-file', {
			message: 'This file is empty.',
			hint: 'Add a record to the file, or delete the file.',
		});
	} else if (column > 1 && !root.isScalar) {
		report(root.start, 'indentation', {
			message: 'The whole record is indented.',
			hint: `Delete ${counted(column - 1, 'space')} at the beginning of every line.`,
		});
	}
}

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

function rejectSign(
	{ text, report }: Input,
	rule: 'anchor' | 'alias' | 'tag',
	start: number,
	end: number,
	remedy = 'Delete it',
): void {
	const written = text.slice(start, end);
	report(start, rule, {
		message: `${quote(written)} is a YAML ${rule}, which is not allowed in records.`,
		hint: `${remedy}, or put the text in quotes if it begins with "${written.charAt(0)}".`,
	});
}

/** Rejects a comment on the same line as a value. YAML would shorten a value such as "Meeting #9" to "Meeting". */
function rejectComments(
	{ text, lines, report }: Input,
	{ start, end, isPlain }: Extent,
	until: number,
): void {
	for (const { 0: comment, index } of text.slice(end, until).matchAll(/(?<!\S)#[^\r\n]*/g)) {
		const offset = end + index;
		const lineStart = lines.startOf(lines.positionAt(offset).line);
		if (text.slice(lineStart, offset).trim() === '') continue;
		const isAfterText = isPlain && text.slice(end, offset).trim() === '';
		report(
			offset,
			'comment-in-text',
			isAfterText
				? {
						message: `${quote(comment)} would be read as a comment, because "#" follows a space.`,
						hint: `Put the whole text in quotes (${quoteYaml(text.slice(start, offset) + comment)}), or move the comment to its own line.`,
					}
				: {
						message: `The comment ${quote(comment)} shares its line with something else.`,
						hint: 'Move the comment to its own line.',
					},
		);
	}
}

/** Rejects lines that look like comments but are part of a quoted string or a block of text. */
function rejectCommentsInside({ text, report }: Input, { start, end }: Extent): void {
	for (const { 0: line, index } of text.slice(start, end).matchAll(/^ *#(?!\d).*/gm)) {
		const comment = line.trimStart();
		report(start + index + line.length - comment.length, 'comment-in-text', {
			message: `${quote(comment)} is part of the text, not a comment.`,
			hint: 'Move the comment above the key. If the line belongs to the text, join it to the line before.',
		});
	}
}

/** Rejects unquoted values that YAML interprets in an unexpected way. */
function rejectPlainText({ text: all, lines, report }: Input, { start, end }: Extent): void {
	const text = all.slice(start, end);
	const [firstLine = ''] = text.split(/[\r\n]/, 1);
	const last = lines.positionAt(end).line;
	for (let line = lines.positionAt(start).line + 1; line <= last; line++) {
		const entry = lines.textOf(line).trim();
		if (!/^(?:-|\?\s|\p{L}[\p{L}\d]*:(?!\/\/))/u.test(entry)) continue;
		const [, word] = /^-(\S.*)/.exec(entry.startsWith('-') ? firstLine : '') ?? [];
		if (word !== undefined) {
			report(start, 'missing-space', {
				message: `${quote(firstLine)} has no space after the dash.`,
				hint: `Write ${quote(`- ${word}`)}.`,
			});
			return;
		}
		const [column, sign] = entry.startsWith('-') ? ['dashes', 'dash'] : ['keys', 'colon'];
		report(lines.startOf(line) + lines.textOf(line).search(/\S/), 'swallowed-line', {
			message: `${quote(entry)} would be read as part of the text above it (${quote(firstLine)}).`,
			hint: `Begin it in the same column as the other ${column}, with a space after the ${sign}, or put the whole text in quotes.`,
		});
		return;
	}
	const [, sign] = /\s([>|][-+\d]{0,2})$/.exec(firstLine) ?? [];
	if (sign !== undefined) {
		report(start + firstLine.length - sign.length, 'block-sign', {
			message: `${quote(sign)} is part of the text, because it does not follow the colon directly.`,
			hint: `Delete ${quote(sign)}, or move the text to the lines below it. If ${quote(sign)} is part of the text, put the whole text in quotes.`,
		});
	}
	const curly = curlyQuotes(text);
	if (curly) report(start, 'curly-quotes', curly);
	if (/^[-+]?\.(?:inf|nan)$/i.test(text) || (isNumber(text) && String(Number(text)) !== text)) {
		const number = Number(text);
		report(start, 'number-form', {
			message: `YAML reads ${quote(text)} as ${Number.isFinite(number) ? `the number ${String(number)}` : 'a special number'}.`,
			hint: `Write plain digits without leading zeros, or put the text in quotes: ${quoteYaml(text)}.`,
		});
	}
}

/** Converts the parser's events into a tree of positions. Rejects features of YAML that records do not need. */
function treeOf(input: Input, events: readonly Event[]): { root: Node; last: Extent } {
	const { text, lines, report } = input;
	let index = 0;
	let last: Extent = { start: 0, end: 0, isPlain: false };
	let end = 0;
	let isMerged = false;

	/** @param fallback the offset to use for an empty value */
	function nodeAt(fallback: number): Node {
		const event = events[index++];
		if (event && 'tagStart' in event) {
			if (event.anchorStart >= 0) rejectSign(input, 'anchor', event.anchorStart - 1, event.anchorEnd);
			if (event.tagStart >= 0) rejectSign(input, 'tag', event.tagStart, event.tagEnd);
		}
		switch (event?.type) {
			case EVENT_ID.SCALAR:
				if (event.valueStart < 0) break;
				rejectComments(input, last, event.valueStart);
				last = extentOf(text, event);
				if (last.isPlain) rejectPlainText(input, last);
				else rejectCommentsInside(input, last);
				end = last.end;
				return scalar(last.start, end, valueOf(text, event));
			case EVENT_ID.ALIAS:
				last = { start: event.anchorStart - 1, end: event.anchorEnd, isPlain: false };
				// Does not report an alias after a merge key, because the merge key has already been reported.
				if (!isMerged) rejectSign(input, 'alias', last.start, last.end, 'Write the value itself');
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
			entry.dashStart = dash;
			children.set(children.size, entry);
			// Moves past the dash of an empty entry.
			if (entry.end === dash) end = dash + 1;
		}
		index++;
		end = closingOf(text, start, end);
		const value = Array.from(children.values(), (child) => child.value);
		return { start, end, isScalar: false, value, children };
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
				report(key.start, 'duplicate-key', {
					message: `Duplicate key ${quote(key.name)}, first used on line ${String(line)}.`,
					hint: 'Keep one of the two, make several values a list, or indent the one that belongs to the key above it.',
				});
			}
			children.set(key.name, value);
		}
		index++;
		end = closingOf(text, start, end);
		const value = Object.fromEntries(Array.from(children, ([key, child]) => [key, child.value]));
		return { start, end, isScalar: false, value, children };
	}

	/** Reads a key. Keys must be strings, so that a value has the same path in the file and in the data. */
	function keyAt(fallback: number): { name: string; start: number; isMerge: boolean } {
		const event = events[index];
		const isText = event?.type === EVENT_ID.SCALAR;
		const isAbsent = isText && event.valueStart < 0;
		const { start } = nodeAt(isAbsent ? Math.max(fallback, skipBlank(text, end)) : fallback);
		const name = isText ? getScalarValue(text, event) : '';
		const isMerge = name === '<<' && isText && event.style === SCALAR_STYLE.PLAIN;
		const isWord = /^\p{Letter}/u.test(name) && !/^(true|false|null)$/i.test(name);
		if (isMerge) {
			report(start, 'merge-key', {
				message: '"<<" is a YAML merge key, which is not allowed in records.',
				hint: 'Write out the merged keys and values instead.',
			});
		} else if (!isWord && event?.type !== EVENT_ID.ALIAS) {
			report(start, 'key', {
				message: isAbsent
					? 'There is no key before this colon.'
					: `${isText ? quote(name) : 'A list or a group'} is not a valid key, because it is not a word.`,
				hint: 'Compare the line with another record in the same folder.',
			});
		}
		return { name, start, isMerge };
	}

	return { root: nodeAt(0), last };
}

/** Skips whitespace and, by default, comments. */
function skipBlank(text: string, offset: number, skipComments = true): number {
	const blank = skipComments ? /(?:\s+|#[^\r\n]*)*/y : /\s*/y;
	blank.lastIndex = offset;
	blank.exec(text);
	return blank.lastIndex;
}

/** Returns the position after the closing bracket of a flow collection. For a block collection, returns the parameter `end`. */
function closingOf(text: string, start: number, end: number): number {
	if (!/[[{]/.test(text.charAt(start))) return end;
	const afterLast = skipBlank(text, Math.max(end, start + 1));
	return skipBlank(text, text[afterLast] === ',' ? afterLast + 1 : afterLast) + 1;
}

const scalar = (start: number, end = start, value: unknown = null): Node => ({
	start,
	end,
	isScalar: true,
	value,
	children: new Map(),
});

const words: Readonly<Record<string, unknown>> = { null: null, '~': null, true: true, false: false };

/** Returns the value of a scalar in the core schema of YAML 1.2. */
function valueOf(source: string, event: ScalarEvent): unknown {
	const text = getScalarValue(source, event);
	if (event.style !== SCALAR_STYLE.PLAIN) return text;
	const word = /^(?:[A-Z]+|[A-Z]?[a-z]+)$/.test(text) ? text.toLowerCase() : text;
	return Object.hasOwn(words, word) ? words[word] : isNumber(text) ? Number(text) : text;
}

const isNumber = (text: string): boolean => /^[-+]?\.?\d/.test(text) && !Number.isNaN(Number(text));

function locate({ text, lines }: Input, root: Node) {
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
		value: root.value,
		root,
		/** Returns the offset of the value at a path or, if it does not exist, of the nearest value around it. */
		offsetOf: (path: Path): number => find(path).node.start,
		/** Returns the offset of the key at a path. In a list, returns the offset of the entry. */
		keyOffsetOf(path: Path): number {
			const { node } = find(path);
			return node.keyStart ?? node.start;
		},
		/** Returns a value as written in the file, or an empty string. For a list or group, returns the first line. */
		sourceOf(path: Path): string {
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
