import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../../src/checks/load-content.ts';
import { UserError } from '../../../src/records/user-error.ts';
import { buildNetwork } from '../../../src/network/network.ts';
import { searchRecords } from '../../../src/outputs/search/records.ts';
import { indexLines } from '../../../src/records/lines.ts';
import { readRecord } from '../../../src/records/read-record.ts';
import { readYaml } from '../../../src/records/yaml.ts';
import { kindOf } from '../../../src/schema/index.ts';
import { isKind, kinds, type Kind } from '../../../src/schema/kinds.ts';

/*
 * Tests records with one accidental change. The check must report the change at its line or at a line that it breaks. Otherwise, the value
 * must be the same as that of a second parser, and nothing in the file may be lost. A normal run always tries the same changes. `npm run
 * fuzz` tries random changes to the small and the real record for FUZZ_SECONDS seconds (by default, ten minutes).
 */

const seconds = process.env.MODE === 'fuzz' ? Number(process.env.FUZZ_SECONDS ?? 600) : 0;

interface Sample {
	readonly kind: Kind;
	readonly text: string;
}

/** Reads the records in a content directory. */
const samplesIn = (directory: string): Sample[] =>
	readdirSync(directory)
		.filter(isKind)
		.flatMap((kind) =>
			readdirSync(join(directory, kind)).map((name) => ({
				kind,
				text: readFileSync(join(directory, kind, name), 'utf8'),
			})),
		);

/** A record with all YAML syntax that the small records do not use. */
const rich: Sample = {
	kind: 'meetings',
	text: `# A comment at the top.
body: conference
title: 'The network''s fifth meeting'
alsoCalled:
  - text: "Meeting: the fifth"
    sources: [first, 'second']
dates: 2018-06-28/2018-06-30
place: { city: Skopje, country: north-macedonia }
agenda:
  # A comment between the lines.
  - id: one
    title: One that is so long
      that it goes on
    wording: restated
    themes: []

  - id: two
    title: 'Two # and more'
    wording: published
    themes:
    - money-laundering
    - terrorism
participants:
  count: more than 30
  countries:
    - greece
    - italy
notes:
  - text: >-
      A text of several lines,
      folded: so it says.
outcomes:
  - text: |
      - It is a list
      - in a text
sources:
  - first
`,
};

const root = join(import.meta.dirname, '../../..');
const samples = [
	rich,
	...samplesIn(join(root, 'tests/fixtures/base')),
	...(seconds > 0 ? samplesIn(join(root, 'content')) : []),
];

const linesOf = (text: string): string[] => text.split('\n');

/** Changes one line or the lines below it, depending on the seed. */
type Mutation = (lines: readonly string[], at: number, seed: number) => readonly string[];

const inLine =
	(change: (line: string, seed: number) => string): Mutation =>
	(lines, at, seed) =>
		lines.with(at, change(lines[at] ?? '', seed));

const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);

const chosen = <T>(from: readonly T[], seed: number): T => from[seed % from.length] as T;

const signs = [
	...[
		':',
		': ',
		' #',
		'# ',
		'-',
		'- ',
		'"',
		"'",
		'[',
		']',
		'{',
		'}',
		',',
		'&a ',
		'*a',
		'!a ',
		'|',
		'>',
		'?',
		'? ',
	],
	...[
		'\\',
		'%',
		'@',
		'`',
		'<<: ',
		'---',
		'...',
		'\t',
		'\r',
		'~',
		'null',
		'true',
		'0',
		'0x1',
		'1e3',
		'=',
		'<b>',
		'**a**',
	],
];

const unseen = [
	'\u00a0',
	'\u200b',
	'\u200d',
	'\u202e',
	'\ufeff',
	'\u2028',
	'\u0000',
	'\u001b',
	'\ufffd',
	'\u3164',
	'\u{e0041}',
	'\ud800',
	'а',
	'е',
	'：',
	'“',
	'’',
];

const values = [
	'',
	'12',
	'2018',
	'yes',
	'true',
	'null',
	'[]',
	'[a, b]',
	'{ a: b }',
	'""',
	"'12'",
	'a, b',
	'unknown',
	'“a”',
	'|',
	'>-',
	'...',
	'- a',
	'a: b',
	'a # b',
	'2018-13-01',
	'https://x',
];

