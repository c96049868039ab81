import { quote, quoteYaml } from '../schema/quote.ts';
import type { Explanation } from '../schema/rules.ts';
import { counted } from '../schema/words.ts';
import type { Lines } from './lines.ts';
import { problemAt, type TextProblem } from './problem.ts';

/*
 * Explains why a file is not valid YAML. The explanations only depend on the text around the position where the parser stopped, so a new
 * version of the parser cannot change them.
 */

/** The position where the parser stopped. */
interface Place extends Line {
	readonly lines: Lines;
	/** The lines above the position, starting with the nearest. Blank lines and comments are omitted. */
	readonly above: readonly Line[];
	/** The offset in the file, while `column` is the offset in the line. */
	readonly offset: number;
	readonly column: number;
	readonly isEnd: boolean;
	readonly open: ReturnType<typeof openAt>;
	readonly given: ReturnType<typeof splitLine>;
}

/** Recognizes one kind of mistake. Returns `undefined` if the text has no mistake of this kind. */
type Diagnosis = (place: Place) => TextProblem | undefined;

type Line = ReturnType<typeof lineAt>;

function lineAt(lines: Lines, number: number) {
	const [start, text] = [lines.startOf(number), lines.textOf(number)];
	const indent = Math.max(text.search(/\S/), 0);
	return { number, start, text, content: text.trim(), indent, begin: start + indent };
}

