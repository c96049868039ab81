import type { YAMLException } from 'js-yaml';
import { quote } from '../schema/quote.ts';
import type { Fault } from './problem.ts';

/** What the readings below know of the place where the parser gave up. */
interface Place {
	readonly text: string;
	/** The parser's own words. */
	readonly reason: string;
	/** Where it stopped, and the line around it. */
	readonly offset: number;
	readonly lineStart: number;
	readonly line: string;
}

type Reading = (place: Place) => Fault | undefined;

/** A text as an editor would put it into quotes. */
export const quoteYaml = (text: string): string =>
	/["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

const lineAround = (text: string, offset: number): { lineStart: number; line: string } => {
	// Before the very first character there is nothing to search, and a negative start would search that character.
	const lineStart =
		offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return { lineStart, line: /[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '' };
};

/** The line at the place and those before it, the nearest first, with the offset at which each begins. */
function* linesBackwards({ text, lineStart, line }: Place): Generator<{ lineStart: number; line: string }> {
	yield { lineStart, line };
	while (lineStart > 0) {
		({ lineStart, line } = lineAround(text, lineStart - 1));
		yield { lineStart, line };
	}
}

const isBlank = (line: string): boolean => /^\s*(#|$)/.test(line);

/** The value that a line gives after its key or dash, and where in the line it begins. */
const valueOf = (line: string): { key: string; value: string; start: number } | undefined => {
	const match = /^(\s*(?:-\s+)*(?:([^\s:#'"][^:]*?)\s*:\s+)?)(\S.*?)\s*$/.exec(line);
	if (!match?.[1] || !match[3]) return undefined;
	return { key: match[2] ?? '', value: match[3], start: match[1].length };
};

const tabIndentation: Reading = ({ lineStart, line, reason }) => {
	const tab = /^ *(?:- +)*\t/.exec(line);
	if (!tab && !reason.includes('tab characters')) return undefined;
	return {
		offset: lineStart + Math.max(line.indexOf('\t'), 0),
		rule: 'tab-indentation',
		message: 'This line is indented with a tab; spaces are expected.',
		hint: 'Replace the tab with spaces, two for each level.',
	};
};

const openQuote = /(?:^\s*|[:,[{-]\s+)(["'])/g;

const isClosed = (afterQuote: string, mark: string): boolean =>
	(mark === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'/).test(afterQuote);

const unclosedQuote: Reading = (place) => {
	if (!/deficient indentation|quoted scalar/.test(place.reason)) return undefined;
	for (const { lineStart, line } of linesBackwards(place)) {
		for (const match of line.matchAll(openQuote)) {
			const mark = match[1] ?? '';
			const start = match.index + match[0].length;
			if (isClosed(line.slice(start), mark)) continue;
			return {
				offset: lineStart + start - 1,
				rule: 'unclosed-quote',
				message: `The quotation mark ${mark} before ${quote(line.slice(start))} is never closed.`,
				hint: `Put ${mark} at the end of the text, too.`,
			};
		}
	}
	return undefined;
};

const unclosedBracket: Reading = (place) => {
	if (!/deficient indentation|within a flow collection/.test(place.reason)) return undefined;
	for (const { lineStart, line } of linesBackwards(place)) {
		const start = Math.max(line.lastIndexOf('['), line.lastIndexOf('{'));
		if (start < 0) continue;
		return {
			offset: lineStart + start,
			rule: 'unclosed-bracket',
			message: `The bracket ${line.charAt(start)} is never closed.`,
			hint: 'Close it; or write a list with one "- " line for each entry, and text that begins with a bracket in quotes.',
		};
	}
	return undefined;
};

const escape: Reading = ({ reason, offset, text }) => {
	if (!/escape sequence|hexadecimal/.test(reason)) return undefined;
	const backslash = text.lastIndexOf('\\', offset);
	return {
		offset: backslash,
		rule: 'escape',
		message: `Between double quotation marks, the backslash in ${quote(text.slice(backslash, backslash + 2))} means something else.`,
		hint: "Write the text between single quotation marks ('), or write the backslash twice.",
	};
};

const reservedStart: Reading = ({ lineStart, line, offset }) => {
	const given = valueOf(line);
	if (!given || !/^[@`%*&!|>[{]|^-\s/.test(given.value) || offset < lineStart + given.start) return undefined;
	return {
		offset: lineStart + given.start,
		rule: 'unquoted-text',
		message: `The text ${quote(given.value)} begins with "${given.value.charAt(0)}", which means something else in YAML.`,
		hint: `Put the text in quotes: ${quoteYaml(given.value)}.`,
	};
};

const textAfterQuote: Reading = ({ lineStart, line, offset }) => {
	const given = valueOf(line);
	if (!given || !/^["']/.test(given.value) || offset <= lineStart + given.start) return undefined;
	return {
		offset,
		rule: 'text-after-quote',
		message: `The text goes on after its closing quotation mark: ${quote(line.slice(offset - lineStart))}.`,
		hint: given.value.startsWith("'")
			? 'Put the whole text between double quotation marks ("); an apostrophe may then stand inside.'
			: "Put the whole text between single quotation marks ('); double ones may then stand inside.",
	};
};

const unquotedColon: Reading = ({ text, offset, lineStart, line }) => {
	const given = valueOf(line);
	if (text[offset] !== ':' || !given?.key || offset <= lineStart + given.start) return undefined;
	return {
		offset,
		rule: 'unquoted-colon',
		message: `The text ${quote(given.value)} holds a colon followed by a space and is not in quotes.`,
		hint: `Put the text in quotes: ${given.key}: ${quoteYaml(given.value)}`,
	};
};

const missingColon: Reading = (place) => {
	if (!/multiline key|expected ':'|end of the stream or a document|whitespace character/.test(place.reason))
		return undefined;
	for (const { lineStart, line } of linesBackwards(place)) {
		if (isBlank(line) || /:(\s|$)/.test(line)) continue;
		const offset = lineStart + line.search(/\S/);
		const glued = /^\s*([\w-]+):(\S.*)$/.exec(line);
		return glued
			? {
					offset,
					rule: 'missing-space',
					message: `In ${quote(line.trim())} the space after the colon is missing.`,
					hint: `Write "${glued[1] ?? ''}: ${glued[2] ?? ''}".`,
				}
			: {
					offset,
					rule: 'missing-colon',
					message: `The line ${quote(line.trim())} has no key; "key: value" is expected.`,
					hint: 'Write the key, a colon and a space before it; or, when it goes on with the text above, indent it further than the key.',
				};
	}
	return undefined;
};

const bracketed: Reading = ({ reason, offset }) =>
	/flow collection|found ','/.test(reason)
		? {
				offset,
				rule: 'bracket-list',
				message: 'This list in brackets is not well formed; its entries are separated by single commas.',
				hint: 'Write the list with one "- " line for each entry instead.',
			}
		: undefined;

const nesting: Reading = ({ reason, offset }) =>
	reason.includes('maxDepth')
		? {
				offset,
				rule: 'nesting',
				message: 'Lists and groups are nested far deeper here than any record needs.',
				hint: 'Compare the file with another record of the same folder.',
			}
		: undefined;

const indentation: Reading = ({ reason, lineStart, line }) =>
	/indentation|end of the stream or a document/.test(reason)
		? {
				offset: lineStart + Math.max(line.search(/\S/), 0),
				rule: 'indentation',
				message: `The line ${quote(line.trim())} is not indented like the lines it belongs to.`,
				hint: 'Keys of the same group begin in the same column; what belongs to a key is indented two spaces further.',
			}
		: undefined;

const readings: readonly Reading[] = [
	nesting,
	tabIndentation,
	unclosedQuote,
	unclosedBracket,
	escape,
	bracketed,
	reservedStart,
	textAfterQuote,
	unquotedColon,
	missingColon,
	indentation,
];

/**
 * Says in an editor's words why a text is not YAML, and where the slip is: often before the place where the parser
 * noticed it.
 *
 * @param text the whole text of the file
 * @param error what js-yaml threw
 */
export function explainYamlError(text: string, error: YAMLException): Fault {
	const offset = error.mark?.position ?? 0;
	const place: Place = { text, reason: error.reason, offset, ...lineAround(text, offset) };
	for (const reading of readings) {
		const fault = reading(place);
		if (fault) return fault;
	}
	return {
		offset,
		rule: 'yaml',
		message: `This cannot be read as YAML: ${error.reason}.`,
		hint: 'Compare the line with another record of the same folder; text with unusual signs needs quotes.',
	};
}
