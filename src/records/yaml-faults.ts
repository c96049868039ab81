import type { YAMLException } from 'js-yaml';
import { quote, quoteYaml } from '../schema/quote.ts';
import type { Rule } from '../schema/rules.ts';
import { counted } from '../schema/words.ts';
import type { Lines } from './lines.ts';
import { faultAt, type Fault } from './problem.ts';

/** One line of the file. */
interface Line {
	readonly number: number;
	readonly start: number;
	readonly text: string;
	/** It without the spaces before and after it, how many there are before it, and where it begins. */
	readonly content: string;
	readonly indent: number;
	readonly begin: number;
}

/** What the readings below know of the place where the parser gave up. */
interface Place extends Line {
	/** The whole text. */
	readonly all: string;
	readonly lines: Lines;
	/** The lines above that are no comments, the nearest first. */
	readonly above: readonly Line[];
	/** The parser's own words. */
	readonly reason: string;
	/** Where it stopped, in the text and in the line. */
	readonly offset: number;
	readonly column: number;
}

type Reading = (place: Place) => Fault | undefined;

function lineAt(lines: Lines, number: number): Line {
	const [start, text] = [lines.startOf(number), lines.textOf(number)];
	const indent = Math.max(text.search(/\S/), 0);
	return { number, start, text, content: text.trim(), indent, begin: start + indent };
}