const mutations: Readonly<Record<string, Mutation>> = {
	'delete lines': (lines, at, seed) => lines.toSpliced(at, 1 + (seed % 3)),
	'delete letters': inLine(
		(line, seed) =>
			line.slice(0, seed % (line.length + 1)) + line.slice((seed % (line.length + 1)) + 1 + (seed % 4)),
	),
	'duplicate a line': (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
	'duplicate lines elsewhere': (lines, at, seed) =>
		lines.toSpliced(seed % lines.length, 0, ...lines.slice(at, at + 3)),
	'another value': inLine((line, seed) =>
		line.replace(/^(\s*(?:- )*(?:[\w-]+:)? ?).*$/, (_, start: string) => start + chosen(values, seed)),
	),
	'swap two lines': (lines, at, seed) => {
		const other = seed % lines.length;
		return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
	},
	'misspell a word': inLine((line, seed) => {
		const place = seed % (line.length + 1);
		return chosen(
			[
				line.slice(0, place) + line.charAt(place + 1) + line.charAt(place) + line.slice(place + 2),
				insert(line, place, 'x'),
			],
			seed >> 8,
		);
	}),
	truncate: (lines, at, seed) => [...lines.slice(0, at), (lines[at] ?? '').slice(0, seed % 40)],
	'more indentation': inLine((line, seed) => ' '.repeat(1 + (seed % 4)) + line),
	'less indentation': inLine((line, seed) => line.replace(new RegExp(`^ {1,${String(1 + (seed % 4))}}`), '')),
	'more indentation for several lines': (lines, at, seed) =>
		lines.map((line, index) => (index >= at && index < at + 1 + (seed % 5) ? `  ${line}` : line)),
	'a tab for spaces': inLine((line) => line.replace(/^ +|$/, '\t')),
	'an extra sign': inLine((line, seed) => insert(line, seed % (line.length + 1), chosen(signs, seed >> 8))),
	'an invisible character': inLine((line, seed) =>
		insert(line, seed % (line.length + 1), chosen(unseen, seed >> 8)),
	),
	'a conflict mark': (lines, at, seed) =>
		lines.toSpliced(at, 0, chosen(['<<<<<<< main', '=======', '>>>>>>> other', '|||||||'], seed)),
	'a line of signs': (lines, at, seed) => lines.toSpliced(at, 0, chosen(signs, seed)),
	'no line break': (lines, at) => [
		...lines.slice(0, at),
		(lines[at] ?? '') + (lines[at + 1] ?? ''),
		...lines.slice(at + 2),
	],
	'a line break': (lines, at, seed) => {
		const line = lines[at] ?? '';
		return lines.toSpliced(
			at,
			1,
			line.slice(0, seed % (line.length + 1)),
			line.slice(seed % (line.length + 1)),
		);
	},
	'an empty line': (lines, at) => lines.toSpliced(at, 0, ''),
	'other line breaks': (lines) => linesOf(lines.join('\r\n')),
};

const indentOf = (line: string): number => line.search(/\S|$/);

/** Returns the lines around the first difference. */
function changedPart(before: readonly string[], after: readonly string[]): string[] {
	const first = after.findIndex((line, index) => line !== before[index]);
	return after.slice(Math.max(0, first - 4), first + 6);
}

/** Returns the lines on which a change may be reported, counted from 1: the changed lines, their parents, and the lines that they break. */
function placesOf(before: readonly string[], after: readonly string[]): Set<number> {
	const first = after.findIndex((line, index) => line !== before[index]);
	const start = first === -1 ? after.length - 1 : first;
	let same = 0;
	while (
		same < after.length - start &&
		same < before.length - start &&
		after.at(-1 - same) === before.at(-1 - same)
	)
		same++;
	const end = after.length - 1 - same;
	// Problems with the whole record are reported on its first line.
	const places = new Set([1, after.length, 1 + after.findIndex((line) => !/^\s*(?:#|$)/.test(line))]);
	for (let line = start - 2; line <= end + 2; line++) places.add(line + 1);
	const changed = [...before.slice(start, before.length - same), ...after.slice(start, end + 1)];
	const outermost = Math.min(...changed.filter((line) => line.trim() !== '').map(indentOf));
	for (const from of [start - 1, start, end + 1]) {
		// The parents of the line, which are above it with less indentation.
		let indent = indentOf(after[from] ?? '') + 1;
		for (let line = from; line >= 0; line--) {
			const own = after[line] ?? '';
			if (own.trim() === '' || indentOf(own) >= indent) continue;
			indent = indentOf(own);
			places.add(line + 1);
			// A text with several lines begins on the next line.
			if (/[|>][-+\d]*$/.test(own)) places.add(line + 2);
		}
		// All lines of its group, and the line after them.
		const own = Math.max(Math.min(indentOf(after[from] ?? ''), outermost), 1);
		for (
			let line = from + 1;
			line < after.length && (indentOf(after[line] ?? '') >= own || (after[line] ?? '').trim() === '');
			line++
		) {
			places.add(line + 1);
			places.add(line + 2);
		}
	}
	after.forEach((line, index) => {
		// Quotation marks and brackets can have their counterparts on other lines, and duplicates are reported on the second line.
		if (changed.some((text) => /["'[\]{}]/.test(text)) && /["'[\]{}]/.test(line)) places.add(index + 1);
		const key = /[\w-]+(?=:)/.exec(line)?.[0] ?? line.trim();
		if (changed.some((text) => key !== '' && text.includes(key))) places.add(index + 1);
	});
	return places;
}

const valueOf = (text: string): unknown => {
	const reading = readYaml(text);
	if (!('document' in reading)) throw new Error(`This is no YAML: ${text}`);
	return reading.document.value;
};

/** Parses a text with a second library, which does not treat a lone CR as the end of a line. */
const parseWithSecondLibrary = (text: string): unknown =>
	parse(text.replaceAll(/\r\n?/g, '\n'), {
		schema: 'core',
		merge: false,
		logLevel: 'error',
	});

/** Trims all texts in a value, as the schema does. */
const trimmed = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
		typeof inner === 'string' ? inner.trim() : inner,
	);

/** Returns all words of a value in order, including keys. */
const wordsIn = (value: unknown): string[] => {
	if (Array.isArray(value)) return value.flatMap(wordsIn);
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, inner]) => [...wordsIn(key), ...wordsIn(inner)]);
	return (
		String(value)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
};

/** Returns all words of a text, except for comments. */
const wordsOf = (text: string): string[] =>
	wordsIn(
		text
			.split(/\r\n|\n|\r/)
			.filter((line) => !/^\s*#/.test(line))
			// The header of a block scalar.
			.map((line) => line.replace(/([:-] )[|>][-+\d]*\s*$/, '$1'))
			.join('\n'),
	);

/** Returns the first wanted word that is missing from the given words, which must be in the same order. */
const missingFrom = (words: readonly string[], wanted: readonly string[]): string | undefined => {
	let place = -1;
	return wanted.find((word) => (place = words.indexOf(word, place + 1)) === -1);
};

/** Counts the keys and list entries of a value. */
const partsIn = (value: unknown): { keys: number; entries: number } => {
	const parts = { keys: 0, entries: 0 };
	const visit = (inner: unknown): void => {
		if (typeof inner !== 'object' || inner === null) return;
		if (Array.isArray(inner)) parts.entries += inner.length;
		else parts.keys += Object.keys(inner).length;
		Object.values(inner).forEach(visit);
	};
	visit(value);
	return parts;
};

const partsOf = (text: string): { keys: number; entries: number } => ({
	keys: text.match(/^\s*(?:- )*[\w-]+:(?=\s|$)/gm)?.length ?? 0,
	entries: text.match(/^\s*(?:- )*-(?=\s|$)/gm)?.length ?? 0,
});

const hasMarks = (text: string): boolean => /[[\]{}"'|>?\\~]|^\s*#|<</m.test(text);

const endless = { numRuns: Number.MAX_SAFE_INTEGER, markInterruptAsFailure: false };

let [tried, rejected] = [0, 0];

const mutated = fc.record({
	sample: fc.constantFrom(...samples),
	how: fc.constantFrom(...Object.keys(mutations)),
	at: fc.nat(10_000),
	seed: fc.nat(),
});

test('every change is read correctly or reported near its line', { timeout: (seconds + 60) * 1000 }, () => {
	fc.assert(
		fc.property(mutated, ({ sample, how, at, seed }) => {
			const before = linesOf(sample.text);
			const text = (mutations[how]?.(before, at % before.length, seed) ?? before).join('\n');
			tried++;
			const start = process.cpuUsage();
			const read = readRecord('record.yaml', text, kindOf(sample.kind).schema);
			const { user, system } = process.cpuUsage(start);
			expect(user + system).toBeLessThan(2_000_000);
			if ('problems' in read) {
				rejected++;
				const lines = indexLines(text);
				for (const { line, column, message, hint } of read.problems) {
					expect(line).toBeLessThanOrEqual(lines.count);
					expect(column).toBeLessThanOrEqual(lines.textOf(line).length + 1);
					// Ignores quotes from the file.
					expect(message.replace(/"[^"]*"/g, '')).not.toMatch(/undefined|null is|\[object|NaN/);
					expect(hint).not.toBe('');
				}
				const places = placesOf(before, text.split(/\r\n|\n|\r/));
				if (text !== sample.text)
					expect(
						read.problems.map(({ line }) => line).some((line) => places.has(line)),
						[JSON.stringify(read.problems), ...changedPart(before, linesOf(text))].join('\n'),
					).toBe(true);
				return;
			}
			const value = valueOf(text);
			if (isDeepStrictEqual(value, valueOf(sample.text))) return;
			expect(trimmed(value)).toEqual(trimmed(parseWithSecondLibrary(text)));
			if (text.includes('\\')) return;
			expect(missingFrom(wordsIn(value), wordsOf(text))).toBeUndefined();
			if (!hasMarks(text)) expect(partsIn(value)).toEqual(partsOf(text));
		}),
		seconds > 0 ? { ...endless, interruptAfterTimeLimit: seconds * 1000 } : { numRuns: 2_000, seed: 1 },
	);
});

test('every content without problems can be published', { timeout: (seconds + 60) * 1000 }, () => {
	const base = join(root, 'tests/fixtures/base');
	const content = mkdtempSync(join(tmpdir(), 'mutations-'));
	cpSync(base, content, { recursive: true });
	const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.yaml'),
	);
	const changed = fc.record({
		file: fc.constantFrom(...files),
		how: fc.constantFrom(...Object.keys(mutations)),
		at: fc.nat(1_000),
		seed: fc.nat(),
	});
	let passed = 0;
	const made = (): void => {
		let read;
		try {
			read = loadContent(content);
		} catch (error) {
			if (error instanceof UserError) return;
			throw error;
		}
		passed++;
		expect(searchRecords(buildNetwork(read, '2021-06-15')).length).toBeGreaterThan(0);
	};
	fc.assert(
		fc.property(changed, ({ file, how, at, seed }) => {
			const before = readFileSync(join(base, file), 'utf8');
			const lines = linesOf(before);
			writeFileSync(
				join(content, file),
				(mutations[how]?.(lines, at % lines.length, seed) ?? lines).join('\n'),
			);
			made();
			writeFileSync(join(content, file), before);
		}),
		seconds > 0 ? { ...endless, interruptAfterTimeLimit: seconds * 250 } : { numRuns: 200, seed: 1 },
	);
	rmSync(content, { recursive: true });
	expect(passed).toBeGreaterThan(10);
});

afterAll(() => {
	if (seconds > 0) console.log(`${String(tried)} changes, ${String(rejected)} of them reported`);
});

test('the samples are records', () => {
	for (const { kind, text } of samples)
		expect(readRecord('record.yaml', text, kindOf(kind).schema)).not.toHaveProperty('problems');
	// The small records have no translations.
	const kindsOfSamples = kinds.filter((kind) => kind !== 'languages');
	expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(kindsOfSamples));
});