const isBlank = ({ text }: Pick<Line, 'text'>): boolean => /^\s*(#|$)/.test(text);

function splitLine(line: string) {
	const parts = /^(\s*(?:-(?:\s+|$))*)(?:([^\s'"#:[{&*!|>@`%][^:]*):(?:\s+|$))?(.*)$/s.exec(line.trimEnd());
	const [, dashes = '', key = '', value = ''] = parts ?? [];
	return {
		key: key.trimEnd(),
		value,
		/** The column of the value, counted from 0. */
		start: line.trimEnd().length - value.length,
		/** The column of the key or of the last dash. If the value continues on the next line, that line is indented further. */
		column: key === '' ? dashes.trimEnd().length - 1 : dashes.length,
	};
}

function quotedAt(text: string, start: number) {
	const form = text.charAt(start) === '"' ? /"(?:[^"\\]|\\.)*"/sy : /'(?:[^']|'')*'(?!')/y;
	form.lastIndex = start;
	const [found] = form.exec(text) ?? [];
	return found === undefined
		? { start, end: text.length, isClosedInLine: false }
		: { start, end: start + found.length - 1, isClosedInLine: !/[\r\n]/.test(found) };
}

/** Finds the quotation marks and brackets that are still open at an offset. */
function openAt(text: string, lines: Lines, until: number) {
	// The offsets of the open brackets, with the innermost bracket last.
	const brackets: number[] = [];
	// The last quoted string that begins before the offset. A string without a closing quotation mark continues to the end of the file.
	let quoted: ReturnType<typeof quotedAt> | undefined;
	// The column of the key or dash that the brackets belong to.
	let column = -1;
	for (let number = 1; number <= lines.count && lines.startOf(number) < until; number++) {
		const line = splitLine(lines.textOf(number));
		// A line without a key or dash belongs to the key or dash above.
		if (line.column >= 0) column = line.column;
		let offset = lines.startOf(number) + line.start;
		if (offset >= until || /^(?:---|\.\.\.)(?:\s|$)/.test(line.value)) continue;
		if (/^["']/.test(line.value)) {
			quoted = quotedAt(text, offset);
			number = lines.positionAt(quoted.end).line;
		} else if (/^[[{]/.test(line.value)) {
			let isStart = true;
			do {
				const sign = text.charAt(offset);
				if (isStart && /["']/.test(sign)) {
					quoted = quotedAt(text, offset);
					offset = quoted.end;
				} else if (/[[{]/.test(sign)) brackets.push(offset);
				else if (/[\]}]/.test(sign)) brackets.pop();
				if (/\S/.test(sign)) isStart = /[[{,:]/.test(sign);
				offset++;
			} while (brackets.length > 0 && offset < until);
			if (brackets.length > 0) break;
			number = lines.positionAt(offset - 1).line;
		} else if (line.value !== '' && !line.value.startsWith('#')) {
			// In a block scalar, quotation marks and brackets are ordinary characters.
			while (
				column >= 0 &&
				number < lines.count &&
				/^\s*$/.test(lines.textOf(number + 1).slice(0, column + 1))
			)
				number++;
		}
	}
	return { quoted, brackets, column };
}

const directive: Diagnosis = (place) => {
	const top = place.above.at(-1) ?? place;
	if (!top.text.startsWith('%')) return undefined;
	return problemAt(top.start, 'directive', {
		message: `"%" at the beginning of a line starts a YAML directive, which is not allowed in records.`,
		hint: 'Delete the line.',
	});
};

/** Finds an invalid anchor, alias or tag. */
const sign: Diagnosis = (place) => {
	// A tag in angle brackets that is never closed continues to the end of the file.
	const lines = place.isEnd ? [place, ...place.above] : [place];
	const line = lines.find(({ text }) => splitLine(text).value.startsWith('!')) ?? place;
	const { value, start } = splitLine(line.text);
	const isTag = value.startsWith('!');
	// A value such as "*b c" is probably meant as plain text.
	const isText =
		!/^(?:[&*!]\S*\s*)*$/.test(place.text.slice(start, place.column)) ||
		/^[^\s&*!]/.test(place.text.slice(place.column));
	if (!isTag && (isText || !/^[&*]/.test(value))) return undefined;
	return problemAt(line.start + start, isTag ? 'tag' : 'anchor', {
		message: `"${value.charAt(0)}" at the beginning of a text starts a YAML ${isTag ? 'tag' : value.startsWith('&') ? 'anchor' : 'alias'}, which is not allowed in records.`,
		hint: `Delete it, or put the text in quotes: ${quoteYaml(value)}.`,
	});
};

const escape: Diagnosis = ({ start, text, offset, column, open: { quoted } }) => {
	const [written] = /\\\w*$/.exec(text.slice(0, column)) ?? [];
	if (!quoted || quoted.end < offset || written === undefined) return undefined;
	const backslash = column - written.length;
	return problemAt(start + backslash, 'escape', {
		message: `${quote(text.slice(backslash, backslash + 2))} is not valid in double quotation marks, where "\\" has a special meaning.`,
		hint: "Put the text in single quotation marks ('), or double the backslash.",
	});
};

/** Finds a missing closing quotation mark, which makes the following lines part of the quoted string. */
const unclosedQuote: Diagnosis = ({ lines, number, offset, open: { quoted } }) => {
	if (!quoted || quoted.isClosedInLine) return undefined;
	if (quoted.end < offset && lines.positionAt(quoted.end).line < number - 1) return undefined;
	const { line, column } = lines.positionAt(quoted.start);
	const text = lines.textOf(line);
	const mark = text.charAt(column - 1);
	return problemAt(quoted.start, 'unclosed-quote', {
		message: `The quotation mark before ${quote(text.slice(column))} is not closed on the same line.`,
		hint: `Add ${mark} at the end of the text, or delete the quotation mark at the beginning.`,
	});
};

const bracket: Diagnosis = ({ lines, number, indent, begin, offset, isEnd, open }) => {
	const start = open.brackets.at(-1);
	if (start === undefined) return undefined;
	const { line, column } = lines.positionAt(start);
	const written = lines.textOf(line).charAt(column - 1);
	if (isEnd || (offset <= begin && line < number && indent <= open.column)) {
		return problemAt(start, 'unclosed-bracket', {
			message: `The bracket ${written} is never closed.`,
			hint: 'Close it, or put the text in quotes if it is not a list.',
		});
	}
	return problemAt(line === number ? offset : start, 'bracket-list', {
		message: `The list in brackets is not valid${line === number ? '' : ` (see line ${String(number)})`}.`,
		hint: 'Use only one comma between entries, or write each entry on its own line after "- ".',
	});
};

const reservedStart: Diagnosis = ({ start, column, given }) => {
	if (given.start === 0 || !/^[@`%*&!|>[\]{},]|^[-?:]\s/.test(given.value) || column < given.start)
		return undefined;
	return problemAt(start + given.start, 'unquoted-text', {
		message: `${quote(given.value)} begins with "${given.value.charAt(0)}", which has a special meaning in YAML.`,
		hint: /^[>|][-+\d]*\s/.test(given.value)
			? `Begin the text on the line below, indented, or delete ${quote(given.value.replace(/\s.*/, ''))}.`
			: `Put the text in quotes: ${quoteYaml(given.value)}.`,
	});
};

const textAfterQuote: Diagnosis = ({ offset, text, column, given }) => {
	if (given.start === 0 || !/^["']/.test(given.value) || column <= given.start) return undefined;
	return problemAt(offset, 'text-after-quote', {
		message: `The text continues after its closing quotation mark: ${quote(text.slice(column))}.`,
		hint: given.value.startsWith("'")
			? 'Put the whole text in double quotation marks ("), which can contain apostrophes.'
			: "Put the whole text in single quotation marks ('), which can contain double ones.",
	});
};

const comma: Diagnosis = ({ above, ...place }) =>
	[place, ...above]
		.filter(({ text }) => /^\s*(["']?)[\w-]+\1: *(["']).*\2,\s*$/.test(text))
		.map(({ start, text, content }) =>
			problemAt(start + text.lastIndexOf(','), 'text-after-quote', {
				message: `${quote(content)} ends with a comma.`,
				hint: 'Delete the comma. In YAML, every key has a line of its own, without a comma.',
			}),
		)
		.at(-1);

const curlyPairs = [/^[“”„«»]([^“”„«»]*)[“”«»]$/, /^[‘’‚‹›]([^‘’‚‹›]*)[‘’‹›]$/];

/** Explains that YAML treats curly quotation marks as ordinary characters. */
export function curlyQuotes(text: string): Explanation | undefined {
	const within = curlyPairs.map((form) => form.exec(text)?.[1]).find((inner) => inner !== undefined);
	if (within === undefined) return undefined;
	return {
		message: `The curly quotation marks in ${quote(text)} would be published as part of the text.`,
		hint: `Write ${quoteYaml(within)}, or ${quoteYaml(text)} to keep the curly ones.`,
	};
}

const curlyQuotesWithColon: Diagnosis = ({ start, given }) => {
	const explanation = given.start === 0 ? undefined : curlyQuotes(given.value);
	return explanation && problemAt(start + given.start, 'curly-quotes', explanation);
};

const unquotedColon: Diagnosis = ({ offset, text, column, given }) => {
	if (text[column] !== ':' || given.key === '' || column <= given.start) return undefined;
	return problemAt(offset, 'unquoted-colon', {
		message: `${quote(given.value)} needs quotes, because it contains a colon and a space.`,
		hint: `Write ${given.key}: ${quoteYaml(given.value)}.`,
	});
};

/** Finds a comment in the middle of a value. */
const commentInText: Diagnosis = (place) => {
	for (const { start, text } of [place, ...place.above.slice(0, 1)]) {
		const comment = isBlank({ text }) ? -1 : text.search(/(?<=^[^"']*\s)#/);
		if (comment < 0) continue;
		return problemAt(start + comment, 'comment-in-text', {
			message: `${quote(text.slice(comment))} would be read as a comment, because "#" follows a space.`,
			hint: 'Put the whole text in quotes, or move the comment to its own line above.',
		});
	}
	return undefined;
};

const missingDashSpace: Diagnosis = ({ begin, content, indent, above }) => {
	const neighbour = above.find((line) => line.indent <= indent);
	if (!/^-[^\s-]/.test(content) || neighbour?.indent !== indent || !neighbour.content.startsWith('-'))
		return undefined;
	return problemAt(begin, 'missing-space', {
		message: `${quote(content)} has no space after the dash.`,
		hint: `Write ${quote(`- ${content.slice(1)}`)}.`,
	});
};

/**
 * Returns the first of several lines without a key, which the parser reads as one long key. Lines that are indented further than the key
 * above are part of its value.
 */
function firstWithoutKey(place: Place): Line | undefined {
	// Does not apply if the parser stopped at the start of the line, before reading a key.
	if (place.indent > 0 && place.offset === place.begin) return undefined;
	let first: Line | undefined;
	let indent = isBlank(place) ? Infinity : place.indent;
	for (const line of [place, ...place.above]) {
		const hasKey = /:(\s|$)|^\s*-(\s|$)/.test(line.text);
		if (line === place && (hasKey || isBlank(line))) continue;
		if (hasKey && first && first.indent > splitLine(line.text).column) return undefined;
		if (hasKey || line.indent > indent) break;
		indent = line.indent;
		first = line;
	}
	return first;
}

const missingColon: Diagnosis = (place) => {
	const line = firstWithoutKey(place);
	if (!line) return undefined;
	const { begin: offset, content } = line;
	// Full-width and small colons, which Unicode treats as variants of the ordinary colon.
	const colon = line.text.search(/[：﹕︓]/);
	if (colon > 0) {
		return problemAt(line.start + colon, 'missing-colon', {
			message: `The "${line.text.charAt(colon)}" in ${quote(content)} only looks like a colon.`,
			hint: 'Replace it with a plain colon and a space.',
		});
	}
	const [, key, value = ''] = /^([\w-]+):(\S.*)$/.exec(content) ?? [];
	if (key !== undefined) {
		return problemAt(offset, 'missing-space', {
			message: `${quote(content)} has no space after the colon.`,
			hint: `Write ${quote(`${key}: ${value}`)}.`,
		});
	}
	const [, word, rest = ''] = /^(\w+)\s+(.*)$/.exec(content) ?? [];
	return problemAt(offset, 'missing-colon', {
		message: `${quote(content)} has no colon after the key.`,
		hint: `Write ${quote(word === undefined ? 'key: value' : `${word}: ${rest}`)}, or indent the line by two more spaces if it continues the text above.`,
	});
};

/** Explains an indentation error, if nothing else explains the problem. */
function explainIndentation(place: Place): TextProblem {
	const top = place.above.at(-1) ?? place;
	if (top.indent > place.indent) {
		return problemAt(top.begin, 'indentation', {
			message: `The record begins further right than ${quote(place.content)} on line ${String(place.number)}.`,
			hint: `Delete ${counted(top.indent - place.indent, 'space')} at the beginning of this line and of all lines indented with it.`,
		});
	}
	const [above, beforeThat] = place.above;
	if (
		above &&
		beforeThat?.text.trimEnd().endsWith(':') &&
		beforeThat.indent < place.indent &&
		above.indent <= beforeThat.indent
	) {
		return problemAt(above.begin, 'indentation', {
			message: `${quote(above.content)} is not indented, so it would not belong to ${quote(beforeThat.content)} above it.`,
			hint: `Put ${counted(place.indent, 'space')} before it, as before ${quote(place.content)}.`,
		});
	}
	const like =
		above && above.indent < place.indent ? above : place.above.find((line) => line.indent <= place.indent);
	return problemAt(place.begin, 'indentation', {
		message:
			like === undefined || like.indent === place.indent
				? `${quote(place.content)} does not fit the lines above it.`
				: `${quote(place.content)} has ${counted(place.indent, 'space')} before it, but ${quote(like.content)} on line ${String(like.number)} has ${like.indent === 0 ? 'none' : String(like.indent)}.`,
		hint: 'Begin all keys of a group in the same column, and indent the values below a key by two spaces.',
	});
}

const diagnoses: readonly Diagnosis[] = [
	directive,
	sign,
	escape,
	unclosedQuote,
	bracket,
	reservedStart,
	comma,
	textAfterQuote,
	curlyQuotesWithColon,
	unquotedColon,
	commentInText,
	missingDashSpace,
	missingColon,
];

/** Explains why the parser stopped at an offset. The mistake is often further up in the file. */
export function explainYamlError(text: string, lines: Lines, offset: number): TextProblem {
	const { line: number } = lines.positionAt(offset);
	const line = lineAt(lines, number);
	const above = Array.from({ length: number - 1 }, (_, index) => lineAt(lines, number - 1 - index));
	const place: Place = {
		...line,
		lines,
		above: above.filter((each) => !isBlank(each)),
		offset,
		column: offset - line.start,
		isEnd: text.slice(offset).trim() === '',
		open: openAt(text, lines, offset),
		given: splitLine(line.text),
	};
	for (const diagnose of diagnoses) {
		const problem = diagnose(place);
		if (problem) return problem;
	}
	return explainIndentation(place);
}