const isBlank = ({ text }: Pick<Line, 'text'>): boolean => /^\s*(#|$)/.test(text);

/** The value that a line gives after its key or dash, and where in the line it begins. */
const valueOf = (line: string): { key: string; value: string; start: number } | undefined => {
	const parts = /^(\s*(?:-\s+)*(?:([^\s'"#:][^:]*):\s+)?)(.+)$/s.exec(line.trimEnd());
	const [, before = '', key = '', value = ''] = parts ?? [];
	return before === '' ? undefined : { key: key.trimEnd(), value, start: before.length };
};

const openQuote = /(?:^\s*|[:,[{-]\s+)(["'])/g;

/** Where a text between quotation marks ends, by where it begins; at the end of everything when it is never closed. */
function endOfQuoted(text: string, begin: number, mark: string): number {
	for (let place = begin; place < text.length; place++) {
		if (text[place] === '\\' && mark === '"') place++;
		else if (text[place] !== mark) continue;
		else if (mark === '"' || text[place + 1] !== mark) return place;
		else place++;
	}
	return text.length;
}

/** A quotation mark that is not closed in its line, and so takes in the lines below it, up to where the parser stops. */
const unclosedQuote: Reading = (place) => {
	const isNeverClosed = /deficient indentation|quoted scalar/.test(place.reason);
	for (const { start, text } of [place, ...place.above]) {
		for (const match of text.matchAll(openQuote)) {
			const [opening, mark = ''] = match;
			const begin = match.index + opening.length;
			if (endOfQuoted(text, begin, mark) < text.length) continue;
			const end = place.lines.positionAt(endOfQuoted(place.all, start + begin, mark)).line;
			if (!isNeverClosed && (end < place.number - 1 || end > place.number)) return undefined;
			return faultAt(start + begin - 1, 'unclosed-quote', {
				message: `The quotation mark ${mark} before ${quote(text.slice(begin))} is not closed in its line.`,
				hint: `Put ${mark} at the end of the text, too, or delete it.`,
			});
		}
	}
	return undefined;
};

/** The nearest bracket that opens, in the line of the place or above it, where it is never closed or its list is not well formed. */
const bracket: Reading = (place) => {
	const line = [place, ...place.above].find(({ text }) => /[[{]/.test(text));
	if (!line) return undefined;
	const column = Math.max(line.text.lastIndexOf('['), line.text.lastIndexOf('{'));
	const [sign, offset] = [line.text.charAt(column), line.start + column];
	if (/deficient indentation|within a flow collection/.test(place.reason)) {
		return faultAt(offset, 'unclosed-bracket', {
			message: `The bracket ${sign} is never closed.`,
			hint: 'Close it; or write a list with one "- " line for each entry, and text that begins with a bracket in quotes.',
		});
	}
	return faultAt(line === place ? place.offset : offset, 'bracket-list', {
		message:
			line === place
				? 'This list in brackets is not well formed; its entries are separated by single commas.'
				: `The bracket ${sign} begins a list that is not well formed: see line ${String(place.number)}.`,
		hint: 'Write the list with one "- " line for each entry instead, and text that begins with a bracket in quotes.',
	});
};

const escape: Reading = ({ start, text, column }) => {
	const backslash = Math.max(text.lastIndexOf('\\', column), 0);
	return faultAt(start + backslash, 'escape', {
		message: `Between double quotation marks, the backslash in ${quote(text.slice(backslash, backslash + 2))} means something else.`,
		hint: "Write the text between single quotation marks ('), or write the backslash twice.",
	});
};

const reservedStart: Reading = ({ start, text, column }) => {
	const given = valueOf(text);
	if (!given || !/^[@`%*&!|>[{]|^-\s/.test(given.value) || column < given.start) return undefined;
	return faultAt(start + given.start, 'unquoted-text', {
		message: `The text ${quote(given.value)} begins with "${given.value.charAt(0)}", which means something else in YAML.`,
		hint: `Put the text in quotes: ${quoteYaml(given.value)}.`,
	});
};

const textAfterQuote: Reading = ({ offset, text, column }) => {
	const given = valueOf(text);
	if (!given || !/^["']/.test(given.value) || column <= given.start) return undefined;
	return faultAt(offset, 'text-after-quote', {
		message: `The text goes on after its closing quotation mark: ${quote(text.slice(column))}.`,
		hint: given.value.startsWith("'")
			? 'Put the whole text between double quotation marks ("); an apostrophe may then stand inside.'
			: "Put the whole text between single quotation marks ('); double ones may then stand inside.",
	});
};

const wrapped = [/^[“”„«»]([^“”„«»]*)[“”«»]$/, /^[‘’‚‹›]([^‘’‚‹›]*)[‘’‹›]$/];

/** What is wrong with a text between quotation marks that are none in YAML, where it begins at an offset. */
export function curlyQuotes(text: string, offset: number): Fault | undefined {
	const within = wrapped.map((form) => form.exec(text)?.[1]).find((inner) => inner !== undefined);
	if (within === undefined) return undefined;
	return faultAt(offset, 'curly-quotes', {
		message: `${quote(text)} stands between printers' quotation marks, which would be published as part of the text.`,
		hint: `Type straight ones in their place: ${quoteYaml(within)}. If they belong to the text, put straight ones around them: ${quoteYaml(text)}.`,
	});
}

const curlyQuotesWithColon: Reading = ({ start, text }) => {
	const given = valueOf(text);
	return given && curlyQuotes(given.value, start + given.start);
};

const unquotedColon: Reading = ({ offset, text, column }) => {
	const given = valueOf(text);
	if (text[column] !== ':' || !given?.key || column <= given.start) return undefined;
	return faultAt(offset, 'unquoted-colon', {
		message: `The text ${quote(given.value)} holds a colon followed by a space and is not in quotes.`,
		hint: `Put the text in quotes: ${given.key}: ${quoteYaml(given.value)}`,
	});
};

/**
 * The first of the lines without a key that end where the parser stopped, each beginning no further in than that below it: it reads
 * them as one text, and stops after them.
 */
function firstWithoutKey(place: Place): Line | undefined {
	let first: Line | undefined;
	let indent = isBlank(place) ? Infinity : place.indent;
	for (const line of [place, ...place.above]) {
		const hasKey = /:(\s|$)|^\s*-(\s|$)/.test(line.text);
		if (line === place && (hasKey || isBlank(line))) continue;
		if (hasKey || line.indent > indent) break;
		indent = line.indent;
		first = line;
	}
	return first;
}

const missingColon: Reading = (place) => {
	const line = firstWithoutKey(place);
	if (!line) return undefined;
	const { begin: offset, content } = line;
	// Colons that are as wide as a Chinese character, or small: Unicode takes them apart into a plain one.
	const colon = line.text.search(/[：﹕︓]/);
	if (colon > 0) {
		return faultAt(line.start + colon, 'missing-colon', {
			message: `The "${line.text.charAt(colon)}" in ${quote(content)} only looks like a colon.`,
			hint: 'Type a plain colon and a space in its place.',
		});
	}
	const glued = /^([\w-]+):(\S.*)$/.exec(content);
	if (glued) {
		return faultAt(offset, 'missing-space', {
			message: `In ${quote(content)} the space after the colon is missing.`,
			hint: `Write ${quote(`${glued[1] ?? ''}: ${glued[2] ?? ''}`)}.`,
		});
	}
	const [, word, rest] = /^(\w+)\s+(.*)$/.exec(content) ?? [];
	return faultAt(offset, 'missing-colon', {
		message: `The line ${quote(content)} has no colon after a key; "key: value" is expected.`,
		hint: `${word === undefined ? 'Write a key, a colon and a space before it' : `If "${word}" is the key, put a colon after it: ${quote(`${word}: ${rest ?? ''}`)}`}; if the line goes on with the text above it, begin it two spaces further in.`,
	});
};

const missingDashSpace: Reading = (place) => {
	if (!/^-[^\s-]/.test(place.content)) return undefined;
	return faultAt(place.begin, 'missing-space', {
		message: `In ${quote(place.content)} the space after the dash is missing.`,
		hint: `Write ${quote(`- ${place.content.slice(1)}`)}.`,
	});
};

/** A comment that ends a text too early, so that the line below it, or what follows in its own line, belongs to nothing. */
const commentInText: Reading = (place) => {
	for (const { start, text } of [place, ...place.above.slice(0, 1)]) {
		const comment = isBlank({ text }) ? -1 : text.search(/(?<=^[^"']*\s)#/);
		if (comment < 0) continue;
		return faultAt(start + comment, 'comment-in-text', {
			message: `A space and "#" begin a comment, so the text ends before ${quote(text.slice(comment))}.`,
			hint: 'Put the whole text in quotes; or, if it is a comment, put it on a line of its own, above the text.',
		});
	}
	return undefined;
};

/** What records need not, written wrongly. */
const unneeded =
	(sign: RegExp, rule: Rule, what: string): Reading =>
	(place) => {
		const line = [place, ...place.above].find(({ text }) => sign.test(text)) ?? place;
		return faultAt(line.start + Math.max(line.text.search(sign), 0), rule, {
			message: `${what}; records need none.`,
			hint: 'Delete it; text that begins with such a sign needs quotes.',
		});
	};

const nesting: Reading = ({ offset }) =>
	faultAt(offset, 'nesting', {
		message: 'Lists and groups are nested far deeper here than any record needs.',
		hint: 'Compare the file with another record of the same folder.',
	});

const indentation: Reading = (place) => {
	const top = place.above.at(-1) ?? place;
	if (top.indent > place.indent) {
		return faultAt(top.begin, 'indentation', {
			message: `The record begins further in than ${quote(place.content)}, line ${String(place.number)}.`,
			hint: `Take ${counted(top.indent - place.indent, 'space')} from the beginning of this line and of those that are further in with it.`,
		});
	}
	const [above, beforeThat] = place.above;
	if (
		above &&
		beforeThat?.text.trimEnd().endsWith(':') &&
		beforeThat.indent < place.indent &&
		above.indent <= beforeThat.indent
	) {
		return faultAt(above.begin, 'indentation', {
			message: `The line ${quote(above.content)} does not begin further in than ${quote(beforeThat.content)} above it, so it would not belong to it.`,
			hint: `Put ${counted(place.indent, 'space')} before it, as there are before ${quote(place.content)}.`,
		});
	}
	const like =
		above && above.indent < place.indent ? above : place.above.find((line) => line.indent <= place.indent);
	return faultAt(place.begin, 'indentation', {
		message: `The line ${quote(place.content)} is not indented like the lines it belongs to.`,
		hint:
			like === undefined || like.indent === place.indent
				? 'Keys of the same group begin in the same column; what belongs to a key is indented two spaces further.'
				: `Keys of one group begin in the same column. There are ${counted(place.indent, 'space')} before it, and ${counted(like.indent, 'space')} before ${quote(like.content)}, line ${String(like.number)}.`,
	});
};

const anythingElse = ({ offset, reason }: Place): Fault =>
	faultAt(offset, 'yaml', {
		message: `This cannot be read as YAML: ${reason}.`,
		hint: 'Compare the line with another record of the same folder; text with unusual signs needs quotes.',
	});

/** What may be the slip where the parser gives a reason, the likeliest first. */
const readings: readonly (readonly [reason: RegExp, Reading])[] = [
	[/maxDepth/, nesting],
	[/directive/, unneeded(/^%/, 'directive', 'A line that begins with "%" is a YAML directive')],
	[/\btag\b/, unneeded(/!/, 'tag', 'A word that begins with "!" is a YAML tag')],
	[
		/\b(?:alias|anchor)\b/,
		unneeded(/[&*]/, 'anchor', 'A word that begins with "&" or "*" is a YAML anchor or alias'),
	],
	[/./, unclosedQuote],
	[/deficient indentation|flow collection|found ','/, bracket],
	[/escape sequence|hexadecimal/, escape],
	[/./, reservedStart],
	[/./, textAfterQuote],
	[/./, curlyQuotesWithColon],
	[/./, unquotedColon],
	[/indentation|multiline key|expected ':'/, commentInText],
	[/indentation/, missingDashSpace],
	[/multiline key|expected ':'|end of the stream or a document|whitespace character/, missingColon],
	[/indentation|end of the stream or a document/, indentation],
];

/**
 * Says in an editor's words why a text is not YAML, and where the slip is: often before the place where the parser
 * noticed it.
 */
export function explainYamlError(text: string, lines: Lines, error: YAMLException): Fault {
	const offset = Math.min(error.mark?.position ?? 0, text.length);
	const { line: number } = lines.positionAt(offset);
	const line = lineAt(lines, number);
	const above = Array.from({ length: number - 1 }, (_, index) => lineAt(lines, number - 1 - index));
	const place: Place = {
		...line,
		all: text,
		lines,
		above: above.filter((each) => !isBlank(each)),
		reason: error.reason,
		offset,
		column: offset - line.start,
	};
	for (const [reason, reading] of readings) {
		const fault = reason.test(place.reason) ? reading(place) : undefined;
		if (fault) return fault;
	}
	return anythingElse(place);
}
